/**
 * A world small enough to know by heart, for everybody's tests. Records are as a feed's reader hands them over; the
 * file of each says what is special about it.
 */
import type { ContentId, LocationRecord, SourceInfo, TariffRecord } from '@pantograph/model/location';
import { berlinLocations } from './small-world/berlin.ts';
import { delftLocations } from './small-world/delft.ts';
import { edgeLocations } from './small-world/edges.ts';
import { CITY_DATA, DEMO, WORLD_TIME } from './small-world/record.ts';
import { smallWorldTariffs } from './small-world/tariffs.ts';

export interface SmallWorld {
  readonly sources: readonly SourceInfo[];
  readonly locations: readonly LocationRecord[];
  readonly tariffs: readonly TariffRecord[];
}

export const smallWorldTime = new Date(WORLD_TIME);

export function smallWorld(): SmallWorld {
  return {
    sources: [
      { name: CITY_DATA, attribution: 'City Data Office', licence: 'CC-BY-4.0' },
      { name: DEMO, attribution: 'Generated places', demo: true },
    ],
    locations: [...delftLocations, ...berlinLocations, ...edgeLocations],
    tariffs: smallWorldTariffs,
  };
}

/** The content id of a location of this world by the feed's id, such as `DELFT-MARKT`; exact spelling. */
export function smallWorldId(id: string): ContentId {
  const record = smallWorld().locations.find(({ key }) => key.id === id);
  if (record === undefined) throw new RangeError(`the small world has no location ${id}`);
  return record.contentId;
}
