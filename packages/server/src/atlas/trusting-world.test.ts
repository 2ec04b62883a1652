import { afterEach, describe, expect, it, vi } from 'vitest';
import { smallWorld, smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../store/store.ts';
import { followStore } from './follow-store.ts';
import { indexedWorld } from './indexed/indexed-world.ts';
import { scannedWorld } from './scanned-world.ts';
import type { SourceTrust } from './status-trust.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const market = smallWorldId('DELFT-MARKT');
const start = smallWorldTime.getTime();

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function filledStore(): Promise<Store> {
  const store = openSqliteStore(':memory:');
  closing.push(() => store.close());
  const { sources, locations } = smallWorld();
  for (const source of sources) await store.putSource(source);
  const receivedAt = smallWorldTime.toISOString();
  await store.apply(locations.map((record): Change => ({ kind: 'location', record, receivedAt })));
  return store;
}

const marketSource = (): string => {
  const found = smallWorld().locations.find(({ contentId }) => contentId === market);
  if (found === undefined) throw new Error('no market');
  return found.key.source;
};

describe.each([
  ['indexed', indexedWorld],
  ['scanned', scannedWorld],
] as const)('statuses in a world that is %s', (_, world) => {
  async function trusting(rule: SourceTrust, at = start) {
    const store = await filledStore();
    const source = marketSource();
    let [time, trust] = [at, new Map([[source, rule]])];
    const tasks: (() => void)[] = [];
    const atlas = followStore(store, {
      world,
      now: () => new Date(time),
      trust: () => trust,
      repeat: (task) => {
        tasks.push(task);
        return () => undefined;
      },
    });
    closing.push(() => atlas.close());
    return {
      store,
      atlas,
      at: (next: number) => {
        time = next;
        for (const task of tasks) task();
      },
      trusted: (next: SourceTrust) => {
        trust = new Map([[source, next]]);
      },
      shown: () => atlas.site(market)?.location.evses.map(({ status }) => status),
      /** How many places have something free, by the index. */
      available: () => atlas.search({ filter: { connector: { available: true } }, limit: 1 }).matched,
    };
  }
  const original = smallWorld()
    .locations.find(({ contentId }) => contentId === market)
    ?.location.evses.map(({ status }) => status);
  const lost = original?.map((status) => (['PLANNED', 'REMOVED'].includes(status) ? status : 'UNKNOWN'));

  it('are believed for as long as the rule says, and found again with a confirmation', async () => {
    const subject = await trusting({ decayAfter: HOUR });
    subject.at(start + 59 * MINUTE);
    expect(subject.shown()).toEqual(original);
    const free = subject.available();
    subject.at(start + 60 * MINUTE);
    await vi.waitFor(() => expect(subject.shown()).toEqual(lost));
    expect(subject.available()).toBeLessThan(free);
    const status = subject.atlas.site(market)?.statuses.values().next().value;
    expect(status?.observedAt).toBe(subject.store.location(market)?.statuses[0]?.observedAt);
    expect(subject.store.location(market)?.location.evses.map((evse) => evse.status)).toEqual(original);

    const confirmedAt = new Date(start + 61 * MINUTE).toISOString();
    const seq = subject.store.seq();
    subject.trusted({ decayAfter: HOUR, confirmedAt });
    subject.at(start + 62 * MINUTE);
    await vi.waitFor(() => expect(subject.shown()).toEqual(original));
    expect(subject.atlas.site(market)?.source.confirmedAt).toBe(confirmedAt);
    expect(subject.store.seq()).toBe(seq);
    subject.at(start + 120 * MINUTE);
    expect(subject.shown()).toEqual(original);
    subject.at(start + 121 * MINUTE);
    await vi.waitFor(() => expect(subject.shown()).toEqual(lost));
  });

  it('are lost from the start where they are old', async () => {
    const subject = await trusting({ decayAfter: HOUR }, start + 2 * HOUR);
    expect(subject.shown()).toEqual(lost);
    await subject.store.apply([
      {
        kind: 'status',
        contentId: market,
        status: {
          uid: subject.store.location(market)?.statuses[0]?.uid ?? '',
          status: 'CHARGING',
          observedAt: new Date(start + 2 * HOUR).toISOString(),
          receivedAt: new Date(start + 2 * HOUR).toISOString(),
        },
      },
    ]);
    await subject.atlas.caughtUp(subject.store.seq());
    expect(subject.shown()?.[0]).toBe('CHARGING');
    subject.at(start + 3 * HOUR);
    await vi.waitFor(() => expect(subject.shown()).toEqual(lost));
  });

  it('stay for ever without a rule, and come back when it is lifted', async () => {
    const subject = await trusting({});
    subject.at(start + 1000 * HOUR);
    expect(subject.shown()).toEqual(original);
    subject.trusted({ decayAfter: HOUR });
    subject.at(start + 1001 * HOUR);
    await vi.waitFor(() => expect(subject.shown()).toEqual(lost));
    subject.trusted({});
    subject.at(start + 1002 * HOUR);
    await vi.waitFor(() => expect(subject.shown()).toEqual(original));
  });
});
