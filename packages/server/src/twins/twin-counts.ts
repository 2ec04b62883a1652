/** How many twins there are, by kind. */
import type { ContentId } from '@pantograph/model/location';
import { distanceMetres, positionOf } from '@pantograph/model/geo';
import type { Evse } from '@pantograph/model/ocpi';
import type { Store } from '../store/store.ts';
import type { ReportedCopy, TwinReport } from './twin-report.ts';

export interface TwinCounts {
  /** EVSEs that several locations tell of, each once. */
  readonly evses: number;
  /** Of these: how many more than two locations tell of. */
  readonly inThreeOrMore: number;
  readonly acrossSources: number;
  readonly acrossParties: number;
  /** Several of the locations are live. */
  readonly severalLive: number;
  /** What copies say differently. */
  readonly differing: Readonly<Record<'coordinates' | 'address' | 'connectors' | 'status', number>>;
  readonly furthestMetres: number;
  readonly hiddenEvses: number;
  /** Locations that are not shown, and those of which a part is not. */
  readonly aliases: number;
  readonly partlyHidden: number;
  /** Ids that are no twins although several locations have them. */
  readonly findings: Readonly<Record<'apart' | 'tooMany' | 'split', number>>;
}

export function countTwins(report: TwinReport, store: Pick<Store, 'location'>): TwinCounts {
  const counts = { evses: 0, inThreeOrMore: 0, acrossSources: 0, acrossParties: 0, severalLive: 0, furthestMetres: 0 };
  const differing = { coordinates: 0, address: 0, connectors: 0, status: 0 };
  const findings = { apart: 0, tooMany: 0, split: 0 };
  const places = { hiddenEvses: 0, aliases: 0, partlyHidden: 0 };
  for (const { copies, reason } of report.twins()) {
    const seen = copies.flatMap((copy) => detailsOf(copy, store));
    const several = (of: (copy: Details) => string): number => (new Set(seen.map(of)).size > 1 ? 1 : 0);
    const furthest = furthestOf(seen);
    counts.evses++;
    if (copies.length > 2) counts.inThreeOrMore++;
    if (reason === 'first') counts.severalLive++;
    counts.acrossSources += several(({ source }) => source);
    counts.acrossParties += several(({ party }) => party);
    counts.furthestMetres = Math.max(counts.furthestMetres, Math.round(furthest));
    if (furthest > 0) differing.coordinates++;
    differing.address += several(({ address }) => address);
    differing.connectors += several(({ connectors }) => connectors);
    differing.status += several(({ status }) => status);
  }
  for (const { finding } of report.findings()) findings[finding]++;
  for (const { hidden, aliasOf } of report.hiddenPlaces()) {
    places.hiddenEvses += hidden;
    if (aliasOf === undefined) places.partlyHidden++;
    else places.aliases++;
  }
  return { ...counts, ...places, differing, findings };
}

interface Details {
  readonly contentId: ContentId;
  readonly source: string;
  readonly party: string;
  readonly address: string;
  readonly status: string;
  readonly connectors: string;
  readonly position: ReturnType<typeof positionOf>;
}

function detailsOf(copy: ReportedCopy, store: Pick<Store, 'location'>): readonly Details[] {
  const location = store.location(copy.contentId)?.location;
  const evse = location?.evses.find(({ uid }) => uid === copy.evse.uid);
  if (location === undefined || evse === undefined) return [];
  const { source, countryCode, partyId } = copy.key;
  return [
    {
      contentId: copy.contentId,
      source,
      party: `${source} ${countryCode} ${partyId}`,
      address: copy.address.toLowerCase(),
      status: copy.status.status,
      connectors: connectorsInWords(evse),
      position: positionOf(location.coordinates),
    },
  ];
}

function connectorsInWords({ connectors }: Evse): string {
  return connectors
    .map(({ standard, max_electric_power: watts }) => `${standard} ${String(watts)}`)
    .sort()
    .join();
}

function furthestOf(places: readonly Details[]): number {
  let furthest = 0;
  for (const one of places) {
    for (const other of places) furthest = Math.max(furthest, distanceMetres(one.position, other.position));
  }
  return furthest;
}
