import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rateLimiter } from './rate-limiter.ts';
import { SHARED_LIMITER_BYTES, sharedRateLimiter } from './shared-rate-limiter.ts';

const memory = (): SharedArrayBuffer => new SharedArrayBuffer(SHARED_LIMITER_BYTES);

it('says what the limiter of one thread says, however many share it', () => {
  const takes = fc.array(
    fc.record({ caller: fc.nat(5), thread: fc.nat(2), wait: fc.constantFrom(0, 0, 1, 40, 900, 5000) }),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(takes, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10 }), (all, perSecond, burst) => {
      const shared = memory();
      const threads = [sharedRateLimiter(shared), sharedRateLimiter(shared), sharedRateLimiter(shared)];
      const one = rateLimiter();
      let time = 1_000_000;
      for (const { caller, thread, wait } of all) {
        time += wait;
        const expected = one.take(String(caller), { perSecond, burst }, new Date(time));
        expect(threads[thread]?.take(String(caller), { perSecond, burst }, new Date(time))).toBe(expected);
      }
    }),
  );
});

it('a clock that is a little behind in one thread gives nothing to another', () => {
  const shared = memory();
  const [ahead, behind] = [sharedRateLimiter(shared), sharedRateLimiter(shared)];
  const rate = { perSecond: 100, burst: 1 };
  let passed = 0;
  for (let turn = 0; turn < 1000; turn++) {
    if (ahead.take('a', rate, new Date(1_000_010)) === 0) passed++;
    if (behind.take('a', rate, new Date(1_000_000)) === 0) passed++;
  }
  expect(passed).toBe(1);
});

it('many callers take the places of those unseen for longest', () => {
  const limiter = sharedRateLimiter(memory());
  const rate = { perSecond: 1, burst: 1 };
  for (let caller = 0; caller < 200_000; caller++) limiter.take(`peer:${String(caller)}`, rate, new Date(caller));
  expect(limiter.take('peer:199999', rate, new Date(200_000))).toBe(1);
  expect(limiter.take('peer:0', rate, new Date(200_000))).toBe(0);
});

it('threads that take at the same time let through as many as one', async () => {
  const shared = memory();
  const code = `
    const { workerData, parentPort } = require('node:worker_threads');
    import(workerData.module).then(({ sharedRateLimiter }) => {
      const limiter = sharedRateLimiter(workerData.shared);
      let passed = 0;
      for (let take = 0; take < 20_000; take++) {
        if (limiter.take('a', { perSecond: 1e-9, burst: 5000 }, new Date(1_000_000)) === 0) passed++;
      }
      parentPort.postMessage(passed);
    });`;
  const module = new URL('shared-rate-limiter.ts', import.meta.url).href;
  const counts = await Promise.all(
    [1, 2, 3].map(async () => {
      const worker = new Worker(code, { eval: true, workerData: { shared, module } });
      const [passed] = (await once(worker, 'message')) as [number];
      await worker.terminate();
      return passed;
    }),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5000);
});
