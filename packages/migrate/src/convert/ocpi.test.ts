/** From OCPI and between its versions: objects that have every field, real ones, and tariffs beside them. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { ChargingLocation } from '@pantograph/model/v3';
import { describe, expect, it } from 'vitest';
import { fullLocation, fullTariff } from '../../../feeds/test/full-objects.ts';
import type { Conversion, Form } from './index.ts';
import { LossReport, converter, isOcpi } from './index.ts';
import { patternOf } from './report/loss-report.ts';
import { another, changedAt, leavesOf } from './testing/leaves.ts';

const now = new Date('2026-06-10T10:00:00Z');

function convertOne(from: Form, to: Form, input: unknown, tariffs: readonly unknown[] = []): Conversion {
  const convert = converter({ from, to, now, source: 'test' });
  for (const tariff of tariffs) convert.addTariff(tariff);
  const [conversion] = convert.convert(input);
  if (conversion === undefined) throw new Error('nothing came out');
  return conversion;
}

describe('a location with every field', () => {
  for (const to of ['v3', 'ocpi-2.3.0', 'ocpi-2.2.1', 'ocpi-2.1.1'] as const) {
    it(`to ${to}: every value is found in the output or named in the report`, { timeout: 60_000 }, () => {
      const convert = (input: object): Conversion => convertOne('ocpi-2.3.0', to, input, [fullTariff]);
      const whole = convert(fullLocation);
      const said = JSON.stringify(whole);
      const told = new Set(whole.findings.map(({ path }) => patternOf(path)));
      const lost = leavesOf(fullLocation).filter(({ path }) => {
        const keys = patternOf(path).split('/');
        if (keys.some((_, depth) => told.has(keys.slice(0, depth + 1).join('/')))) return false;
        const changes = [another, () => undefined].map((change) => convert(changedAt(fullLocation, path, change)));
        return changes.every((changed) => JSON.stringify(changed) === said);
      });
      expect(lost).toEqual([]);
    });
  }
});

describe('tariffs', () => {
  it('stand in v3 locations, and apart again in OCPI', () => {
    const v3 = convertOne('ocpi-2.3.0', 'v3', fullLocation, [fullTariff]).object as ChargingLocation;
    expect(v3.tariffs?.length ?? 0).toBeLessThanOrEqual(1);
    const [back] = converter({ from: 'v3', to: 'ocpi-2.3.0', now }).convert({
      ...v3,
      tariffs: [
        {
          partner: 'A',
          partnerId: 'p',
          currency: 'EUR',
          elements: [{ components: [{ dimension: 'ENERGY', price: 0.4, vat: 21 }] }],
        },
      ],
      evses: v3.evses?.map((evse) => ({
        ...evse,
        connectors: evse.connectors.map((one) => ({ ...one, tariffIndexes: [0] })),
      })),
    });
    const [tariff] = (back?.tariffs ?? []) as { id: string; currency: string; tax_included: string }[];
    expect(tariff).toMatchObject({
      currency: 'EUR',
      tax_included: 'NO',
      elements: [{ price_components: [{ type: 'ENERGY', price: 0.4, vat: 21 }] }],
    });
    const location = back?.object as { evses: { connectors: { tariff_ids: string[] }[] }[] };
    expect(location.evses[0]?.connectors[0]?.tariff_ids).toEqual([tariff?.id]);
  });

  it('that nobody takes are named', () => {
    const place = {
      id: 'a',
      location: { lat: 52, lng: 5 },
      evses: [],
      tariffs: [
        {
          partner: 'A',
          partnerId: 'p',
          currency: 'EUR',
          elements: [{ components: [{ dimension: 'FLAT', price: 1 }] }],
        },
      ],
    };
    const [conversion] = converter({ from: 'v3', to: 'ocpi-2.2.1', now, tariffs: false }).convert({
      ...place,
      id: 'x:a',
    });
    expect(conversion?.tariffs).toEqual([]);
    expect(conversion?.findings.map(({ rule }) => rule)).toContain('tariffs_not_written');
  });

  it('are converted between versions in the same stream as locations', () => {
    const { object } = convertOne('ocpi-2.2.1', 'ocpi-2.3.0', {
      country_code: 'NL',
      party_id: 'ABC',
      id: 'T',
      currency: 'EUR',
      elements: [{ price_components: [{ type: 'FLAT', price: 1, step_size: 1 }] }],
      last_updated: '2026-01-01T00:00:00Z',
    });
    expect(object).toMatchObject({ id: 'T', tax_included: 'NO' });
  });
});

describe('v3 and back', () => {
  it('carries what OCPI lacks as an extension, unless told not to', () => {
    const place = { id: 'x:a', location: { lat: 52, lng: 5 }, restrictions: ['customersOnly'], isPullThrough: true };
    const [withIt] = converter({ from: 'v3', to: 'ocpi-2.3.0', now }).convert(place);
    expect(withIt?.object).toMatchObject({ pantograph: { restrictions: ['customersOnly'], isPullThrough: true } });
    const back = convertOne('ocpi-2.3.0', 'v3', withIt?.object).object;
    expect(back).toMatchObject({ restrictions: ['customersOnly'], isPullThrough: true });
    const [without] = converter({ from: 'v3', to: 'ocpi-2.3.0', now, extension: false }).convert(place);
    expect(without?.object).not.toHaveProperty('pantograph');
    expect(without?.findings.filter(({ rule }) => rule === 'field_dropped').map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/restrictions', '/isPullThrough']),
    );
  });

  it('turns exceptional days into instants of the place and back', () => {
    const openingHours = {
      open24x7: false,
      regularSchedule: [
        {
          days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
          periods: [{ from: '08:00:00', to: '20:00:00' }],
        },
      ],
      exceptions: [
        { date: '2026-12-24', periods: [{ from: '08:00:00', to: '12:00:00' }] },
        { date: '2026-12-25', closed: true },
        { date: '2026-12-27', periods: [{ from: '10:00:00', to: '16:00:00' }] },
      ],
    };
    const place = { id: 'x:a', location: { lat: 52.4, lng: 4.9 }, timeZone: 'Europe/Amsterdam', openingHours };
    const ocpi = convertOne('v3', 'ocpi-2.2.1', place).object;
    expect(ocpi).toMatchObject({
      opening_times: {
        exceptional_openings: [
          { period_begin: '2026-12-24T07:00:00Z', period_end: '2026-12-24T11:00:00Z' },
          { period_begin: '2026-12-27T09:00:00Z', period_end: '2026-12-27T15:00:00Z' },
        ],
        exceptional_closings: [
          { period_begin: '2026-12-24T11:00:00Z', period_end: '2026-12-24T19:00:00Z' },
          { period_begin: '2026-12-25T07:00:00Z', period_end: '2026-12-25T19:00:00Z' },
        ],
      },
    });
    expect(convertOne('ocpi-2.2.1', 'v3', ocpi).object).toMatchObject({ openingHours });
  });
});

const dutch = fileURLToPath(new URL('../../../../../shared/data/nl_ocpi221_locations.ndjson.gz', import.meta.url));
const dutchTariffs = dutch.replace('locations', 'tariffs');
const isThere = existsSync(dutch);

describe('the Dutch national feed', () => {
  const path = (...forms: Form[]): string => forms.join(' to ');
  const routes: readonly (readonly Form[])[] = [
    ['ocpi-2.2.1', 'v3', 'v2', 'v3', 'v3-here'],
    ['ocpi-2.2.1', 'ocpi-2.1.1', 'v3', 'ocpi-2.3.0'],
  ];
  for (const route of routes) {
    const title = `${path(...route)}: every location comes through${isThere ? '' : ' (skipped, because ../shared/data is not there)'}`;
    it.skipIf(!isThere)(title, { timeout: 120_000 }, () => {
      const lines = (file: string): unknown[] =>
        gunzipSync(readFileSync(file))
          .toString('utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown);
      const tariffs = lines(dutchTariffs);
      let objects = lines(dutch);
      const count = objects.length;
      expect(count).toBeGreaterThan(1000);
      for (const [at, to] of route.slice(1).entries()) {
        const from = route[at] ?? to;
        const convert = converter({ from, to, now, source: 'ndw' });
        if (isOcpi(from) && at === 0) for (const tariff of tariffs) convert.addTariff(tariff);
        const report = new LossReport({ from, to });
        const conversions = objects.flatMap((object) => convert.convert(object));
        for (const conversion of conversions) report.add(conversion);
        objects = conversions.flatMap(({ object }) =>
          object === undefined ? [] : [JSON.parse(JSON.stringify(object)) as unknown],
        );
        expect(report.result.objects).toEqual({ read: count, converted: count, refused: 0 });
        expect(report.result.rules.reduce((sum, rule) => sum + rule.paths.length, 0)).toBeLessThan(200);
      }
    });
  }
});
