/** How locations come, change and go. */
import { describe, expect, it } from 'vitest';
import { contentIdOf } from '@pantograph/model/location';
import type { Change } from '../store.ts';
import { SOURCE, at, locationRecord, put, removal, status } from './records.ts';
import type { Bench } from './subject.ts';

const market = locationRecord({ id: 'MARKT' }).contentId;

export function locationContract({ fresh }: Bench): void {
  describe('an amendment', () => {
    const rename = (name: string): Change => ({
      kind: 'amendment',
      contentId: market,
      amend: (stored) => ({
        ...stored,
        location: { ...stored.location, name: `${stored.location.name ?? ''}${name}` },
      }),
      receivedAt: at(70),
    });

    it('starts from what stands, also where another one is under way', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', name: 'A' })]);
      const outcomes = await Promise.all([store.apply([rename('B'), rename('C')]), store.apply([rename('D')])]);
      expect(outcomes.flat()).toEqual(['changed', 'changed', 'changed']);
      expect(store.location(market)?.location.name).toBe('ABCD');
    });

    it('hears the newest date, where nothing but the date had moved', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', updated: at(1) }), put({ id: 'MARKT', updated: at(5) })]);
      const heard: string[] = [];
      const amend: Extract<Change, { kind: 'amendment' }>['amend'] = (_, newest) => {
        heard.push(newest);
        return undefined;
      };
      await store.apply([{ kind: 'amendment', contentId: market, amend, receivedAt: at(70) }]);
      expect(heard).toEqual([at(5)]);
    });

    it('can leave all as it is, needs something to amend, and stays with its location', async () => {
      const store = fresh();
      expect(await store.apply([rename('B')])).toEqual(['absent']);
      await store.apply([put({ id: 'MARKT', name: 'A' })]);
      const nothing = { kind: 'amendment', contentId: market, amend: () => undefined, receivedAt: at(70) } as const;
      expect(await store.apply([nothing])).toEqual(['unchanged']);
      expect(store.seq()).toBe(1);
      const stray = { ...nothing, amend: () => locationRecord({ id: 'OTHER' }) };
      await expect(store.apply([stray])).rejects.toThrow();
      await store.apply([removal('MARKT', at(80))]);
      expect(await store.apply([rename('B')])).toEqual(['absent']);
    });
  });

  describe('the content ids of a source', () => {
    it('are those of its locations that are there, in order of creation', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT' }), put({ id: 'PLEIN' }), put({ id: 'KADE' })]);
      await store.apply([removal('PLEIN', at(80))]);
      const kade = locationRecord({ id: 'KADE' }).contentId;
      expect([...store.contentIds(SOURCE)]).toEqual([market, kade]);
      expect([...store.contentIds('another')]).toEqual([]);
    });

    it('may be walked while they change', async () => {
      const store = fresh();
      await store.apply(Array.from({ length: 1200 }, (_, index) => put({ id: `L${String(index)}` })));
      let walked = 0;
      for (const contentId of store.contentIds(SOURCE)) {
        walked++;
        await store.apply([{ kind: 'removal', contentId, removedAt: at(80), reason: 'gone' }]);
        if (walked === 10) break;
      }
      expect([...store.contentIds(SOURCE)].length).toBe(1190);
    });
  });

  describe('locations', () => {
    it('gives back what was put in, statuses merged and spelt out', async () => {
      const store = fresh();
      const sketch = {
        id: 'MARKT',
        evses: [{ uid: 'E1', status: 'CHARGING', updated: at(7) }, { uid: 'E2' }],
      } as const;
      const record = locationRecord(sketch);
      const noted = {
        ...record,
        extension: { facilityTypes: ['cafe'] },
        notices: [{ code: 'missing_id', path: '/x' }],
      };
      expect(await store.apply([{ kind: 'location', record: noted as typeof record, receivedAt: at(60) }])).toEqual([
        'added',
      ]);
      expect(store.location(market)).toEqual({
        ...noted,
        ordinal: 1,
        seq: store.seq(),
        changedAt: at(60),
        statuses: [
          { uid: 'E1', status: 'CHARGING', observedAt: at(7), receivedAt: at(60) },
          { uid: 'E2', status: 'AVAILABLE', observedAt: at(0), receivedAt: at(60) },
        ],
      });
      expect(store.location(contentIdOf({ ...record.key, id: 'OTHER' }))).toBeUndefined();
    });

    it('takes the same object again without a trace', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', evses: [{ uid: 'E1' }] })]);
      const [seq, before] = [store.seq(), store.location(market)];
      expect(await store.apply([put({ id: 'MARKT', evses: [{ uid: 'E1' }] }, at(120))])).toEqual(['unchanged']);
      expect(store.seq()).toBe(seq);
      expect(store.location(market)).toEqual(before);
    });

    it('does not mind the order of properties', async () => {
      const store = fresh();
      const record = locationRecord({ id: 'MARKT', evses: [{ uid: 'E1' }] });
      await store.apply([{ kind: 'location', record, receivedAt: at(60) }]);
      const backwards = Object.fromEntries(Object.entries(record.location).toReversed()) as typeof record.location;
      const again = { ...record, location: backwards };
      expect(await store.apply([{ kind: 'location', record: again, receivedAt: at(61) }])).toEqual(['unchanged']);
    });

    it('sees no change where only the date moved, and remembers the date', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', evses: [{ uid: 'E1', updated: at(0) }] })]);
      const seq = store.seq();
      const moved = put({ id: 'MARKT', updated: at(20), evses: [{ uid: 'E1', updated: at(0) }] });
      expect(await store.apply([moved])).toEqual(['unchanged']);
      expect(store.seq()).toBe(seq);
      expect(await store.apply([put({ id: 'MARKT', updated: at(10), name: 'Late' })])).toEqual(['stale']);
      expect(store.location(market)?.location.name).toBe('Market');
    });

    it('keeps new notices about an unchanged object without telling anybody', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT' })]);
      const seq = store.seq();
      const notices = [{ code: 'missing_id', path: '' }] as const;
      expect(await store.apply([put({ id: 'MARKT', notices })])).toEqual(['unchanged']);
      expect(store.seq()).toBe(seq);
      expect(store.location(market)?.notices).toEqual(notices);
    });

    it('replaces by what is newer or as old, never by what is older', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', updated: at(10), name: 'First' })]);
      expect(await store.apply([put({ id: 'MARKT', updated: at(9), name: 'Older' })])).toEqual(['stale']);
      expect(store.location(market)?.location.name).toBe('First');
      expect(await store.apply([put({ id: 'MARKT', updated: at(10), name: 'Same time' })])).toEqual(['changed']);
      expect(await store.apply([put({ id: 'MARKT', updated: at(11), name: 'Newer' }, at(70))])).toEqual(['changed']);
      expect(store.location(market)).toMatchObject({ ordinal: 1, changedAt: at(70), location: { name: 'Newer' } });
    });

    it('orders instants by time, not by text', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', updated: '2026-03-10T10:00:00.500Z', name: 'Half past' })]);
      expect(await store.apply([put({ id: 'MARKT', updated: '2026-03-10T10:00:00Z', name: 'Sharp' })])).toEqual([
        'stale',
      ]);
    });

    it('lets the newer document decide which EVSEs there are', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', evses: [{ uid: 'E1' }, { uid: 'E2' }] })]);
      await store.apply([put({ id: 'MARKT', updated: at(1), evses: [{ uid: 'E3', updated: at(1) }, { uid: 'E2' }] })]);
      expect(store.location(market)?.location.evses.map(({ uid }) => uid)).toEqual(['E3', 'E2']);
      expect(store.location(market)?.statuses.map(({ uid }) => uid)).toEqual(['E3', 'E2']);
      expect(await store.apply([status('MARKT', 'E1', 'CHARGING', at(2))])).toEqual(['absent']);
      expect(store.counts()).toMatchObject({ locations: 1, evses: 2 });
    });

    it('takes ids that differ only in case for one', async () => {
      const store = fresh();
      expect(await store.apply([put({ id: 'MARKT' }), put({ id: 'markt', updated: at(1) })])).toEqual([
        'added',
        'changed',
      ]);
      expect(store.location(market)?.key.id).toBe('markt');
      expect([...store.locations()]).toHaveLength(1);
    });

    it('refuses the content id of another key, and the call with it', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT' })]);
      const record = { ...locationRecord({ id: 'OTHER' }), contentId: market };
      const call = store.apply([put({ id: 'PLEIN' }), { kind: 'location', record, receivedAt: at(61) }]);
      await expect(call).rejects.toThrow(/MARKT.*OTHER/);
      expect([...store.locations()].map(({ key }) => key.id)).toEqual(['MARKT']);
    });

    it('leaves a tombstone of what is removed, and revives what comes again', async () => {
      const store = fresh();
      const evses = [{ uid: 'E1' }];
      await store.apply([put({ id: 'MARKT', updated: at(5), evses })]);
      expect(await store.apply([removal('NOWHERE', at(80)), removal('MARKT', at(80), 'unseen')])).toEqual([
        'absent',
        'changed',
      ]);
      expect(await store.apply([removal('MARKT', at(81)), status('MARKT', 'E1', 'CHARGING', at(81))])).toEqual([
        'unchanged',
        'absent',
      ]);
      const removed = { removedAt: at(80), reason: 'unseen' };
      expect(store.location(market)).toMatchObject({ changedAt: at(80), seq: store.seq(), removal: removed });
      expect(store.counts()).toMatchObject({ locations: 0, evses: 0, removed: 1 });
      expect(await store.apply([put({ id: 'MARKT', updated: at(5), evses }, at(90))])).toEqual(['changed']);
      expect(store.location(market)).toMatchObject({ ordinal: 1, changedAt: at(90), seq: store.seq() });
      expect(store.location(market)?.removal).toBeUndefined();
      expect(store.counts()).toMatchObject({ locations: 1, evses: 1, removed: 0 });
      await store.apply([
        status('MARKT', 'E1', 'CHARGING', at(91)),
        put({ id: 'MARKT', updated: at(92), evses }, at(93)),
      ]);
      expect(store.location(market)).toMatchObject({ changedAt: at(93), returnedAt: at(90) });
      await store.apply([removal('MARKT', at(99)), put({ id: 'MARKT', updated: at(92), evses }, at(98))]);
      expect(store.location(market)).toMatchObject({ returnedAt: at(99) });
    });

    it('revives by an older document too, without taking its content', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', updated: at(5) }), removal('MARKT', at(80))]);
      expect(await store.apply([put({ id: 'MARKT', updated: at(4), name: 'Older' })])).toEqual(['changed']);
      expect(store.location(market)).toMatchObject({ location: { name: 'Market' } });
      expect(store.location(market)?.removal).toBeUndefined();
    });

    it('walks in order of creation, from anywhere, as far as wanted', async () => {
      const store = fresh();
      const ids = Array.from({ length: 1203 }, (_, index) => `L${String(index)}`);
      await store.apply(ids.map((id) => put({ id })));
      await store.apply([put({ id: 'L7', updated: at(1), name: 'Changed' })]);
      expect([...store.locations()].map(({ key }) => key.id)).toEqual(ids);
      expect([...store.locations(1200)].map(({ ordinal }) => ordinal)).toEqual([1201, 1202, 1203]);
      expect([...store.locations(3, 2)].map(({ key }) => key.id)).toEqual(['L3', 'L4']);
      expect([...store.locations(0, 1001)]).toHaveLength(1001);
      expect([...store.locations(0, 0)]).toHaveLength(0);
    });

    it('can be written to while it is walked', async () => {
      const store = fresh();
      await store.apply(Array.from({ length: 600 }, (_, index) => put({ id: `L${String(index)}` })));
      let seen = 0;
      for (const { key } of store.locations()) {
        seen += 1;
        if (seen === 100) await store.apply([put({ id: 'LAST' }), removal(key.id, at(80))]);
      }
      expect(seen).toBe(601);
    });
  });
}
