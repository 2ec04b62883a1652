/** Recorded feeds of operators, where they are at hand: every object is stored or quarantined with a reason, and mended as expected. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonObjects, openBytes } from '@pantograph/feeds/json';
import type { Reading } from '@pantograph/feeds/ocpi';
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import type { LocationRecord, TariffRecord } from '@pantograph/model/location';
import type { NoticeCode } from '@pantograph/model/notice';
import { severityOf } from '@pantograph/model/notice';
import { Location, Tariff } from '@pantograph/model/ocpi';
import { describe, expect, it } from 'vitest';

const context = { source: 'recorded', receivedAt: '2026-06-08T00:00:00.000Z' };

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url));
}

async function readFile<T>(name: string, read: (raw: unknown) => Reading<T>): Promise<Reading<T>[]> {
  const readings: Reading<T>[] = [];
  for await (const item of jsonObjects(openBytes(pathOf(name)))) {
    expect(item.ok).toBe(true);
    if (item.ok) readings.push(read(item.value));
  }
  return readings;
}

const readLocations = (name: string): Promise<Reading<LocationRecord>[]> =>
  readFile(name, (raw) => readLocation(raw, context));

function kept<T>(readings: readonly Reading<T>[]): T[] {
  return readings.flatMap((reading) => (reading.ok ? [reading.record] : []));
}

function countsOf(readings: readonly Reading<LocationRecord | TariffRecord>[]) {
  const records = kept(readings);
  const quarantined = readings.filter((reading) => !reading.ok);
  for (const { notices } of quarantined) expect(notices.some((notice) => severityOf(notice) === 'error')).toBe(true);
  const repaired = records.filter(({ notices }) => notices.some((notice) => severityOf(notice) === 'repair'));
  return { stored: records.length, quarantined: quarantined.length, repaired: repaired.length };
}

/** How many objects have a notice of the code. */
function objectsWith(readings: readonly Reading<LocationRecord | TariffRecord>[], code: NoticeCode): number {
  return readings
    .map((reading) => (reading.ok ? reading.record.notices : reading.notices))
    .filter((notices) => notices.some((notice) => notice.code === code)).length;
}

function byId(readings: readonly Reading<LocationRecord>[], id: string): Location {
  const record = kept(readings).find(({ key }) => key.id === id);
  if (record === undefined) throw new Error(`${id} is not among the locations`);
  return record.location;
}

function feed(name: string, check: (name: string) => Promise<void>): void {
  const isThere = existsSync(pathOf(name));
  const title = isThere ? name : `${name} (skipped, because ../shared/data/${name} is not there)`;
  it.skipIf(!isThere)(title, () => check(name));
}

describe('recorded feeds', () => {
  feed('ocpi_2_1_1_locations-fastned.json', async (name) => {
    const readings = await readLocations(name);
    expect(countsOf(readings)).toEqual({ stored: 106, quarantined: 0, repaired: 106 });
    const locations = kept(readings);
    const parties = Map.groupBy(locations, ({ location }) => `${location.country_code}*${location.party_id}`);
    expect(Object.fromEntries([...parties].map(([party, list]) => [party, list.length]))).toEqual({
      'NL*FAS': 92,
      'DE*FAS': 12,
      'GB*FAS': 1,
      'DE*#NA': 1,
    });
    expect(new Set(locations.map(({ key }) => key.partyId))).toEqual(new Set(['']));
    expect(byId(readings, '50106').parking_type).toBe('ON_STREET');
    expect(byId(readings, '50106').evses[0]?.connectors[0]).toMatchObject({
      max_voltage: 400,
      max_amperage: 125,
      max_electric_power: 50_000,
      tariff_ids: ['1'],
    });
    expect(objectsWith(readings, 'older_field')).toBe(0);
    expect(objectsWith(readings, 'time_zone_from_position')).toBe(3);
    expect(new Set(locations.map(({ location }) => location.time_zone))).toEqual(
      new Set(['Europe/Amsterdam', 'Europe/Berlin', 'Europe/London', 'UTC']),
    );
    // "Virtual location for automated tests", in the Pacific.
    expect(objectsWith(readings, 'time_zone_doubtful')).toBe(1);
    expect(objectsWith(readings, 'country_mismatch')).toBe(3);
    expect(objectsWith(readings, 'evse_id_repeated')).toBe(1);
  });

  feed('ocpi_2_2_1_locations-ev24.json', async (name) => {
    const readings = await readLocations(name);
    expect(countsOf(readings)).toEqual({ stored: 11, quarantined: 0, repaired: 11 });
    const locations = kept(readings).map(({ location }) => location);
    expect(new Set(locations.map(({ country }) => country))).toEqual(new Set(['POL']));
    const connectors = locations.flatMap(({ evses }) => evses.flatMap((evse) => evse.connectors));
    const powers = Map.groupBy(connectors, (one) => `${one.standard} ${one.power_type} ${one.max_electric_power}`);
    expect(Object.fromEntries([...powers].map(([power, list]) => [power, list.length]))).toEqual({
      'IEC_62196_T2 AC_3_PHASE 22000': 16,
      'IEC_62196_T2 AC_3_PHASE 11000': 2,
      'IEC_62196_T2_COMBO DC 30000': 2,
    });
    expect(connectors.every(({ format }) => format === undefined)).toBe(true);
    expect(byId(readings, 'DQOW9LNYYH')).toMatchObject({
      address: '975',
      party_id: '#NA',
      coordinates: { latitude: '49.7699775', longitude: '20.8313227' },
      last_updated: '2025-10-31T15:13:07Z',
    });
  });

  feed('ocpi_2_2_1_locations-toger.json', async (name) => {
    const readings = await readLocations(name);
    expect(countsOf(readings)).toEqual({ stored: 41, quarantined: 3, repaired: 41 });
    expect(objectsWith(readings, 'position_missing')).toBe(3);
    const locations = kept(readings).map(({ location }) => location);
    expect(new Set(locations.map(({ country }) => country))).toEqual(new Set(['TUR']));
    expect(new Set(locations.map(({ time_zone }) => time_zone))).toEqual(new Set(['Europe/Istanbul']));
    expect(objectsWith(readings, 'location_without_evses')).toBe(12);
    const evses = locations.flatMap((location) => location.evses);
    expect(evses.filter(({ connectors }) => connectors.length === 0)).toHaveLength(21);
    // Kilowatts in the field of volts, at 0 A; 60, 120 and 0 "volts" say nothing.
    const powers = Map.groupBy(
      evses.flatMap(({ connectors }) => connectors),
      (connector) => connector.max_electric_power,
    );
    expect([...powers.keys()].toSorted()).toEqual([11_000, 22_000, 7000, undefined]);
    expect(byId(readings, '2').evses.map(({ uid }) => uid)).toContain('40');
  });

  feed('ocpi_2_2_locations-evio.json', async (name) => {
    const readings = await readLocations(name);
    expect(countsOf(readings)).toEqual({ stored: 21, quarantined: 0, repaired: 21 });
    expect(byId(readings, 'EVI_ABC_AVR_00002')).toMatchObject({
      country: 'PRT',
      city: '',
      coordinates: { latitude: '40.579958', longitude: '-8.581911' },
    });
    const powersOf = (id: string): unknown[] =>
      byId(readings, id).evses.flatMap(({ connectors }) => connectors.map((one) => one.max_electric_power));
    expect(powersOf('EVI_ABC_AVR_00002')).toEqual([22_170, 22_170]);
    expect(powersOf('EVI_ABC_AVR_00001')).toEqual([60_000, 59_850]);
    expect(powersOf('TACW743724S0791')).toEqual([undefined]);
  });

  feed('ocpi_2_2_locations-gaia.json', async (name) => {
    const readings = await readLocations(name);
    expect(countsOf(readings)).toEqual({ stored: 4, quarantined: 0, repaired: 0 });
    expect(kept(readings).flatMap(({ notices }) => notices)).toEqual([]);
    // A French operator in Spain.
    expect(byId(readings, 'ES*VAL*GNRDR')).toMatchObject({ country_code: 'FR', country: 'ESP' });
  });

  feed('ocpi_2_2_locations-zepto.json', async (name) => {
    const readings = await readLocations(name);
    expect(countsOf(readings)).toEqual({ stored: 10, quarantined: 0, repaired: 10 });
    const [evse] = byId(readings, '8716201').evses;
    expect(evse).toMatchObject({ status: 'OUTOFORDER', last_updated: '2021-12-06T07:39:03Z' });
    expect(evse?.connectors.map((one) => one.max_electric_power)).toEqual([22_080, 3680]);
    expect(byId(readings, '8716201').address).toBe('');
    expect(byId(readings, '8730501').evses[0]?.connectors.map((one) => one.max_electric_power)).toEqual([
      undefined,
      undefined,
      22_080,
      3680,
    ]);
    expect(objectsWith(readings, 'older_field')).toBe(10);
    expect(objectsWith(readings, 'connector_status_ignored')).toBe(2);
  });

  feed('nl_ocpi221_locations.ndjson.gz', async (name) => {
    const readings = await readLocations(name);
    expect(countsOf(readings)).toEqual({ stored: 1399, quarantined: 0, repaired: 1399 });
    const records = kept(readings);
    expect(new Set(records.map(({ contentId }) => contentId)).size).toBe(1399);
    expect(new Set(records.map(({ location }) => location.time_zone))).toEqual(new Set(['Europe/Amsterdam']));
    expect(byId(readings, '23613')).toMatchObject({ country_code: 'NL', party_id: 'PGO' });
    expect(records.find(({ key }) => key.id === '23613')?.key).toMatchObject({ countryCode: '', partyId: '' });
    const connectors = records.flatMap(({ location }) => location.evses.flatMap((evse) => evse.connectors));
    expect(connectors).toHaveLength(3285);
    expect(connectors.filter((one) => one.max_electric_power === undefined)).toEqual([]);
    expect(objectsWith(readings, 'hours_doubtful')).toBe(80);
  });

  feed('nl_ocpi221_tariffs.ndjson.gz', async (name) => {
    const readings = await readFile(name, (raw) => readTariff(raw, context));
    expect(countsOf(readings)).toEqual({ stored: 187, quarantined: 0, repaired: 2 });
    const tariffs = kept(readings).map(({ tariff }) => tariff);
    expect(new Set(tariffs.map((tariff) => tariff.tax_included))).toEqual(new Set(['NO']));
    expect(tariffs.find(({ id }) => id === '677')?.elements).toEqual([
      { price_components: [{ type: 'ENERGY', price: 0.6364, vat: 21, step_size: 1 }] },
    ]);
    expect(tariffs.flatMap(({ elements }) => elements)).toHaveLength(325);
  });
});

describe('what is read of recorded feeds', () => {
  const names = [
    'ocpi_2_1_1_locations-fastned.json',
    'ocpi_2_2_1_locations-ev24.json',
    'ocpi_2_2_1_locations-toger.json',
    'ocpi_2_2_locations-evio.json',
    'ocpi_2_2_locations-gaia.json',
    'ocpi_2_2_locations-zepto.json',
    'nl_ocpi221_locations.ndjson.gz',
  ];
  for (const name of names) {
    feed(name, async () => {
      for (const { location } of kept(await readLocations(name))) {
        expect(Location.parse(location)).toEqual(location);
        // Read again, there is nothing left to mend.
        const again = readLocation(JSON.parse(JSON.stringify(location)), context);
        expect(again.ok && again.record.location).toEqual(location);
        const repairs = again.ok ? again.record.notices.filter((notice) => severityOf(notice) === 'repair') : [];
        expect(repairs.filter(({ code }) => code !== 'party_id_filled')).toEqual([]);
      }
    });
  }

  feed('nl_ocpi221_tariffs.ndjson.gz', async (name) => {
    for (const { tariff } of kept(await readFile(name, (raw) => readTariff(raw, context)))) {
      expect(Tariff.parse(tariff)).toEqual(tariff);
    }
  });
});
