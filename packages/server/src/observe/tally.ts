/** What an edge counts, on its way from one thread to another. */
import type { DurationFigures } from './durations.ts';
import { Durations } from './durations.ts';

export interface EdgeCounts {
  /** One answered request; seconds from its arrival until its answer was ready to be sent. */
  answered(surface: string, status: number, seconds: number): void;
  /** A refused request, by the catalogue's code. */
  refused(surface: string, code: string): void;
}

/** Can be sent to another thread. */
export interface Tally {
  readonly durations: readonly DurationFigures[];
  readonly refusals: readonly { readonly surface: string; readonly code: string; readonly count: number }[];
}

export interface TallyKeeper extends EdgeCounts {
  /** All that was counted since the last call. */
  take(): Tally;
}

export function tallyKeeper(): TallyKeeper {
  const durations = new Durations('', '');
  const refusals = new Map<string, { surface: string; code: string; count: number }>();
  return {
    answered: (surface, status, seconds) => {
      durations.add(surface, status, seconds);
    },
    refused: (surface, code) => {
      const key = `${surface} ${code}`;
      const known = refusals.get(key);
      if (known === undefined) refusals.set(key, { surface, code, count: 1 });
      else known.count++;
    },
    take() {
      const taken = { durations: durations.take(), refusals: [...refusals.values()] };
      refusals.clear();
      return taken;
    },
  };
}
