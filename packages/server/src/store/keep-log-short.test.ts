import { afterEach, describe, expect, it } from 'vitest';
import { at, put, status } from './contract/records.ts';
import { keepLogShort } from './keep-log-short.ts';
import type { KeepLogShortOptions, KeptShort } from './keep-log-short.ts';
import { openSqliteStore } from './sqlite/sqlite-store.ts';
import { StoreBusy } from './store.ts';
import type { Store } from './store.ts';

const running: KeptShort[] = [];
const stores: Store[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  for (const store of stores.splice(0)) await store.close();
});

async function storeOf(entries: number): Promise<Store> {
  const store = openSqliteStore(':memory:');
  stores.push(store);
  await store.apply([put({ id: 'MARKT', evses: [{ uid: 'E1' }] }, at(0))]);
  await store.apply(
    Array.from({ length: entries - 1 }, (_, n) => status('MARKT', 'E1', 'CHARGING', at(n + 1), at(n + 2))),
  );
  return store;
}

function start(options: Partial<KeepLogShortOptions> & Pick<KeepLogShortOptions, 'store'>): unknown[] {
  const errors: unknown[] = [];
  running.push(
    keepLogShort({
      now: () => new Date(at(0)),
      lookEvery: 5,
      log: { error: ({ err }) => errors.push(err) },
      ...options,
    }),
  );
  return errors;
}

describe('a log that is kept short', () => {
  it('is cut to what is kept, some entries at a time, again and again', async () => {
    const store = await storeOf(3_500);
    const cut: number[] = [];
    const trim: Store['trim'] = async (...how) => {
      const left = await store.trim(...how);
      cut.push(store.logSpan().seq);
      return left;
    };
    start({ store: { trim }, keeping: { least: 10, most: 100 } });
    await expect.poll(() => store.logSpan().seq).toBe(3_400);
    expect(cut.slice(0, 4)).toEqual([1_000, 2_000, 3_000, 3_400]);
    await store.apply([status('MARKT', 'E1', 'AVAILABLE', at(9_000))]);
    await expect.poll(() => store.logSpan().seq).toBe(3_401);
  });

  it('is left alone by the usual rule while it is young and not long', async () => {
    const store = await storeOf(50);
    let looks = 0;
    start({ store: { trim: (...how) => ((looks += 1), store.trim(...how)) } });
    await expect.poll(() => looks).toBeGreaterThan(2);
    expect(store.logSpan()).toEqual({ seq: 0 });
  });

  it('is tried again where it could not be cut; another writer is no news', async () => {
    const store = await storeOf(50);
    const troubles = [new StoreBusy('busy', 7), new Error('disk')];
    const trim: Store['trim'] = (...how) => {
      const trouble = troubles.shift();
      return trouble === undefined ? store.trim(...how) : Promise.reject(trouble);
    };
    const errors = start({ store: { trim }, keeping: { least: 1, most: 5 } });
    await expect.poll(() => store.logSpan().seq).toBe(45);
    expect(errors).toEqual([new Error('disk')]);
  });
});
