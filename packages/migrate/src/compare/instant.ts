/** Instants as v2 and v3 write them. */

/** Milliseconds since 1970. The colon of the offset may lack, as in older documents: `2026-01-01T01:00:00.000+0100`. */
export function millisecondsOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return undefined;
  const instant = Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant) ? undefined : instant;
}

/**
 * Whether both are the same text, or the same instant in another spelling.
 * @param precision milliseconds that are looked at; `1000` where one side writes whole seconds
 */
export function isSameInstant(one: unknown, other: unknown, precision = 1): boolean {
  if (one === other) return true;
  const [left, right] = [one, other].map(millisecondsOf);
  if (left === undefined || right === undefined) return false;
  return Math.floor(left / precision) === Math.floor(right / precision);
}
