import { DatabaseSync } from 'node:sqlite';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { put } from '../contract/records.ts';
import { StoreBusy } from '../store.ts';
import type { Store } from '../store.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { SqliteStoreOptions } from './sqlite-store.ts';

let path: string;
const open: Store[] = [];
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'pantograph-durability-')), 'store.db');
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  rmSync(join(path, '..'), { recursive: true });
});

function openStore(options: SqliteStoreOptions = {}): Store {
  const store = openSqliteStore(path, options);
  open.push(store);
  return store;
}

/** A disk that finishes a flush only when it is told to. */
function slowDisk() {
  const pending: (() => void)[] = [];
  let started: (() => void) | undefined;
  return {
    sync: async (flush: () => Promise<void>) => {
      await flush();
      await new Promise<void>((resolve) => {
        pending.push(resolve);
        started?.();
      });
    },
    /** Resolves when a flush is under way. */
    busy: () => (pending.length > 0 ? Promise.resolve() : new Promise<void>((resolve) => (started = resolve))),
    finish: () => pending.shift()?.(),
  };
}

describe('a commit', () => {
  it('is acknowledged, told of and counted only when it is on disk', async () => {
    const disk = slowDisk();
    const store = openStore({ sync: disk.sync });
    const events: string[] = [];
    store.onCommit((seq) => events.push(`heard ${String(seq)}`));
    const call = store.apply([put({ id: 'A' })]).then(() => events.push('acknowledged'));
    await disk.busy();
    expect([store.seq(), store.log(0, 10), events]).toEqual([0, [], []]);
    disk.finish();
    await call;
    expect(store.seq()).toBe(1);
    expect(store.log(0, 10)).toHaveLength(1);
    expect(events).toEqual(['heard 1', 'acknowledged']);
  });

  it('is shared by calls of one turn, and by those made while another is being written', async () => {
    const disk = slowDisk();
    let flushes = 0;
    const store = openStore({ sync: (flush) => ((flushes += 1), disk.sync(flush)) });
    const first = [store.apply([put({ id: 'A' })]), store.apply([put({ id: 'B' })])];
    await disk.busy();
    const second = [
      store.apply([put({ id: 'C' })]),
      store.putSource({ name: 'city' }),
      store.apply([put({ id: 'D' })]),
    ];
    disk.finish();
    await Promise.all(first);
    await disk.busy();
    expect([flushes, store.seq()]).toEqual([2, 2]);
    disk.finish();
    await Promise.all(second);
    expect([flushes, store.seq()]).toEqual([2, 5]);
  });

  it('is shared by calls of several turns of a thread that is busy', async () => {
    let flushes = 0;
    const store = openStore({ sync: () => ((flushes += 1), Promise.resolve()) });
    const calls: Promise<unknown>[] = [];
    for (let turn = 0; turn < 40; turn++) {
      calls.push(store.apply([put({ id: String(turn) })]));
      for (const began = performance.now(); performance.now() - began < 0.3;) continue;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(calls);
    expect(store.seq()).toBe(40);
    expect(flushes).toBeLessThan(30);
  });

  it('that cannot be flushed is refused, and so is all after it', async () => {
    let broken = true;
    const sync = (flush: () => Promise<void>) => (broken ? Promise.reject(new Error('EIO')) : flush());
    const store = openStore({ sync });
    const calls = [store.apply([put({ id: 'A' })]), store.apply([put({ id: 'B' })])];
    const results = await Promise.allSettled(calls);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    await expect(store.apply([put({ id: 'C' })])).rejects.toThrow(/could not be flushed/);
    expect(store.seq()).toBe(0);
  });
});

describe("another process's transaction", () => {
  it('is waited for, while this process goes on', async () => {
    const store = openStore();
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const call = store.apply([put({ id: 'A' })]);
    const turning = setInterval(() => {
      turns += 1;
      if (turns === 5) other.exec('COMMIT');
    }, 1);
    expect(await call).toEqual(['added']);
    clearInterval(turning);
    other.close();
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  it('that does not end makes the call fail with the reason, and nothing else', async () => {
    const store = openStore({ patience: 20 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.apply([put({ id: 'A' })])).rejects.toThrow(/another process has been writing.*20 ms/);
    other.exec('ROLLBACK');
    other.close();
    expect(await store.apply([put({ id: 'A' })])).toEqual(['added']);
  });

  it.skipIf(!existsSync('/proc/locks'))('is named by its process id where the system tells', async () => {
    const store = openStore({ patience: 20 });
    const script = fileURLToPath(new URL('testing/hold-write-lock.ts', import.meta.url));
    const holder = spawn(process.execPath, [script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    const refused = await store.apply([put({ id: 'A' })]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreBusy);
    expect(refused).toMatchObject({ writer: holder.pid });
    holder.stdin.end();
    await once(holder, 'close');
    expect(await store.apply([put({ id: 'A' })])).toEqual(['added']);
  });
});
