/** Figures out of measurements: what is better is always the higher ratio. */
import type { Figure } from './benchmark.ts';
import type { Measurement } from './measure.ts';

interface Pair {
  readonly name: string;
  readonly ours: Measurement;
  readonly peer?: Measurement;
  /** The peer's name. */
  readonly against?: string;
  readonly target?: number;
}

/** How many times better than the peer: what has to be, and what would be at best. */
export interface Times {
  readonly must: number;
  readonly ambition?: number;
}

/** The figure with what it should reach, in its own unit. */
export function toReach(shown: Figure, { must, ambition }: Times): Figure {
  const { peer, unit } = shown;
  if (peer === undefined) return shown;
  const at = (times: number): number => (lessIsBetter(unit) ? peer / times : peer * times);
  return { ...shown, target: at(must), ...(ambition === undefined ? {} : { ambition: at(ambition) }) };
}

/** Of time, CPU and memory there should be little, of all else much. */
export function lessIsBetter(unit: string): boolean {
  return /^(s|ms|us|µs|bytes|MB|times)\b/.test(unit);
}

/** Things done a second. */
export function rate(pair: Pair, things: string): Figure {
  return figure(pair, `${things}/s`, ({ count, seconds }) => count / seconds, 'more');
}

/** CPU time of one thing. */
export function cpuEach(pair: Pair, thing: string): Figure {
  return figure(pair, `us CPU/${thing}`, ({ count, cpuSeconds }) => (cpuSeconds / count) * 1e6, 'less');
}

export function duration(pair: Pair): Figure {
  return figure(pair, 's', ({ seconds }) => seconds, 'less');
}

export function peakMemory(pair: Pair): Figure {
  return figure(pair, 'MB', ({ peakBytes }) => peakBytes / 1e6, 'less');
}

function figure(
  { name, ours, peer, against, target }: Pair,
  unit: string,
  of: (measurement: Measurement) => number,
  better: 'more' | 'less',
): Figure {
  const value = of(ours);
  const shown = { name, value, unit, ...(target === undefined ? {} : { target }) };
  if (peer === undefined || against === undefined) return shown;
  const theirs = of(peer);
  return { ...shown, against, peer: theirs, ratio: better === 'more' ? value / theirs : theirs / value };
}
