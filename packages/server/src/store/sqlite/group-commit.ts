/**
 * Group commit: calls made in one turn of the event loop, while a group is being written, or while the thread is busy
 * with other things, share one transaction and one flush of the disk. A call that fails takes none of its neighbours
 * with it.
 */
import type { DatabaseSync } from 'node:sqlite';
import { beginPatiently } from './begin-patiently.ts';

/** A turn of the event loop that takes less had next to nothing to do. */
const SHORT_TURN_MILLISECONDS = 0.1;
/** A group costs as much as several changes: where there is other work, it may wait so long for more of them. */
const MOST_MILLISECONDS = 2;

export interface GroupCommitOptions {
  readonly database: DatabaseSync;
  /** Resolves when all that is committed is on disk. */
  readonly sync: () => Promise<void>;
  /** How long to wait for another process's transaction before giving up, milliseconds. */
  readonly patience: number;
  /** In the transaction, before the first call of the group. */
  readonly begun: () => void;
  /** In the transaction, after the last call of a group that is kept. */
  readonly ending: () => void;
  /** Other connections see the group, but it is not on disk yet. */
  readonly committed: () => void;
  /** The group is on disk; its callers hear of it next. */
  readonly durable: () => void;
}

export interface GroupCommit {
  /** Runs the work in a transaction; resolves with its result when that is on disk. */
  run<Result>(work: () => Result): Promise<Result>;
  /** Runs the work in a transaction of its own and takes everything back. */
  rehearse<Result>(work: () => Result): Promise<Result>;
  /** Takes no more calls; resolves when those made are done. */
  stop(): Promise<void>;
}

interface Call {
  /** Runs the work; returns what tells the caller, once the group is on disk. */
  readonly work: () => () => void;
  readonly reject: (reason: unknown) => void;
  readonly kept: boolean;
}

export function groupCommit(options: GroupCommitOptions): GroupCommit {
  const { database } = options;
  let waiting: Call[] = [];
  let draining: Promise<void> | undefined;
  let stopped = false;
  let broken: Error | undefined;

  function submit<Result>(work: () => Result, kept: boolean): Promise<Result> {
    if (stopped) return Promise.reject(new Error('the store is closed'));
    return new Promise<Result>((resolve, reject) => {
      const run = (): (() => void) => {
        const result = work();
        return () => resolve(result);
      };
      waiting.push({ work: run, reject, kept });
      draining ??= drain();
    });
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await gathered();
      const calls = waiting;
      waiting = [];
      for (const group of groupsOf(calls)) await write(group);
    }
    draining = undefined;
  }

  async function write(group: readonly Call[]): Promise<void> {
    const refuse = (reason: unknown): void => group.forEach((call) => call.reject(reason));
    if (broken !== undefined) return refuse(broken);
    const isKept = group.every((call) => call.kept);
    let tell: readonly (() => void)[];
    try {
      await beginPatiently(database, options.patience);
    } catch (error) {
      return refuse(error);
    }
    try {
      options.begun();
      tell = group.map((call) => call.work());
      if (isKept) options.ending();
      database.exec(isKept ? 'COMMIT' : 'ROLLBACK');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      if (group.length === 1) return refuse(error);
      // Each alone, so that only the one at fault is refused.
      for (const call of group) await write([call]);
      return;
    }
    if (!isKept) return tell.forEach((done) => done());
    try {
      options.committed();
      await options.sync();
    } catch (error) {
      // What the disk holds is unknown from here on, and a second flush would not tell: nothing more is acknowledged.
      broken = new Error('the store could not be flushed to disk; restart to go on', { cause: error });
      return refuse(broken);
    }
    options.durable();
    tell.forEach((done) => done());
  }

  return {
    run: (work) => submit(work, true),
    rehearse: (work) => submit(work, false),
    stop: async () => {
      stopped = true;
      await draining;
    },
  };
}

/** Resolves when there is nothing else to do, or after the longest wait. */
async function gathered(): Promise<void> {
  const began = performance.now();
  let before = began;
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    const now = performance.now();
    if (now - before < SHORT_TURN_MILLISECONDS || now - began >= MOST_MILLISECONDS) return;
    before = now;
  }
}

/** Neighbours together, in order; a rehearsal stays alone, since all of its transaction is taken back. */
function groupsOf(calls: readonly Call[]): readonly (readonly Call[])[] {
  const groups: Call[][] = [];
  for (const call of calls) {
    const last = groups.at(-1);
    if (call.kept && last?.[0]?.kept === true) last.push(call);
    else groups.push([call]);
  }
  return groups;
}
