/** Repeats what failed in a way that may pass. */
import type { Notice } from '@pantograph/model/notice';
import { PageFailure, waitBefore } from './repeat-policy.ts';

export interface Patience {
  readonly retries: number;
  /** Resolves after so many milliseconds; rejects once the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly note: (notice: Notice) => void;
}

export async function persist<Result>(attempt: () => Promise<Result>, patience: Patience): Promise<Result> {
  const { retries, wait, random, signal, note } = patience;
  for (let repeat = 0; ; repeat++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PageFailure) || !error.passing || repeat >= retries) throw error;
      note({ code: 'request_repeated', path: '', parameters: { reason: error.message } });
      await wait(waitBefore(repeat, error, random), signal);
    }
  }
}
