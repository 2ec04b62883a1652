/** The Dutch sample: every place is answered, and what its operators left out is unknown. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonObjects, openBytes } from '@pantograph/feeds/json';
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import type { LocationRecord, TariffRecord } from '@pantograph/model/location';
import { PricesResponse } from '@pantograph/model/tariff';
import { expect, it } from 'vitest';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { pricesSurface } from './surface.ts';

const data = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const isThere = existsSync(data);

async function* objects(file: string) {
  for await (const item of jsonObjects(openBytes(data + file))) if (item.ok) yield item.value;
}

async function dutchAtlas() {
  const context = { source: 'ndw', receivedAt: '2026-06-10T00:00:00Z' };
  const locations: LocationRecord[] = [];
  const tariffs: TariffRecord[] = [];
  for await (const raw of objects('nl_ocpi221_locations.ndjson.gz')) {
    const reading = readLocation(raw, context);
    if (reading.ok) locations.push(reading.record);
  }
  for await (const raw of objects('nl_ocpi221_tariffs.ndjson.gz')) {
    const reading = readTariff(raw, context);
    if (reading.ok) tariffs.push(reading.record);
  }
  return memoryAtlas({ sources: [{ name: 'ndw' }], locations, tariffs });
}

it.skipIf(!isThere)(
  `prices of a real feed${isThere ? '' : ' (skipped, because ../shared/data is not at hand)'}`,
  async () => {
    const atlas = await dutchAtlas();
    const surface = pricesSurface({ atlas });
    const ids = Array.from(atlas.sites(), ({ contentId }) => contentId);
    const known: number[] = [];
    const unknown = new Map<string, number>();
    for (let from = 0; from < ids.length; from += 100) {
      const query = `id=${ids.slice(from, from + 100).join(',')}&tariff=all&parking=300`;
      const now = new Date('2026-06-10T10:00:00Z');
      const response = await surface(new Request(`http://pantograph.test/v1/prices?${query}`), {
        correlationId: 'x',
        now,
      });
      const { items } = PricesResponse.parse(await response?.json());
      expect(items).toHaveLength(Math.min(100, ids.length - from));
      for (const price of items.flatMap((item) => item.connectorGroups.flatMap(({ prices }) => prices))) {
        if ('unknown' in price) unknown.set(price.unknown.code, (unknown.get(price.unknown.code) ?? 0) + 1);
        else {
          known.push(price.total.exclVat ?? 0);
          // Free is what an operator says that it is.
          if (price.total.exclVat === 0)
            expect(Math.max(...price.components.map((each) => each.price.exclVat ?? 1))).toBe(0);
        }
      }
    }
    expect(known.length).toBeGreaterThan(800);
    expect(known.filter((total) => total > 0).length).toBeGreaterThan(700);
    expect(Math.max(...known)).toBeLessThan(100);
    expect([...unknown.keys()].toSorted()).toEqual(['no_tariff', 'nothing_priced', 'tariff_missing']);
  },
);
