/** Hands objects to the store in large commits. The next batch is read while the last one is on its way to disk. */
import type { Change, Outcome } from '../store/store.ts';
import type { FeedEntry } from './feed-reader.ts';
import type { FeedPosition } from './import-report.ts';

export interface BatchWriterOptions {
  readonly write: (changes: readonly Change[]) => Promise<readonly Outcome[]>;
  /** Told of each object once the store has answered, in order; no outcome where there was nothing to write. */
  readonly settled: (entry: FeedEntry, place: FeedPosition, outcome?: Outcome) => void;
  /** Told after each batch how many objects are settled in all. */
  readonly onBatch?: (settled: number) => void;
  /** Default 500: some ten milliseconds in which a server that takes a feed in answers nobody. */
  readonly objectsPerCommit?: number;
}

export interface BatchWriter {
  /** Resolves at once, but for the last of a batch. */
  add(entry: FeedEntry, place: FeedPosition): Promise<void> | undefined;
  /** Resolves when all that was added is settled. */
  finish(): Promise<void>;
}

interface Waiting {
  readonly entry: FeedEntry;
  readonly place: FeedPosition;
}

export function batchWriter({ write, settled, onBatch, objectsPerCommit = 500 }: BatchWriterOptions): BatchWriter {
  let waiting: Waiting[] = [];
  let underWay: Promise<void> | undefined;
  let failed: { readonly reason: unknown } | undefined;
  let count = 0;

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    const changes = batch.flatMap(({ entry }) => entry.change ?? []);
    const outcomes = changes.length === 0 ? [] : await write(changes);
    let next = 0;
    for (const { entry, place } of batch) {
      if (entry.change === undefined) settled(entry, place);
      else settled(entry, place, outcomes[next++]);
    }
    count += batch.length;
    onBatch?.(count);
  }

  async function lastSettled(): Promise<void> {
    await underWay;
    if (failed !== undefined) throw failed.reason;
  }

  async function startNext(): Promise<void> {
    await lastSettled();
    // Nobody waits for it until the next batch is read; a failure is kept until then.
    underWay = writeBatch(waiting).catch((reason: unknown) => {
      failed = { reason };
    });
    waiting = [];
  }

  return {
    add: (entry, place) => {
      waiting.push({ entry, place });
      return waiting.length < objectsPerCommit ? undefined : startNext();
    },
    finish: async () => {
      await startNext();
      await lastSettled();
    },
  };
}
