import { LocationExtension, TariffExtension, utcOffsetSeconds } from '@pantograph/model/location';
import { Location, Tariff } from '@pantograph/model/ocpi';
import { describe, expect, test } from 'vitest';
import { attributionOf } from '../http/attribution.ts';
import { demoWorld } from './world.ts';
import type { DemoLocation } from './location.ts';
import type { DemoWorldOptions } from './world.ts';

const wednesdayNoon = new Date('2026-06-10T10:00:00Z');

async function world(options: Partial<DemoWorldOptions> = {}) {
  return demoWorld({ locations: 3000, seed: 7, now: wednesdayNoon, ...options });
}

async function locations(options: Partial<DemoWorldOptions> = {}): Promise<readonly DemoLocation[]> {
  return [...(await world(options)).locations()];
}

describe('the same world every time', () => {
  test('one seed and moment give one world', async () => {
    expect(await locations({ locations: 50 })).toEqual(await locations({ locations: 50 }));
  });

  test('another seed gives another', async () => {
    expect(await locations({ locations: 50, seed: 8 })).not.toEqual(await locations({ locations: 50 }));
  });

  test('a larger world begins with the smaller one', async () => {
    expect((await locations({ locations: 80 })).slice(0, 50)).toEqual(await locations({ locations: 50 }));
  });
});

describe('every object is what OCPI 2.3.0 and our extension say', async () => {
  const all = await locations();
  const tariffs = [...(await world()).tariffs()];

  test('locations', () => {
    expect(all).toHaveLength(3000);
    for (const { pantograph, ...location } of all) {
      expect(Location.strict().parse(location)).toEqual(location);
      expect(LocationExtension.strict().parse(pantograph)).toEqual(pantograph);
    }
  });

  test('tariffs', () => {
    for (const { pantograph, ...tariff } of tariffs) {
      expect(Tariff.strict().parse(tariff)).toEqual(tariff);
      expect(TariffExtension.strict().parse(pantograph)).toEqual(pantograph);
    }
  });

  test('ids are unique and plain ASCII, as CiStrings are', () => {
    const ids = [
      ...all.map((location) => location.id),
      ...all.flatMap((location) => location.evses.map((evse) => evse.uid)),
      ...tariffs.map((tariff) => `${tariff.country_code} ${tariff.party_id} ${tariff.id}`),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\x20-\x7e]{3,44}$/);
  });

  test('every tariff a connector names is published by the same party', () => {
    const published = new Set(tariffs.map((tariff) => `${tariff.country_code} ${tariff.party_id} ${tariff.id}`));
    const named = all.flatMap(({ country_code, party_id, evses }) =>
      evses.flatMap((evse) =>
        evse.connectors.flatMap((connector) =>
          (connector.tariff_ids ?? []).map((id) => `${country_code} ${party_id} ${id}`),
        ),
      ),
    );
    expect(named.length).toBeGreaterThan(10_000);
    expect(named.filter((name) => !published.has(name))).toEqual([]);
  });

  test('an EVSE is never newer than its location, and all are of the recent past', () => {
    for (const location of all) {
      for (const evse of location.evses) {
        expect(evse.last_updated <= location.last_updated).toBe(true);
        expect(Date.parse(evse.last_updated)).toBeLessThanOrEqual(wednesdayNoon.getTime());
      }
    }
  });
});

describe('plausible', async () => {
  const all = await locations();
  const evses = all.flatMap((location) => location.evses);
  const standards = new Set(evses.flatMap((evse) => evse.connectors.map((connector) => connector.standard)));

  test('places are in Europe, with clocks that exist', () => {
    for (const { coordinates, time_zone } of all) {
      expect(Number(coordinates.latitude)).toBeGreaterThan(27);
      expect(Number(coordinates.latitude)).toBeLessThan(72);
      expect(Number(coordinates.longitude)).toBeGreaterThan(-32);
      expect(Number(coordinates.longitude)).toBeLessThan(32);
      expect(utcOffsetSeconds(time_zone, wednesdayNoon)).toBeDefined();
    }
    expect(new Set(all.map((location) => location.country)).size).toBeGreaterThan(20);
  });

  test('cars, trucks and two-wheelers find their plugs', () => {
    const vehicles = new Set(all.flatMap((location) => location.pantograph.supportedVehicles ?? []));
    expect([...vehicles].sort()).toEqual(['car', 'truck', 'twoWheeler']);
    for (const standard of ['IEC_62196_T2', 'IEC_62196_T2_COMBO', 'CHADEMO', 'MCS', 'DOMESTIC_F']) {
      expect(standards).toContain(standard);
    }
  });

  test('operators, sub-operators, charge cards, unknown prices and unknown hours all occur', () => {
    expect(new Set(all.map((location) => location.operator?.name)).size).toBeGreaterThan(10);
    expect(all.some((location) => location.suboperator !== undefined)).toBe(true);
    expect(all.some((location) => location.pantograph.eMobilityServiceProviders === undefined)).toBe(true);
    expect(all.some((location) => location.opening_times === undefined)).toBe(true);
    expect(evses.some((evse) => evse.connectors.some((connector) => connector.tariff_ids === undefined))).toBe(true);
  });

  test('every status of the guide but the one OCPI lacks', () => {
    expect([...new Set(evses.map((evse) => evse.status))].sort()).toEqual([
      'AVAILABLE',
      'BLOCKED',
      'CHARGING',
      'INOPERATIVE',
      'OUTOFORDER',
      'PLANNED',
      'REMOVED',
      'RESERVED',
      'UNKNOWN',
    ]);
  });

  test.each([2.4, 3])('%d EVSEs a location, if so asked', async (evsesPerLocation) => {
    const asked = await locations({ evsesPerLocation });
    const mean = asked.reduce((sum, location) => sum + location.evses.length, 0) / asked.length;
    expect(Math.abs(mean - evsesPerLocation)).toBeLessThan(0.15);
  });

  test('hotels are full at night, shops by day', async () => {
    const night = await locations({ now: new Date('2026-06-10T01:00:00Z') });
    const busy = (world: readonly DemoLocation[], facility: string): number => {
      const sites = world.filter(
        ({ facilities, parking_type }) => facilities?.includes(facility) && parking_type !== 'ALONG_MOTORWAY',
      );
      const evses = sites.flatMap((location) => location.evses);
      return evses.filter((evse) => evse.status === 'CHARGING').length / evses.length;
    };
    expect(busy(night, 'HOTEL')).toBeGreaterThan(busy(all, 'HOTEL') + 0.2);
    expect(busy(all, 'SUPERMARKET')).toBeGreaterThan(busy(night, 'SUPERMARKET') + 0.1);
  });
});

test('the source says that it is demo data and where the places come from', async () => {
  const { source } = await world();
  expect(source.demo).toBe(true);
  expect(attributionOf([source])).toMatch(/demo data.*GeoNames/);
});
