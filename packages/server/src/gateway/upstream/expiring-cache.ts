/** What upstreams answered a moment ago. */

export interface ExpiringCache<Value> {
  get(key: string, now: Date): Value | undefined;
  set(key: string, value: Value, now: Date): void;
}

interface Entry<Value> {
  readonly value: Value;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Holds so many entries at most; the oldest goes first. */
export function expiringCache<Value>(lifeMilliseconds: number, mostEntries: number): ExpiringCache<Value> {
  // In order of their ends, since all live equally long.
  const entries = new Map<string, Entry<Value>>();

  function drop(now: number): void {
    for (const [key, { until }] of entries) {
      if (until > now && entries.size <= mostEntries) return;
      entries.delete(key);
    }
  }

  return {
    get(key, now) {
      const entry = entries.get(key);
      return entry !== undefined && entry.until > now.getTime() ? entry.value : undefined;
    },
    set(key, value, now) {
      if (lifeMilliseconds <= 0) return;
      entries.delete(key);
      entries.set(key, { value, until: now.getTime() + lifeMilliseconds });
      drop(now.getTime());
    },
  };
}
