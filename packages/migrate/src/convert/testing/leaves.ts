/** The values at the ends of a JSON tree, and the tree without one of them or with another in its place; for tests. */
import { escaped } from '../conform/conformer.ts';

export interface Leaf {
  /** JSON pointer. */
  readonly path: string;
  readonly value: unknown;
}

/** Empty lists and objects say nothing. */
export function leavesOf(tree: unknown, path = ''): Leaf[] {
  if (typeof tree !== 'object' || tree === null) return [{ path, value: tree }];
  return Object.entries(tree).flatMap(([key, member]) => leavesOf(member, `${path}/${escaped(key)}`));
}

/** @param change what to put there; `undefined` takes it out */
export function changedAt<T>(tree: T, path: string, change: (value: unknown) => unknown): T {
  const copy = structuredClone(tree);
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  const value = change(at[last]);
  if (value !== undefined) at[last] = value;
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else Reflect.deleteProperty(at, last);
  return copy;
}

/** Another value of the same type. */
export function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'string' ? `${value}7` : 'something';
}
