/** Objects in quarantine, and how they leave it. */
import { describe, expect, it } from 'vitest';
import { SOURCE, at, locationRecord, put, putTariff, quarantine, status, tariffRecord } from './records.ts';
import type { Bench } from './subject.ts';

/** A location that could not be kept, as its source wrote it. */
function broken(id: string, more: object = {}) {
  const raw = JSON.stringify({ country_code: 'NL', party_id: 'ABC', id, last_updated: at(5), ...more });
  return quarantine(raw, { id, notices: [{ code: 'position_missing', path: '/coordinates' }] });
}

export function quarantineContract({ fresh }: Bench): void {
  describe('quarantine', () => {
    it('keeps what is broken raw, once for each source, and out of the log', async () => {
      const store = fresh();
      const notices = [{ code: 'missing_id', path: '' }] as const;
      const changes = [
        quarantine('{"id":', { notices, id: 'X', objectKind: 'unknown' }),
        quarantine('{"id":', { receivedAt: at(99), notices: [], id: 'X', objectKind: 'unknown' }),
        quarantine('{"id":', { source: 'demo' }),
        quarantine('[\u0000]'),
      ];
      expect(await store.apply(changes)).toEqual(changes.map(() => 'quarantined'));
      expect(store.seq()).toBe(0);
      expect(store.counts()).toMatchObject({ quarantined: 3, locations: 0 });
      expect([...store.quarantined()].map(({ raw, source }) => [raw, source])).toEqual([
        ['{"id":', SOURCE],
        ['{"id":', 'demo'],
        ['[\u0000]', SOURCE],
      ]);
      const [first] = store.quarantined(SOURCE);
      expect(first).toEqual({
        source: SOURCE,
        objectKind: 'unknown',
        id: 'X',
        raw: '{"id":',
        notices: [],
        receivedAt: at(60),
      });
    });

    it('does not stop what is good in the same call', async () => {
      const store = fresh();
      expect(await store.apply([quarantine('x'), put({ id: 'MARKT' })])).toEqual(['quarantined', 'added']);
    });
  });

  describe('an object in quarantine', () => {
    it('leaves when its mended version comes, whatever the case of its id', async () => {
      const store = fresh();
      await store.apply([broken('Markt'), broken('Markt', { name: 'again' }), broken('PLEIN')]);
      expect(store.countsBySource()[0]).toMatchObject({ quarantined: 3 });
      expect(await store.apply([put({ id: 'MARKT', updated: at(5) })])).toEqual(['added']);
      expect([...store.quarantined()].map(({ id }) => id)).toEqual(['PLEIN']);
      expect(store.counts().quarantined).toBe(1);
      expect(store.countsBySource()[0]?.reasons).toEqual([{ code: 'position_missing', count: 1 }]);
    });

    it('leaves also when that version was known, or is made by an amendment', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', updated: at(9) }), broken('MARKT')]);
      expect(await store.apply([put({ id: 'MARKT', updated: at(9) })])).toEqual(['unchanged']);
      expect(store.counts().quarantined).toBe(0);
      await store.apply([broken('MARKT', { last_updated: at(11) })]);
      const { contentId } = locationRecord({ id: 'MARKT' });
      const amend = () => locationRecord({ id: 'MARKT', updated: at(12), name: 'Amended' });
      await store.apply([{ kind: 'amendment', contentId, amend, receivedAt: at(60) }]);
      expect(store.counts().quarantined).toBe(0);
    });

    it('is a tariff as well as a location, each for itself', async () => {
      const store = fresh();
      const tariff = quarantine('{"id":"DAY"}', { id: 'DAY', objectKind: 'tariff' });
      await store.apply([tariff, put({ id: 'DAY' })]);
      expect(store.counts().quarantined).toBe(1);
      await store.apply([putTariff(tariffRecord('DAY', 0.4))]);
      expect(store.counts().quarantined).toBe(0);
    });

    it('stays when what comes is older, of another party or source, a status, or not kept itself', async () => {
      const store = fresh();
      await store.apply([put({ id: 'MARKT', updated: at(4), evses: [{ uid: 'E1' }] })]);
      const others = [
        broken('MARKT'),
        broken('MARKT', { party_id: 'XYZ' }),
        broken('MARKT', { country_code: 'BE' }),
        { kind: 'quarantine', object: { ...broken('MARKT').object, source: 'demo' } },
      ] as const;
      await store.apply(others);
      await store.apply([
        put({ id: 'MARKT', updated: at(4), evses: [{ uid: 'E1' }] }),
        put({ id: 'MARKT', updated: at(3), evses: [{ uid: 'E1' }] }),
        status('MARKT', 'E1', 'CHARGING', at(50)),
      ]);
      expect(store.counts().quarantined).toBe(4);
      await store.apply([put({ id: 'MARKT', updated: at(6) })]);
      expect(store.counts().quarantined).toBe(3);
    });

    it('leaves although its party or date were what was wrong', async () => {
      const store = fresh();
      await store.apply([
        broken('MARKT', { country_code: 'Nederland', party_id: 'NL-ABC', last_updated: '2099-01-01T00:00:00Z' }),
        quarantine('{"id":"MARKT","last_updated":7}', { id: 'MARKT' }),
      ]);
      await store.apply([put({ id: 'MARKT' })]);
      expect([...store.quarantined()]).toEqual([]);
    });

    it('is there again, with its first date, when the same bytes come again', async () => {
      const store = fresh();
      const first = broken('MARKT');
      await store.apply([first, put({ id: 'MARKT', updated: at(6) })]);
      expect(store.counts().quarantined).toBe(0);
      await store.apply([{ kind: 'quarantine', object: { ...first.object, receivedAt: at(99) } }]);
      expect([...store.quarantined()]).toEqual([first.object]);
      expect(store.counts().quarantined).toBe(1);
    });

    it('stays where the mended version was only rehearsed', async () => {
      const store = fresh();
      await store.apply([broken('MARKT')]);
      await store.rehearse([put({ id: 'MARKT', updated: at(6) })]);
      expect(store.counts().quarantined).toBe(1);
      expect([...store.quarantined()]).toHaveLength(1);
    });
  });
}
