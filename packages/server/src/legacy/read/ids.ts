/** Ids of stations and pools, which are the same here. */
import { contentIdIn } from '@pantograph/model/location';
import { Refused } from '../../refusal/refused.ts';
import { invalid } from './parameters.ts';

const MOST_IDS = 100;
const form = '1 to 100 ids, each as id=';

/** Of bulk requests: in their order, each once. */
export function readIds(query: URLSearchParams): readonly string[] {
  const ids = [...new Set(query.getAll('id').map(contentIdIn))];
  if (ids.length === 0) {
    throw new Refused('parameter_missing', { parameter: 'id', cause: 'The request names no id', allowed: form });
  }
  if (ids.some((id) => id.trim() === '')) throw invalid('id', 'is empty', form);
  if (ids.length > MOST_IDS) throw invalid('id', `is there ${String(ids.length)} times`, form);
  return ids;
}
