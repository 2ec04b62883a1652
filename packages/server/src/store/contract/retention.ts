/** What is let go of: log entries that need not be kept, and what left quarantine long ago. */
import { describe, expect, it } from 'vitest';
import { LogGone } from '../store.ts';
import type { LogKeeping, Store } from '../store.ts';
import { at, locationRecord, put, quarantine, status } from './records.ts';
import type { Bench } from './subject.ts';

const MINUTE = 60_000;
const market = locationRecord({ id: 'MARKT' }).contentId;

function keeping(change: Partial<LogKeeping>): LogKeeping {
  return { milliseconds: 60 * MINUTE, least: 1, most: 1_000, ...change };
}

/** One location, and its EVSE changes its status at each of these minutes. */
async function statusesAt(store: Store, ...minutes: readonly number[]): Promise<void> {
  if (store.seq() === 0) await store.apply([put({ id: 'MARKT', evses: [{ uid: 'E1' }] }, at(0))]);
  await store.apply(minutes.map((minute) => status('MARKT', 'E1', 'CHARGING', at(minute), at(minute + 1))));
}

function seqs(store: Store): readonly number[] {
  return store.log(store.logSpan().seq, 10_000).map(({ seq }) => seq);
}

export function retentionContract({ fresh }: Bench): void {
  describe('a log that is trimmed', () => {
    it('loses what is too much, the oldest first, and never the newest', async () => {
      const store = fresh();
      expect(store.logSpan()).toEqual({ seq: 0 });
      expect(await store.trim(at(0), keeping({ most: 5 }), 100)).toBe(0);
      await statusesAt(store, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      expect(await store.trim(at(10), keeping({ most: 4 }), 100)).toBe(0);
      expect(store.logSpan()).toMatchObject({ seq: 6 });
      expect(seqs(store)).toEqual([7, 8, 9, 10]);
      expect(await store.trim(at(10), keeping({ most: 0, least: 1 }), 100)).toBe(0);
      expect([store.seq(), seqs(store)]).toEqual([10, [10]]);
      expect(store.location(market)).toMatchObject({ seq: 10, statuses: [{ observedAt: at(9) }] });
      await statusesAt(store, 20);
      expect(seqs(store)).toEqual([10, 11]);
    });

    it('loses what is too old, as far as it was ever told the time, but for the entries that stay however old', async () => {
      const store = fresh();
      await statusesAt(store, 1, 2, 3);
      await store.trim(at(10), keeping({}), 100);
      await statusesAt(store, 11, 12);
      await store.trim(at(20), keeping({}), 100);
      await statusesAt(store, 21);
      await store.trim(at(69), keeping({}), 100);
      expect(store.logSpan()).toEqual({ seq: 0 });
      await store.trim(at(70), keeping({ least: 6 }), 100);
      expect(store.logSpan()).toMatchObject({ seq: 1 });
      await store.trim(at(70), keeping({}), 100);
      expect(store.logSpan()).toEqual({ seq: 4, since: at(10) });
      expect(seqs(store)).toEqual([5, 6, 7]);
      await store.trim(at(80), keeping({}), 100);
      expect(store.logSpan()).toEqual({ seq: 6, since: at(20) });
    });

    it('goes some entries at a time, and says how many are still to go', async () => {
      const store = fresh();
      await statusesAt(store, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      expect(await store.trim(at(10), keeping({ most: 2 }), 3)).toBe(5);
      expect(seqs(store)).toHaveLength(7);
      expect(await store.trim(at(10), keeping({ most: 2 }), 3)).toBe(2);
      expect(await store.trim(at(10), keeping({ most: 2 }), 3)).toBe(0);
      expect(seqs(store)).toEqual([9, 10]);
    });

    it('says so to who asks for what is gone, and goes on for all others', async () => {
      const store = fresh();
      await statusesAt(store, 1, 2, 3, 4, 5);
      await store.trim(at(10), keeping({ most: 2 }), 100);
      expect(() => store.log(0, 10)).toThrow(LogGone);
      expect(() => store.log(3, 1)).toThrow(/begins after entry 4 .* after 3/);
      expect(store.log(4, 10).map(({ seq }) => seq)).toEqual([5, 6]);
      expect(store.log(5, 10).map(({ seq }) => seq)).toEqual([6]);
      expect(store.log(6, 10)).toEqual([]);
      expect(store.log(99, 10)).toEqual([]);
    });

    it('is news to nobody who listens', async () => {
      const store = fresh();
      await statusesAt(store, 1, 2, 3);
      const heard: number[] = [];
      store.onCommit((seq) => heard.push(seq));
      await store.trim(at(10), keeping({ most: 1 }), 100);
      expect(heard).toEqual([]);
    });
  });

  describe('what left quarantine', () => {
    it('is let go of as long after as the log is', async () => {
      const store = fresh();
      const broken = quarantine('{"id":"MARKT"}', { id: 'MARKT' });
      await store.apply([broken, put({ id: 'MARKT' }, at(60))]);
      await store.trim(at(90), keeping({}), 100);
      await store.apply([broken]);
      // Known still, so that it keeps its date.
      expect([...store.quarantined()].map(({ receivedAt }) => receivedAt)).toEqual([at(60)]);
      await store.apply([put({ id: 'MARKT' }, at(61))]);
      await store.trim(at(122), keeping({}), 100);
      await store.apply([quarantine('{"id":"MARKT"}', { id: 'MARKT', receivedAt: at(130) })]);
      expect([...store.quarantined()].map(({ receivedAt }) => receivedAt)).toEqual([at(130)]);
    });
  });
}
