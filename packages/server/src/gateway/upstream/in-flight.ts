/** At most so many at a time, and a queue that does not grow without end. */
import { Refused } from '../../refusal/refused.ts';

export type InFlight = <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;

/** Who finds the queue full, or goes away while waiting, is refused. */
export function inFlight(most: number, mostWaiting = 2 * most): InFlight {
  let running = 0;
  const waiting = new Set<() => void>();

  /** Resolves when it is this one's turn; the place is then taken. */
  function turn(signal: AbortSignal): Promise<void> | undefined {
    if (running < most) {
      running++;
      return undefined;
    }
    if (waiting.size >= mostWaiting) {
      const cause = `The gateway has ${String(most)} requests under way and ${String(mostWaiting)} more waiting`;
      throw new Refused('unavailable', { cause, retryAfter: 1 });
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.delete(start);
        reject(gone());
      };
      waiting.add(start);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** The place goes to the one that waits longest. */
  function release(): void {
    const [next] = waiting;
    if (next === undefined) running--;
    else {
      waiting.delete(next);
      next();
    }
  }

  return async (work, signal) => {
    if (signal.aborted) throw gone();
    await turn(signal);
    try {
      return await work();
    } finally {
      release();
    }
  };
}

/** Nobody reads it. */
export function gone(): Refused {
  return new Refused('unavailable', { cause: 'The caller went away before there was an answer' });
}
