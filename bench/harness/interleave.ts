/** Runs contenders in turns, so that what disturbs the machine disturbs all of them alike, and takes medians. */
import type { Measurement } from './measure.ts';

export type Contender = () => Promise<Measurement>;

export async function interleave<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Readonly<Record<Name, Measurement>>> {
  const names = Object.keys(contenders) as Name[];
  const results = new Map<Name, Measurement[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Every other round backwards: nobody always runs behind the same neighbour.
    for (const name of round % 2 === 0 ? names : names.toReversed()) results.get(name)?.push(await contenders[name]());
  }
  return Object.fromEntries(names.map((name) => [name, medianOf(results.get(name) ?? [])])) as Record<
    Name,
    Measurement
  >;
}

function medianOf(measurements: readonly Measurement[]): Measurement {
  const by = (field: keyof Measurement): number => median(measurements.map((measurement) => measurement[field]));
  return { count: by('count'), seconds: by('seconds'), cpuSeconds: by('cpuSeconds'), peakBytes: by('peakBytes') };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >>> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('no median of nothing');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
