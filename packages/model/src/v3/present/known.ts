/** Absent is unknown: what has no value has no key. */

/** The object without keys whose value is `undefined`. */
export function known<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** As {@link known}; `undefined` where no key is left. */
export function knownOrNothing<T extends object>(fields: T): T | undefined {
  const left = known(fields);
  return Object.keys(left).length === 0 ? undefined : left;
}

export function unlessEmpty<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}
