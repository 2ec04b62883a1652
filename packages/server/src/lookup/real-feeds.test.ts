/** Real operators' data through reader, atlas and surface: every location is answered as described, in both dialects. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonObjects, openBytes } from '@pantograph/feeds/json';
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import type { LocationRecord, TariffRecord } from '@pantograph/model/location';
import { locationFields } from '@pantograph/model/v3';
import { describe, expect, it } from 'vitest';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { lookupUnderTest } from './testing/lookup-under-test.ts';

const data = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));

async function* objects(file: string) {
  for await (const item of jsonObjects(openBytes(data + file))) if (item.ok) yield item.value;
}

async function atlasOf(file: string, tariffFile?: string) {
  const context = { source: file, receivedAt: '2026-06-10T00:00:00Z' };
  const locations: LocationRecord[] = [];
  const tariffs: TariffRecord[] = [];
  for await (const raw of objects(file)) {
    const reading = readLocation(raw, context);
    if (reading.ok) locations.push(reading.record);
  }
  if (tariffFile !== undefined) {
    for await (const raw of objects(tariffFile)) {
      const reading = readTariff(raw, context);
      if (reading.ok) tariffs.push(reading.record);
    }
  }
  return memoryAtlas({ sources: [{ name: file }], locations, tariffs });
}

interface Shown {
  readonly items: readonly {
    readonly evses: readonly { readonly connectors: readonly { readonly tariffIndexes?: readonly number[] }[] }[];
    readonly tariffs?: readonly unknown[];
  }[];
}

const isThere = existsSync(data);
const title = `real feeds${isThere ? '' : ' (skipped, because ../shared/data is not at hand)'}`;

describe.skipIf(!isThere)(title, () => {
  it.each([
    ['nl_ocpi221_locations.ndjson.gz', 'nl_ocpi221_tariffs.ndjson.gz', 1390],
    ['ocpi_2_2_1_locations-ev24.json', undefined, 1],
    ['ocpi_2_2_1_locations-toger.json', undefined, 1],
    ['ocpi_2_2_locations-zepto.json', undefined, 1],
    ['ocpi_2_2_locations-evio.json', undefined, 1],
    ['ocpi_2_2_locations-gaia.json', undefined, 1],
    ['ocpi_2_1_1_locations-fastned.json', undefined, 100],
  ] as const)('%s', async (file, tariffFile, atLeast) => {
    const lookup = lookupUnderTest({ atlas: await atlasOf(file, tariffFile) });
    const ids = Array.from(lookup.atlas.sites(), ({ contentId }) => contentId);
    expect(ids.length).toBeGreaterThanOrEqual(atLeast);
    let priced = 0;
    for (let from = 0; from < ids.length; from += 100) {
      const batch = ids.slice(from, from + 100);
      for (const enums of ['ocpi', 'here']) {
        const { status, body } = await lookup.ask(
          `/v3/locations?ids=${batch.join(',')}&fields=${locationFields.join(',')}&tariff=all&enums=${enums}`,
        );
        const { items } = body as Shown;
        expect([status, items.length]).toEqual([200, batch.length]);
        priced += items.filter(({ tariffs }) => tariffs !== undefined).length;
      }
    }
    if (tariffFile !== undefined) expect(priced).toBeGreaterThan(100);
    const metadata = await lookup.ask('/v3/countryMetadata?fields=operators,connectorTypes,tariffs');
    expect(metadata.status).toBe(200);
  });
});
