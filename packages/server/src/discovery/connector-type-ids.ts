/** `evStation[connectorTypeIds]`: v2 ids as a filter. The guide's table says which are in use. */
import { connectorTypeOfId, connectorTypes } from '@pantograph/model/vocabulary';
import type { Parameters } from './parameters.ts';
import { invalid, quoted } from './parameters.ts';

const inUse = connectorTypes.filter(({ use }) => use === 'current').map(({ id }) => String(id));
const FORM = `a list of ${inUse.join(', ')}`;

/** v3 standards; id 36 stands for three of them. Every id that is not in use is refused, with what to ask for instead. */
export function standardsOfIds(name: string, parameters: Parameters): readonly string[] | undefined {
  return parameters.list(name, FORM)?.flatMap((id) => standardsOfId(name, id));
}

function standardsOfId(name: string, text: string): readonly string[] {
  const row = /^\d{1,3}$/.test(text) ? connectorTypeOfId(Number(text)) : undefined;
  if (row === undefined || row.use === 'notUsed') {
    throw invalid(name, `has ${quoted(text)}, which is no connector type id`, FORM);
  }
  if (row.use === 'current') return row.standards;
  const fault = `has the deprecated connector type id ${row.id} (${row.name})`;
  const successors = row.successors?.join(' or ');
  if (successors === undefined) throw invalid(name, `${fault}, which nothing succeeds`, FORM);
  throw invalid(name, `${fault}, which ${successors} succeeds`, `a list with ${successors} in place of ${row.id}`);
}
