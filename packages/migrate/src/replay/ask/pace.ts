/** Lets so many things begin a second, evenly, in the order in which they were asked for. */

export interface PaceOptions {
  /** `Infinity`: no limit. */
  readonly perSecond: number;
  /** Milliseconds, of any beginning. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/** Resolves when the next may begin. */
export type Pace = (signal: AbortSignal) => Promise<void>;

export function paceOf({ perSecond, now, sleep }: PaceOptions): Pace {
  const gap = 1000 / perSecond;
  let next = -Infinity;
  return async (signal) => {
    const time = now();
    const mine = Math.max(time, next);
    next = mine + gap;
    if (mine > time) await sleep(mine - time, signal);
  };
}
