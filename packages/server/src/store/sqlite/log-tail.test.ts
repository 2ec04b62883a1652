import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at, locationRecord, put, putTariff, removal, status, tariffRecord } from '../contract/records.ts';
import { LogGone } from '../store.ts';
import type { Change, LogEntry, Store } from '../store.ts';
import { logTail } from './log-tail.ts';
import { openSqliteStore } from './sqlite-store.ts';

const id = fc.constantFrom('A', 'B');
const minute = fc.integer({ min: 0, max: 9 }).map(at);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(id, minute).map(([named, updated]) => put({ id: named, name: updated, updated, evses: [{ uid: 'E1' }] })),
  fc
    .tuple(id, fc.constantFrom('AVAILABLE', 'CHARGING'), minute)
    .map(([named, value, when]) => status(named, 'E1', value, when)),
  fc.tuple(id, minute).map(([named, when]) => removal(named, when)),
  fc.tuple(id, minute).map(([named, updated]) => putTariff(tariffRecord(named, updated.length, updated))),
);

/** By one of two stores on one file: a call that is kept, rehearsed or fails, a new source, or the log cut short. */
const step = fc.record({
  by: fc.constantFrom(0, 1),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constant('apply' as const) },
    fc.constantFrom('rehearse', 'fail', 'name', 'trim'),
  ),
  changes: fc.array(change, { maxLength: 3 }),
});

const collision = { ...locationRecord({ id: 'OTHER' }), contentId: locationRecord({ id: 'A' }).contentId };

async function take(store: Store, { does, changes }: { does: string; changes: readonly Change[] }): Promise<void> {
  if (does === 'apply') await store.apply(changes);
  else if (does === 'rehearse') await store.rehearse(changes);
  else if (does === 'name') await store.putSource({ name: `source ${String(store.seq())}` });
  else if (does === 'trim') await store.trim(at(99), { milliseconds: 1e9, least: 1, most: 3 }, 1000);
  else {
    const calls = [
      store.apply([...changes, put({ id: 'A' }), { kind: 'location', record: collision, receivedAt: at(60) }]),
      store.apply(changes),
    ];
    expect((await Promise.allSettled(calls)).map((one) => one.status)).toEqual(['rejected', 'fulfilled']);
  }
}

function logOf(store: Store, after: number, limit: number): readonly LogEntry[] | 'gone' {
  try {
    return store.log(after, limit);
  } catch (error) {
    if (error instanceof LogGone) return 'gone';
    throw error;
  }
}

it('tells the log as the file has it, whoever has written and whatever became of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const directory = mkdtempSync(join(tmpdir(), 'pantograph-log-tail-'));
      const open = (): Store => openSqliteStore(join(directory, 'store.db'));
      const stores = [open(), open()] as const;
      try {
        for (const one of steps) {
          await take(stores[one.by === 0 ? 0 : 1], one);
          const unremembering = open();
          const begin = unremembering.logSpan().seq;
          for (const store of stores) {
            expect(store.seq()).toBe(unremembering.seq());
            for (let after = begin; after <= store.seq() + 1; after++) {
              for (const limit of [1, 2, 100]) {
                expect(logOf(store, after, limit)).toEqual(logOf(unremembering, after, limit));
              }
            }
          }
          await unremembering.close();
        }
      } finally {
        for (const store of stores) await store.close();
        rmSync(directory, { recursive: true });
      }
    }),
    { numRuns: 25 },
  );
});

it('remembers the newest entries only, and never with a gap', () => {
  const tail = logTail(3);
  const entry = (seq: number): LogEntry => ({ seq, kind: 'source', name: `source ${String(seq)}` });
  const write = (after: number, count: number): void => {
    tail.begin(after);
    for (let seq = after + 1; seq <= after + count; seq++) tail.append(entry(seq));
    tail.keep();
  };
  expect(tail.read(0, 0, 10)).toBeUndefined();
  write(0, 6);
  expect(tail.read(0, 6, 2)).toEqual([entry(1), entry(2)]);
  write(6, 1);
  expect(tail.read(3, 7, 10)).toBeUndefined();
  expect(tail.read(4, 7, 10)).toEqual([entry(5), entry(6), entry(7)]);
  expect(tail.read(4, 8, 10)).toBeUndefined();
  expect(tail.read(7, 7, 10)).toEqual([]);
  write(9, 1);
  expect(tail.read(6, 10, 10)).toBeUndefined();
  expect(tail.read(9, 10, 10)).toEqual([entry(10)]);
});
