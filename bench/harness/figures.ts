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
