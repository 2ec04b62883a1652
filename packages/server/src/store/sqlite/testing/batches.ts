/** What the writer writes and its test looks for: locations, each with a status change after it, in one call. */
import { at, put, status } from '../../contract/records.ts';
import type { Change } from '../../store.ts';

export const BATCH_SIZE = 20;

export function changesOf(batch: number): readonly Change[] {
  const ids = Array.from({ length: BATCH_SIZE }, (_, n) => `${String(batch)}-${String(n)}`);
  return [
    ...ids.map((id) => put({ id, evses: [{ uid: 'E1' }] })),
    ...ids.map((id) => status(id, 'E1', 'CHARGING', at(1))),
  ];
}
