/** Tariffs, and the terms of sources. */
import { describe, expect, it } from 'vitest';
import { SOURCE, at, putTariff, tariffRecord } from './records.ts';
import type { Bench } from './subject.ts';

export function tariffAndSourceContract({ fresh }: Bench): void {
  describe('tariffs', () => {
    it('come, change by what is newer or as old, and are found without case', async () => {
      const store = fresh();
      const day = tariffRecord('DAY', 0.4, at(10));
      expect(await store.apply([putTariff(day), putTariff(tariffRecord('NIGHT', 0.3))])).toEqual(['added', 'added']);
      expect(store.tariff({ ...day.key, id: 'day' })).toEqual({ ...day, seq: 1 });
      expect(await store.apply([putTariff(tariffRecord('DAY', 0.4, at(11)))])).toEqual(['unchanged']);
      expect(store.seq()).toBe(2);
      expect(await store.apply([putTariff(tariffRecord('DAY', 0.9, at(10)))])).toEqual(['stale']);
      expect(await store.apply([putTariff(tariffRecord('DAY', 0.5, at(11)))])).toEqual(['changed']);
      expect(store.tariff(day.key)).toEqual({ ...tariffRecord('DAY', 0.5, at(11)), seq: 3 });
      expect([...store.tariffs()].map(({ key }) => key.id)).toEqual(['DAY', 'NIGHT']);
      expect(store.tariff({ ...day.key, source: 'other' })).toBeUndefined();
      expect(store.log(2, 10)).toEqual([{ seq: 3, kind: 'tariff', key: day.key }]);
    });
  });

  describe('a removed tariff', () => {
    it('is found no more, is named by the log, and is there again when it is put', async () => {
      const store = fresh();
      const [day, night] = [tariffRecord('DAY', 0.4, at(10)), tariffRecord('NIGHT', 0.3)];
      await store.apply([putTariff(day), putTariff(night)]);
      const gone = {
        kind: 'tariffRemoval',
        key: { ...day.key, id: 'day' },
        removedAt: at(20),
        reason: 'DELETE',
      } as const;
      expect(await store.apply([gone, gone])).toEqual(['changed', 'unchanged']);
      expect(await store.apply([{ ...gone, key: { ...day.key, id: 'NEVER' } }])).toEqual(['absent']);
      expect(store.tariff(day.key)).toBeUndefined();
      expect([...store.tariffs()].map(({ key }) => key.id)).toEqual(['NIGHT']);
      expect(store.counts().tariffs).toBe(1);
      expect(store.log(2, 10)).toEqual([{ seq: 3, kind: 'tariff', key: day.key }]);
      expect(await store.apply([putTariff(tariffRecord('DAY', 0.4, at(5)))])).toEqual(['changed']);
      expect([...store.tariffs()].map(({ key }) => key.id)).toEqual(['DAY', 'NIGHT']);
    });
  });

  describe('sources', () => {
    it('keep their terms; the same terms again leave the log alone', async () => {
      const store = fresh();
      await store.putSource({ name: SOURCE, attribution: 'City Data', licence: 'CC0' });
      await store.putSource({ name: 'demo', demo: true });
      await store.putSource({ licence: 'CC0', attribution: 'City Data', name: SOURCE });
      expect(store.seq()).toBe(2);
      await store.putSource({ name: SOURCE, attribution: 'The City' });
      expect(store.sources()).toEqual([
        { name: SOURCE, attribution: 'The City' },
        { name: 'demo', demo: true },
      ]);
      expect(store.log(0, 10)).toEqual([
        { seq: 1, kind: 'source', name: SOURCE },
        { seq: 2, kind: 'source', name: 'demo' },
        { seq: 3, kind: 'source', name: SOURCE },
      ]);
    });
  });
}
