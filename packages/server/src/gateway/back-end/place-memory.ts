/** Stations by what v3 said of them, word for word: the same words make the same station, whoever is told them. */
import { factsOfChargingLocation } from '@pantograph/model/v2';
import type { ChargingLocation } from '@pantograph/model/v3';
import { z } from 'zod';
import type { Station } from '../../legacy/back-end/back-end.ts';
import { stationOfFacts } from '../../legacy/back-end/station-of-facts.ts';
import { jsonOf } from '../upstream/upstream.ts';
import type { Item } from './items-of.ts';
import { itemsOf, noLocations } from './items-of.ts';

export interface PlaceMemory {
  /** The stations of an answer, by the ids it has. Throws `Refused` for one that holds no places. */
  read(body: Buffer): readonly (readonly [id: string, station: Station])[];
}

interface Remembered extends Item {
  readonly station: Station;
}

export function placeMemory(mostPlaces: number): PlaceMemory {
  /** The oldest first. */
  const places = new Map<string, Remembered>();

  function remember(item: Item): Remembered {
    const before = places.get(item.id);
    if (before !== undefined && (before === item || before.bytes.equals(item.bytes))) return before;
    const place = { ...item, station: stationOfFacts(() => factsOfChargingLocation(parsed(item.bytes))) };
    places.delete(item.id);
    places.set(item.id, place);
    const [oldest] = places.keys();
    if (places.size > mostPlaces && oldest !== undefined) places.delete(oldest);
    return place;
  }

  return {
    read: (body) =>
      itemsOf(body, (id) => places.get(id)).map((item) => {
        const { id, station } = remember(item);
        return [id, station];
      }),
  };
}

/** What v2 cannot do without; values of later dialects are left to the reading of each field. */
const Place = z.looseObject({
  id: z.string(),
  location: z.looseObject({ lat: z.number(), lng: z.number() }),
  evses: z
    .array(
      z.looseObject({
        uid: z.string(),
        status: z.string(),
        connectors: z.array(z.looseObject({ id: z.string(), standard: z.string() })),
      }),
    )
    .optional(),
});

function parsed(bytes: Buffer): ChargingLocation {
  const place = Place.safeParse(jsonOf('v3', bytes.toString()));
  if (place.success) return place.data as unknown as ChargingLocation;
  throw noLocations();
}
