/** Calls, commits and the log they leave. */
import { describe, expect, it } from 'vitest';
import { at, locationRecord, put, putTariff, quarantine, removal, status, tariffRecord } from './records.ts';
import type { Bench } from './subject.ts';

const market = locationRecord({ id: 'MARKT' }).contentId;

export function commitContract({ fresh }: Bench): void {
  describe('commits', () => {
    it('is empty at first', () => {
      const store = fresh();
      expect(store.seq()).toBe(0);
      expect(store.log(0, 10)).toEqual([]);
      expect([...store.locations(), ...store.tariffs(), ...store.quarantined(), ...store.sources()]).toEqual([]);
      expect(store.counts()).toEqual({ sources: 0, locations: 0, evses: 0, tariffs: 0, removed: 0, quarantined: 0 });
    });

    it('answers each change in its place, each seeing those before it', async () => {
      const store = fresh();
      const evses = [{ uid: 'E1' }];
      const outcomes = await store.apply([
        status('MARKT', 'E1', 'CHARGING', at(1)),
        put({ id: 'MARKT', evses }),
        status('MARKT', 'E1', 'CHARGING', at(1)),
        quarantine('?'),
        put({ id: 'MARKT', evses }),
        removal('MARKT', at(2)),
      ]);
      expect(outcomes).toEqual(['absent', 'added', 'changed', 'quarantined', 'unchanged', 'changed']);
      expect(await store.apply([])).toEqual([]);
    });

    it('logs what can be seen, in order, a page at a time', async () => {
      const store = fresh();
      await store.putSource({ name: 'city' });
      await store.apply([
        putTariff(tariffRecord('DAY', 0.4)),
        put({ id: 'MARKT', evses: [{ uid: 'E1' }] }),
        put({ id: 'PLEIN' }),
      ]);
      await store.apply([status('MARKT', 'E1', 'CHARGING', at(1)), removal('MARKT', at(2))]);
      const log = store.log(0, 100);
      expect(log.map(({ kind }) => kind)).toEqual(['source', 'tariff', 'location', 'location', 'status', 'removal']);
      expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(log.at(-1)).toEqual({ seq: store.seq(), kind: 'removal', contentId: market });
      expect(store.log(2, 2)).toEqual(log.slice(2, 4));
      expect(store.log(6, 10)).toEqual([]);
    });

    it('carries out calls in the order in which they were made', async () => {
      const store = fresh();
      const calls = Array.from({ length: 50 }, (_, n) =>
        store.apply([put({ id: 'MARKT', updated: at(n), name: `Name ${String(n)}` })]),
      );
      expect((await Promise.all(calls)).flat()).toEqual(['added', ...Array.from({ length: 49 }, () => 'changed')]);
      expect(store.location(market)?.location.name).toBe('Name 49');
      expect(store.seq()).toBe(50);
    });

    it('rejects the call at fault and none of its neighbours', async () => {
      const store = fresh();
      const collision = { ...locationRecord({ id: 'OTHER' }), contentId: market };
      const calls = [
        store.apply([put({ id: 'MARKT' })]),
        store.apply([put({ id: 'LOST' }), { kind: 'location', record: collision, receivedAt: at(60) }]),
        store.apply([put({ id: 'PLEIN' })]),
      ];
      const results = await Promise.allSettled(calls);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect([...store.locations()].map(({ key }) => key.id)).toEqual(['MARKT', 'PLEIN']);
      expect(store.log(0, 10)).toHaveLength(2);
    });

    it('rehearses without a trace', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', evses: [{ uid: 'E1' }] })]);
      const before = store.location(market);
      const heard: number[] = [];
      store.onCommit((seq) => heard.push(seq));
      const rehearsed = [
        put({ id: 'PLEIN' }),
        put({ id: 'PLEIN' }),
        status('MARKT', 'E1', 'CHARGING', at(1)),
        put({ id: 'MARKT', updated: at(1), name: 'Renamed' }),
        quarantine('?'),
      ];
      const [outcomes, [next]] = await Promise.all([store.rehearse(rehearsed), store.apply([put({ id: 'LATER' })])]);
      expect(outcomes).toEqual(['added', 'unchanged', 'changed', 'changed', 'quarantined']);
      expect(next).toBe('added');
      expect(store.location(market)).toEqual(before);
      expect(store.counts()).toMatchObject({ locations: 2, quarantined: 0 });
      expect(store.log(0, 10)).toHaveLength(2);
      expect(heard).toEqual([2]);
    });

    it('tells listeners of each commit that shows, until they leave', async () => {
      const store = fresh();
      const heard: number[] = [];
      const leave = store.onCommit((seq) => heard.push(seq, store.seq(), store.log(0, 100).length));
      await store.apply([put({ id: 'MARKT' }), put({ id: 'PLEIN' })]);
      expect(heard).toEqual([2, 2, 2]);
      await store.apply([put({ id: 'MARKT' }), quarantine('?')]);
      expect(heard).toEqual([2, 2, 2]);
      await store.putSource({ name: 'city' });
      expect(heard).toEqual([2, 2, 2, 3, 3, 3]);
      leave();
      await store.apply([put({ id: 'LAST' })]);
      expect(heard).toHaveLength(6);
    });

    it('settles what was called before it closes, and takes nothing after', async () => {
      const store = fresh();
      const last = store.apply([put({ id: 'MARKT' })]);
      await store.close();
      expect(await last).toEqual(['added']);
      await expect(store.apply([put({ id: 'PLEIN' })])).rejects.toThrow(/closed/);
    });
  });
}
