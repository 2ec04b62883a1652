/** Whatever a feed holds, the reader does not throw, and what it stores satisfies the schemas and stays as it is. */
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import { LocationExtension, TariffExtension } from '@pantograph/model/location';
import { noticeCatalogue, severityOf } from '@pantograph/model/notice';
import type { Notice } from '@pantograph/model/notice';
import { Location, Tariff } from '@pantograph/model/ocpi';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullLocation, fullTariff } from './full-objects.ts';

const context = { source: 'any', receivedAt: '2025-03-02T00:00:00.000Z' };
const RUNS = 800;

describe('an object with every field', () => {
  it('is stored as it is: a location', () => {
    const { pantograph, ...location } = fullLocation;
    const reading = readLocation(fullLocation, context);
    expect(reading).toMatchObject({
      ok: true,
      record: { key: { source: 'any', countryCode: 'NL', partyId: 'ABC', id: 'L1' } },
    });
    if (!reading.ok) return;
    expect(reading.record.location).toEqual(location);
    const [beta] = pantograph.eMobilityServiceProviders;
    expect(reading.record.extension).toEqual({
      ...pantograph,
      eMobilityServiceProviders: [beta, { name: 'Alpha Card', partnerId: expect.any(String) as string }],
    });
    expect(reading.record.notices.map(({ code }) => code)).toEqual(['evse_without_connectors']);
  });

  it('is stored as it is: a tariff', () => {
    const { pantograph, ...tariff } = fullTariff;
    const reading = readTariff(fullTariff, context);
    expect(reading).toEqual({
      ok: true,
      record: {
        key: { source: 'any', countryCode: 'NL', partyId: 'ABC', id: 'T1' },
        tariff,
        extension: pantograph,
        notices: [],
      },
    });
  });
});

/** One thing that goes wrong in a feed, at the n-th place of an object. */
type Change = (parent: Record<string, unknown> | unknown[], key: string) => void;

function set(parent: Record<string, unknown> | unknown[], key: string, value: unknown): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else parent[key] = value;
}

function get(parent: Record<string, unknown> | unknown[], key: string): unknown {
  return Array.isArray(parent) ? parent[Number(key)] : parent[key];
}

const odd = fc.oneof(
  fc.constantFrom(null, '', ' ', '#NA', 0, -1, 1e300, true, 'true', '22', '22 kW', '400 V', '52,1', '24:00', 'CCS'),
  fc.constantFrom('2025-01-01', '2025-02-30T00:00:00Z', '2025-01-01 10:00:00+02:00', '<b>x</b> &amp; y', '\ud800'),
  fc.constantFrom('AC_3_PHASE', 'available ', 'Polska', 'TRY', 'Germany', 'UTC', '\u0000', [], {}, [[]], [null]),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  odd.map(
    (value): Change =>
      (parent, key) =>
        set(parent, key, value),
  ),
  fc.constant<Change>((parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  }),
  fc.constant<Change>((parent, key) => {
    if (Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)]));
    else
      set(
        parent,
        key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
        get(parent, key),
      );
  }),
  fc.constant<Change>((parent, key) => set(parent, key, String(get(parent, key)))),
  fc.constant<Change>((parent, key) => set(parent, key, [get(parent, key)])),
);

/** All places of a JSON value, outermost first. */
function places(value: unknown): (readonly [parent: Record<string, unknown> | unknown[], key: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown> | unknown[];
  return Object.entries(parent).flatMap(([key, inner]) => [[parent, key] as const, ...places(inner)]);
}

function mutated(object: unknown): fc.Arbitrary<unknown> {
  // Without bias: with it, most changes would hit the first field.
  const where = fc.noBias(fc.nat({ max: 9999 }));
  return fc.array(fc.tuple(where, change), { minLength: 1, maxLength: 6 }).map((changes) => {
    const copy: unknown = structuredClone(object);
    for (const [tenThousandths, apply] of changes) {
      const all = places(copy);
      const place = all[Math.floor((tenThousandths / 10_000) * all.length)];
      if (place !== undefined) apply(...place);
    }
    // What a feed can hold is JSON.
    return JSON.parse(JSON.stringify(copy)) as unknown;
  });
}

function checkNotices(notices: readonly Notice[], stored: boolean): void {
  for (const { code } of notices) expect(noticeCatalogue).toHaveProperty(code);
  expect(notices.some((notice) => severityOf(notice) === 'error')).toBe(!stored);
}

describe('whatever is sent', () => {
  it('is stored as the schema says or quarantined with a reason: a location', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: mutated(fullLocation) }, fc.jsonValue()), (raw) => {
        const reading = readLocation(raw, context);
        checkNotices(reading.ok ? reading.record.notices : reading.notices, reading.ok);
        if (!reading.ok) return;
        const { location, extension } = reading.record;
        const stored: unknown = JSON.parse(JSON.stringify(location));
        expect(Location.parse(stored)).toEqual(stored);
        expect(LocationExtension.parse(extension)).toEqual(extension);
        const uids = location.evses.map(({ uid }) => uid.toLowerCase());
        expect(new Set(uids).size).toBe(uids.length);
        const again = readLocation(stored, context);
        expect(again.ok && JSON.parse(JSON.stringify(again.record.location))).toEqual(stored);
      }),
      { numRuns: RUNS },
    );
  });

  it('is stored as the schema says or quarantined with a reason: a tariff', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: mutated(fullTariff) }, fc.jsonValue()), (raw) => {
        const reading = readTariff(raw, context);
        checkNotices(reading.ok ? reading.record.notices : reading.notices, reading.ok);
        if (!reading.ok) return;
        const stored: unknown = JSON.parse(JSON.stringify(reading.record.tariff));
        expect(Tariff.parse(stored)).toEqual(stored);
        expect(TariffExtension.parse(reading.record.extension)).toEqual(reading.record.extension);
        const again = readTariff(stored, context);
        expect(again.ok && JSON.parse(JSON.stringify(again.record.tariff))).toEqual(stored);
      }),
      { numRuns: RUNS },
    );
  });
});
