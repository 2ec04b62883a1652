/**
 * Work that can be done in one go or bit by bit: loops, each over so many steps, each begun when the one before is done.
 * What a work returns is its result.
 */
interface Pass {
  readonly steps: number;
  readonly run: (from: number, to: number) => void;
}

export type Work<T> = Generator<Pass, T, undefined>;

export function runAll<T>(work: Work<T>): T {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    next.value.run(0, next.value.steps);
  }
}

const STEPS_AT_ONCE = 2048;

/** Returns a function that does a small part of the work, and says whether there is more. */
export function piecewise<T>(work: Work<T>, whenDone: (result: T) => void): () => boolean {
  let pass: Pass | undefined;
  let done = 0;
  return () => {
    if (pass === undefined || done >= pass.steps) {
      const next = work.next();
      if (next.done === true) {
        whenDone(next.value);
        return false;
      }
      pass = next.value;
      done = 0;
    }
    const to = Math.min(pass.steps, done + STEPS_AT_ONCE);
    pass.run(done, to);
    done = to;
    return true;
  };
}
