/** Absent is unknown: what has no value has no key. */

/** The object without keys whose value is `undefined`. Runs many times an answer, hence the plain loop. */
export function known<T extends object>(fields: T): T {
  const left: Partial<T> = {};
  for (const key in fields) if (fields[key] !== undefined) left[key] = fields[key];
  return left as T;
}

/** As {@link known}; `undefined` where no key is left. */
export function knownOrNothing<T extends object>(fields: T): T | undefined {
  for (const key in fields) if (fields[key] !== undefined) return known(fields);
  return undefined;
}

export function unlessEmpty<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}
