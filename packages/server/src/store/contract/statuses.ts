/** How the status of an EVSE is judged. */
import { describe, expect, it } from 'vitest';
import { at, locationRecord, put, status } from './records.ts';
import type { Bench } from './subject.ts';

const market = locationRecord({ id: 'MARKT' }).contentId;

export function statusContract({ fresh }: Bench): void {
  async function marketWith(...uids: readonly string[]) {
    const store = fresh();
    await store.apply([put({ id: 'MARKT', updated: at(5), evses: uids.map((uid) => ({ uid })) })]);
    return store;
  }

  describe('statuses', () => {
    it('changes one EVSE and leaves the others and the document alone', async () => {
      const store = await marketWith('E1', 'E2');
      const before = store.location(market);
      expect(await store.apply([status('MARKT', 'E2', 'CHARGING', at(6))])).toEqual(['changed']);
      const after = store.location(market);
      const [first, second] = before?.location.evses ?? [];
      expect(after?.location).toEqual({
        ...before?.location,
        evses: [first, { ...second, status: 'CHARGING', last_updated: at(6) }],
      });
      expect(after?.statuses[1]).toEqual({ uid: 'E2', status: 'CHARGING', observedAt: at(6), receivedAt: at(61) });
      expect(after).toMatchObject({ seq: store.seq(), changedAt: at(61) });
    });

    it('judges by the time of observation', async () => {
      const store = await marketWith('E1');
      expect(await store.apply([status('MARKT', 'E1', 'OUTOFORDER', at(4))])).toEqual(['stale']);
      expect(await store.apply([status('MARKT', 'E1', 'AVAILABLE', at(5))])).toEqual(['unchanged']);
      expect(store.seq()).toBe(1);
      expect(await store.apply([status('MARKT', 'E1', 'CHARGING', at(5))])).toEqual(['changed']);
      expect(await store.apply([status('MARKT', 'E1', 'CHARGING', at(6))])).toEqual(['changed']);
      expect(store.location(market)?.statuses[0]).toMatchObject({ status: 'CHARGING', observedAt: at(6) });
      expect(store.seq()).toBe(3);
    });

    it('is not moved by the same value where the source gives no time', async () => {
      const store = await marketWith('E1');
      const without = (minute: number, value: 'AVAILABLE' | 'CHARGING') =>
        store.apply([status('MARKT', 'E1', value, at(minute), at(minute))]);
      expect(await without(70, 'AVAILABLE')).toEqual(['unchanged']);
      expect(await without(71, 'CHARGING')).toEqual(['changed']);
      expect(await without(72, 'CHARGING')).toEqual(['unchanged']);
      expect(store.location(market)?.statuses[0]).toMatchObject({ status: 'CHARGING', observedAt: at(71) });
    });

    it('knows what it does not have', async () => {
      const store = await marketWith('E1');
      const outcomes = await store.apply([
        status('MARKT', 'E9', 'CHARGING', at(6)),
        status('NOWHERE', 'E1', 'CHARGING', at(6)),
      ]);
      expect(outcomes).toEqual(['absent', 'absent']);
      expect(store.seq()).toBe(1);
    });

    it('compares uids without case and keeps the spelling of the document', async () => {
      const store = await marketWith('nl*abc*e1');
      expect(await store.apply([status('MARKT', 'NL*ABC*E1', 'CHARGING', at(6))])).toEqual(['changed']);
      expect(store.location(market)?.statuses[0]?.uid).toBe('nl*abc*e1');
      expect(store.log(1, 10)).toMatchObject([{ kind: 'status', status: { uid: 'nl*abc*e1', status: 'CHARGING' } }]);
    });

    it('prefers the exact spelling where two uids differ only in case', async () => {
      const store = await marketWith('e1', 'E1');
      await store.apply([status('MARKT', 'E1', 'CHARGING', at(6))]);
      expect(store.location(market)?.statuses.map(({ status: value }) => value)).toEqual(['AVAILABLE', 'CHARGING']);
    });

    it('survives in a newer document that knows less', async () => {
      const store = await marketWith('E1', 'E2');
      await store.apply([status('MARKT', 'E1', 'CHARGING', at(30))]);
      const evses = [
        { uid: 'E0', updated: at(20) },
        { uid: 'E1', status: 'OUTOFORDER', updated: at(20) },
        { uid: 'E2', status: 'RESERVED', updated: at(20) },
      ] as const;
      expect(await store.apply([put({ id: 'MARKT', updated: at(20), evses }, at(61))])).toEqual(['changed']);
      expect(store.location(market)?.statuses).toEqual([
        { uid: 'E0', status: 'AVAILABLE', observedAt: at(20), receivedAt: at(61) },
        { uid: 'E1', status: 'CHARGING', observedAt: at(30), receivedAt: at(61) },
        { uid: 'E2', status: 'RESERVED', observedAt: at(20), receivedAt: at(61) },
      ]);
    });

    it('is heard from an older document where that knows something newer', async () => {
      const store = await marketWith('E1', 'E2', 'E3');
      const evses = [
        { uid: 'E1', status: 'CHARGING', updated: at(9) },
        { uid: 'E2', status: 'CHARGING', updated: at(5) },
        { uid: 'E3', status: 'CHARGING', updated: at(4) },
        { uid: 'E4', status: 'CHARGING', updated: at(9) },
      ] as const;
      expect(await store.apply([put({ id: 'MARKT', updated: at(4), name: 'Older', evses })])).toEqual(['changed']);
      const { location, statuses } = store.location(market) ?? {};
      expect(location?.name).toBe('Market');
      expect(statuses?.map(({ uid, status: value }) => [uid, value])).toEqual([
        ['E1', 'CHARGING'],
        ['E2', 'AVAILABLE'],
        ['E3', 'AVAILABLE'],
      ]);
      expect(await store.apply([put({ id: 'MARKT', updated: at(4), name: 'Older', evses })])).toEqual(['stale']);
    });

    it('of a document that is otherwise known is logged EVSE by EVSE', async () => {
      const store = await marketWith('E1', 'E2');
      const evses = [{ uid: 'E1' }, { uid: 'E2', status: 'BLOCKED', updated: at(8) }] as const;
      expect(
        await store.apply([put({ id: 'MARKT', updated: at(8), evses: [{ uid: 'E1', updated: at(5) }, evses[1]] })]),
      ).toEqual(['changed']);
      expect(store.log(1, 10)).toEqual([
        {
          seq: 2,
          kind: 'status',
          contentId: market,
          status: { uid: 'E2', status: 'BLOCKED', observedAt: at(8), receivedAt: at(60) },
        },
      ]);
      expect(store.location(market)).toMatchObject({ seq: 2, changedAt: at(60) });
    });

    it('keeps two EVSEs of one uid apart by their place', async () => {
      const evses = [{ uid: 'E1' }, { uid: 'E1', status: 'CHARGING' }] as const;
      const store = fresh();
      await store.apply([put({ id: 'MARKT', evses })]);
      expect(await store.apply([put({ id: 'MARKT', evses }, at(61))])).toEqual(['unchanged']);
    });

    it('REMOVED is a status like any other, but is not counted', async () => {
      const store = await marketWith('E1', 'E2');
      await store.apply([status('MARKT', 'E1', 'REMOVED', at(6))]);
      expect(store.counts()).toMatchObject({ locations: 1, evses: 1 });
      expect(store.location(market)?.location.evses).toHaveLength(2);
    });
  });
}
