import { partnerIdOf } from '../../location/index.ts';

/** Companies are few and their ids are hashes; names come from feeds, so that the number kept is bounded. */
const MAX_KEPT = 10_000;
const kept = new Map<string, string>();

/** The id that a source states for a company, else the one derived from its name. */
export function partnerIdFor(name: string, stated?: string): string {
  if (stated !== undefined) return stated;
  const before = kept.get(name);
  if (before !== undefined) return before;
  if (kept.size >= MAX_KEPT) kept.clear();
  const id = partnerIdOf(name);
  kept.set(name, id);
  return id;
}
