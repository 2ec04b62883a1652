/** A counter that goes on where the process before it ended. */
import { readUses, writeUses } from './uses-file.ts';
import type { UsageCount, UsageCounter } from './usage-counter.ts';
import { usageCounter } from './usage-counter.ts';

export interface KeptUsage extends UsageCounter {
  /** Writes what is not written yet. */
  close(): void;
}

export interface KeptUsageOptions {
  readonly path: string;
  /** Hears why counts could not be read or written; counting goes on. */
  readonly onTrouble: (error: unknown, what: string) => void;
  readonly saveMilliseconds?: number;
}

const SAVE_MILLISECONDS = 30_000;

export function keptUsage({ path, onTrouble, saveMilliseconds = SAVE_MILLISECONDS }: KeptUsageOptions): KeptUsage {
  const counter = usageCounter({ before: readBefore() });
  let unsaved = false;
  const timer = setInterval(save, saveMilliseconds);
  timer.unref();

  function readBefore(): readonly UsageCount[] {
    try {
      return readUses(path);
    } catch (error) {
      onTrouble(error, 'the uses of v2 counted so far cannot be read, and counting starts anew');
      return [];
    }
  }

  function save(): void {
    if (!unsaved) return;
    try {
      writeUses(path, counter.counts());
      unsaved = false;
    } catch (error) {
      onTrouble(error, 'the uses of v2 cannot be kept');
    }
  }

  return {
    record(use) {
      unsaved = true;
      counter.record(use);
    },
    absorb(counts) {
      if (counts.length > 0) unsaved = true;
      counter.absorb(counts);
    },
    counts: () => counter.counts(),
    close() {
      clearInterval(timer);
      save();
    },
  };
}
