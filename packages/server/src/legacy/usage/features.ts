/** What an answer holds that a v3 client gets from another place, or in another form. */
import type { StationFacts } from '@pantograph/model/v2';
import { isLive } from '@pantograph/model/vocabulary';

/** With what v3 and Search have instead. */
export const legacyFeatures = {
  distance: 'Search: `distance` of an item',
  countsByState: 'v3: `connectorGroups[].availableConnectorCount` and EVSE statuses',
  connectorStatuses: 'v3: `evses[].status`',
  pricing: 'v3: `fields=tariffs`',
  openingHours: 'v3: `openingHours` with `fields=locationInfo`',
  paymentMethods: 'v3: `evses[].paymentSupports`',
  roaming: 'v3: `fields=emsps`',
  paging: 'Search: `offset` and `nextOffset`',
} as const;
export type LegacyFeature = keyof typeof legacyFeatures;

export function featuresOf(stations: readonly StationFacts[]): readonly LegacyFeature[] {
  const tests: readonly [LegacyFeature, (facts: StationFacts) => boolean][] = [
    ['countsByState', ({ evses }) => evses.some((evse) => isLive(evse.status))],
    ['connectorStatuses', ({ evses }) => evses.length > 0],
    ['pricing', ({ tariffs }) => tariffs.size > 0],
    ['openingHours', ({ hours }) => hours !== undefined],
    ['paymentMethods', ({ paymentSupports }) => [...paymentSupports.values()].some((supports) => supports.length > 0)],
    ['roaming', ({ serviceProviders }) => serviceProviders.length > 0],
  ];
  return tests.filter(([, holds]) => stations.some(holds)).map(([feature]) => feature);
}
