/** Threads that are lost, that hang, or that cannot be. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { smallWorldId } from '../../test/small-world.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { laterBy, makeWorld, serverUnderTest, statusOf } from './testing/threads-under-test.ts';
import { worldOfEachTest } from './testing/world-of-each-test.ts';

const LONG = { timeout: 120_000 };
const market = smallWorldId('DELFT-MARKT');

const { world, start } = worldOfEachTest();

describe('a thread', () => {
  it('that is lost is replaced, and the new one is fresh too', LONG, async () => {
    const workers: Worker[] = [];
    const note = (worker: Worker) => workers.push(worker);
    process.on('worker', note);
    const { connectToEach, recorded, server } = await start({ threads: 2 });
    process.off('worker', note);
    expect(workers).toHaveLength(2);
    await workers[1]?.terminate();
    const at = laterBy(1);
    const status = { uid: 'MARKT-1', status: 'OUTOFORDER', observedAt: at, receivedAt: at } as const;
    await server.store.apply([{ kind: 'status', contentId: market, status }]);
    await vi.waitFor(() => {
      const said = recorded.lines().map(({ msg }) => msg);
      expect(said).toContain('a serving thread was lost; another one takes its place');
      expect(said).toContain('a serving thread is there again');
    }, 30_000);
    for (const thread of await connectToEach(2)) expect(await statusOf(thread, market, 'MARKT-1')).toBe('OUTOFORDER');
  });

  it('that hangs is ended, and another one serves in its place', LONG, async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout'] });
    const workers: Worker[] = [];
    const note = (worker: Worker) => workers.push(worker);
    process.on('worker', note);
    try {
      const { connectToEach, recorded } = await start({ threads: 2 });
      const [hanging] = workers;
      if (hanging === undefined) throw new Error('no thread was started');
      // What it is asked from now on it does not hear.
      vi.spyOn(hanging, 'postMessage').mockReturnValue(undefined);
      const said = () => recorded.lines().map(({ msg }) => msg);
      // Seconds go by faster than they do, and a thread that answers has seconds for it.
      while (!said().includes('a serving thread is there again')) {
        vi.advanceTimersByTime(1000);
        await delay(150);
      }
      expect(said()).toContain('a serving thread does not answer any more');
      vi.useRealTimers();
      for (const thread of await connectToEach(2)) expect(await statusOf(thread, market, 'MARKT-1')).toBe('AVAILABLE');
    } finally {
      process.off('worker', note);
      vi.useRealTimers();
      vi.restoreAllMocks();
    }
  });

  it('takes no port that somebody has, be it a server with threads', LONG, async () => {
    const { server } = await start({ threads: 2 });
    const elsewhere = await makeWorld();
    try {
      const second = serverUnderTest(elsewhere, { threads: 2, port: server.port });
      await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
      const alone = serverUnderTest(elsewhere, { port: server.port });
      await expect(alone).rejects.toMatchObject({ code: 'EADDRINUSE' });
    } finally {
      elsewhere.remove();
    }
  });

  it('writes into the one log, with its number', LONG, async () => {
    const { connectToEach, recorded } = await start({ threads: 2 });
    await connectToEach(2);
    const answered = recorded.lines().filter(({ msg }) => msg === 'answered');
    expect(new Set(answered.map(({ thread }) => thread))).toEqual(new Set([1, 2]));
    expect(answered[0]).toMatchObject({ surface: 'lookup', method: 'GET', status: 200, level: 20 });
  });

  it('needs the store in its file', LONG, async () => {
    const store = openSqliteStore(':memory:');
    const empty = `${world().directory}/empty`;
    await expect(serverUnderTest({ ...world(), directory: empty }, { threads: 2, store })).rejects.toThrow('its file');
    await store.close();
  });
});
