import { performance } from 'node:perf_hooks';

/** Calls a step again and again, between other work, until it returns false. */
export type Background = (step: () => boolean) => void;

/** A slice of work per turn of the event loop. */
export function inSlices(milliseconds: number): Background {
  return (step) => {
    const slice = (): void => {
      const end = performance.now() + milliseconds;
      let more = true;
      while (more && performance.now() < end) more = step();
      if (more) setImmediate(slice);
    };
    setImmediate(slice);
  };
}
