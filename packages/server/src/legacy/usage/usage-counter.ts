/** Counts uses in memory. */
import type { LegacyUsageRecorder } from './usage.ts';

export type UsageKind = 'resource' | 'parameter' | 'feature';

export interface UsageCount {
  readonly caller: string;
  readonly kind: UsageKind;
  /** A resource with its format, a parameter, or a feature. */
  readonly name: string;
  readonly count: number;
  readonly lastUsed: Date;
}

export interface UsageCounter extends LegacyUsageRecorder {
  /** By caller, then kind, then name. */
  counts(): readonly UsageCount[];
}

/** Counted as one beyond `mostCallers`. */
export const OTHER_CALLERS = '(others)';

interface UsageCounterOptions {
  readonly mostCallers?: number;
  /** What was counted before. */
  readonly before?: readonly UsageCount[];
}

type Counted = Omit<UsageCount, 'caller'> & { count: number; lastUsed: Date };

export function usageCounter({ mostCallers = 10_000, before = [] }: UsageCounterOptions = {}): UsageCounter {
  const callers = new Map<string, Map<string, Counted>>();
  for (const { caller, ...counted } of before) countsOf(caller).set(keyOf(counted), { ...counted });

  function countsOf(caller: string) {
    const known = callers.get(caller);
    if (known !== undefined) return known;
    const name = callers.size < mostCallers ? caller : OTHER_CALLERS;
    const counts = callers.get(name) ?? new Map<string, Counted>();
    callers.set(name, counts);
    return counts;
  }

  return {
    record({ caller, resource, format, parameters, features, at }) {
      const counts = countsOf(caller);
      const add = (kind: UsageKind, name: string) => {
        const key = keyOf({ kind, name });
        const entry = counts.get(key);
        if (entry === undefined) counts.set(key, { kind, name, count: 1, lastUsed: at });
        else {
          entry.count += 1;
          entry.lastUsed = at;
        }
      };
      add('resource', `${resource}.${format}`);
      for (const name of parameters) add('parameter', name);
      for (const name of features) add('feature', name);
    },
    counts: () =>
      [...callers]
        .flatMap(([caller, counts]) => [...counts.values()].map((count) => ({ caller, ...count })))
        .sort((a, b) => compare(a.caller, b.caller) || compare(a.kind, b.kind) || compare(a.name, b.name)),
  };
}

function keyOf({ kind, name }: Pick<UsageCount, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
