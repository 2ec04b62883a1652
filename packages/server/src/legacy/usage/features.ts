/** What an answer holds that a v3 client gets from another place, or in another form; docs/v2-quirks.md says where. */
import type { StationFacts } from '@pantograph/model/v2';
import { isLive } from '@pantograph/model/vocabulary';

export type LegacyFeature =
  | 'distance'
  | 'paging'
  | 'countsByState'
  | 'connectorStatuses'
  | 'pricing'
  | 'openingHours'
  | 'paymentMethods'
  | 'roaming';

const tests: readonly (readonly [LegacyFeature, (facts: StationFacts) => boolean])[] = [
  ['countsByState', ({ evses }) => evses.some((evse) => isLive(evse.status))],
  ['connectorStatuses', ({ evses }) => evses.length > 0],
  ['pricing', ({ tariffs }) => tariffs.size > 0],
  ['openingHours', ({ hours }) => hours !== undefined],
  ['paymentMethods', ({ paymentSupports }) => [...paymentSupports.values()].some((supports) => supports.length > 0)],
  ['roaming', ({ serviceProviders }) => serviceProviders.length > 0],
];

/** Those that at least one of the stations shows. */
export function featuresOf(stations: readonly StationFacts[]): readonly LegacyFeature[] {
  return tests.filter(([, holds]) => stations.some(holds)).map(([feature]) => feature);
}
