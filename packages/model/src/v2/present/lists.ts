/** v2's lists: connector types, power feed types, connector statuses, roaming. */
import type { EMobilityServiceProvider } from '../../location/index.ts';
import { connectorTypes } from '../../vocabulary/index.ts';
import type {
  ConnectorStatusesResponse,
  ConnectorTypesResponse,
  PowerFeedTypesResponse,
  RoamingsResponse,
} from '../wire/lists.ts';
import { presentProvider } from './station.ts';

/** The types that can be asked for: deprecated ids are refused as a filter, so that they are not offered. */
export function presentConnectorTypes(): ConnectorTypesResponse {
  const current = connectorTypes.filter((row) => row.use === 'current');
  return { connectorType: current.map(({ id, name }) => ({ id: String(id), name })) };
}

/** Empty: the numbers were never published, and no feed has a field for them. */
export function presentPowerFeedTypes(): PowerFeedTypesResponse {
  return { powerFeedType: [] };
}

/** Contract v2, enumerations; the list index is the id. */
const connectorStatusNames = [
  'Unspecified',
  'Planned',
  'Available',
  'Charging',
  'Faulted',
  'Unavailable',
  'Maintained',
  'Offline',
  'Reserved',
  'Other',
] as const;

export function presentConnectorStatusList(): ConnectorStatusesResponse {
  return { connectorStatus: connectorStatusNames.map((name, id) => ({ id: String(id), name })) };
}

export interface RoamingProvider extends EMobilityServiceProvider {
  /** ISO 3166-1 alpha-3, of the locations where it is accepted. */
  readonly countries: readonly string[];
}

export function presentRoamings(providers: readonly RoamingProvider[]): RoamingsResponse {
  return {
    roaming: providers.map((provider) => ({ ...presentProvider(provider), country: [...provider.countries] })),
  };
}
