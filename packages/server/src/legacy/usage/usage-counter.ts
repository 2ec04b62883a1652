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
  /** What another one has counted. */
  absorb(counts: readonly UsageCount[]): void;
}

/** Counted as one beyond `mostCallers`. */
export const OTHER_CALLERS = '(others)';

interface UsageCounterOptions {
  readonly mostCallers?: number;
  /** What was counted before. */
  readonly before?: readonly UsageCount[];
}

type Counted = Omit<UsageCount, 'caller' | 'kind' | 'name'> & { count: number; lastUsed: Date };

type Counts = Readonly<Record<UsageKind, Map<string, Counted>>>;

const kinds: readonly UsageKind[] = ['feature', 'parameter', 'resource'];

export function usageCounter({ mostCallers = 10_000, before = [] }: UsageCounterOptions = {}): UsageCounter {
  const callers = new Map<string, Counts>();
  absorb(before);

  function absorb(more: readonly UsageCount[]): void {
    for (const { caller, kind, name, count, lastUsed } of more) add(countsOf(caller)[kind], name, lastUsed, count);
  }

  function countsOf(caller: string): Counts {
    const known = callers.get(caller);
    if (known !== undefined) return known;
    const name = callers.size < mostCallers ? caller : OTHER_CALLERS;
    const counts = callers.get(name) ?? { feature: new Map(), parameter: new Map(), resource: new Map() };
    callers.set(name, counts);
    return counts;
  }

  return {
    absorb,
    record({ caller, resource, format, parameters, features, at }) {
      const counts = countsOf(caller);
      add(counts.resource, `${resource}.${format}`, at);
      for (const name of parameters) add(counts.parameter, name, at);
      for (const name of features) add(counts.feature, name, at);
    },
    counts: () =>
      [...callers]
        .sort(([one], [other]) => compare(one, other))
        .flatMap(([caller, counts]) =>
          kinds.flatMap((kind) =>
            [...counts[kind]]
              .sort(([one], [other]) => compare(one, other))
              .map(([name, counted]) => ({ caller, kind, name, ...counted })),
          ),
        ),
  };
}

function add(counts: Map<string, Counted>, name: string, at: Date, count = 1): void {
  const entry = counts.get(name);
  if (entry === undefined) counts.set(name, { count, lastUsed: at });
  else {
    entry.count += count;
    if (at > entry.lastUsed) entry.lastUsed = at;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
