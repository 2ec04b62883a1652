/** `connectortype` and `emsp`. Contract v2, parameters of stations. */
import type { ConnectorTypeRow } from '@pantograph/model/vocabulary';
import { connectorTypeOfId } from '@pantograph/model/vocabulary';
import type { StationFilter } from '../back-end/back-end.ts';
import { commaList, invalid, quoted } from './parameters.ts';

const MOST_VALUES = 100;
const LONGEST_PARTNER_ID = 64;

const typeForm = 'ids of connectortypes, such as 31,34';
const providerForm = 'partner ids of roamings';

export const anyStation: StationFilter = { connectorTypeIds: [], providers: [] };

export function readStationFilter(query: URLSearchParams): StationFilter {
  const types = commaList(query, 'connectortype', MOST_VALUES, typeForm) ?? [];
  const providers = commaList(query, 'emsp', MOST_VALUES, providerForm) ?? [];
  const tooLong = providers.find((id) => id.length > LONGEST_PARTNER_ID);
  if (tooLong !== undefined) throw invalid('emsp', `has the value ${quoted(tooLong)}`, providerForm);
  return { connectorTypeIds: [...new Set(types.map(readConnectorType))], providers };
}

function readConnectorType(text: string): number {
  const row = /^\d{1,2}$/.test(text) ? connectorTypeOfId(Number(text)) : undefined;
  if (row === undefined || row.use === 'notUsed') {
    throw invalid('connectortype', `has the unknown value ${quoted(text)}`, typeForm);
  }
  if (row.use === 'deprecated')
    throw invalid('connectortype', `has the deprecated id ${text}, ${row.name}`, insteadOf(row));
  return row.id;
}

function insteadOf({ successors = [] }: ConnectorTypeRow): string {
  const named = successors.map((id) => `${String(id)} (${connectorTypeOfId(id)?.name ?? ''})`);
  if (named.length === 0) return `${typeForm}; this one has no successor`;
  return `${named.join(' or ')} in its place`;
}
