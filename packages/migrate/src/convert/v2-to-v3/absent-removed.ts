/** Absent is unknown: what has no value has no key, however deep. */
export function absentRemoved<T extends object>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutAbsent) as unknown as T;
  const left: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) left[key] = withoutAbsent(member);
  }
  return left as T;
}

function withoutAbsent(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? absentRemoved(value) : value;
}
