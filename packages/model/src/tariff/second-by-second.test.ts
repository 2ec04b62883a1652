/** Cutting a session into periods comes to the same, to the last digit, as living through it second by second. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TariffRestrictions } from '../ocpi/index.ts';
import { exactly, fraction } from './fraction.ts';
import { priceSession } from './price-session.ts';
import type { LivedSession } from './testing/second-by-second.ts';
import { livedThrough, rates } from './testing/second-by-second.ts';

/** Ordinary evenings, and nights in which the clock is changed: at two, at midnight, by half an hour. */
const moments = fc.constantFrom(
  ['Europe/Amsterdam', '2026-11-23T17:20:00Z'],
  ['Europe/Amsterdam', '2026-03-28T22:10:00Z'],
  ['Europe/Amsterdam', '2026-10-24T21:40:30Z'],
  ['America/New_York', '2026-11-01T03:30:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T13:00:00Z'],
  ['Africa/Cairo', '2026-10-29T19:00:00Z'],
  ['Asia/Beirut', '2026-03-28T21:00:00Z'],
  ['Asia/Kathmandu', '2026-12-31T16:00:07Z'],
);

const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const seconds = fc.integer({ min: 0, max: 12_000 });
const dates = fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-25', '2026-11-01', '2026-11-24', '2027-01-01');
const days = fc.constantFrom('MONDAY', 'TUESDAY', 'SATURDAY', 'SUNDAY', 'THURSDAY', 'FRIDAY');

const restrictions: fc.Arbitrary<TariffRestrictions> = fc
  .record(
    {
      start_time: timeOfDay,
      end_time: timeOfDay,
      start_date: dates,
      end_date: dates,
      day_of_week: fc.array(days, { maxLength: 3 }),
      min_duration: seconds,
      max_duration: seconds,
      min_kwh: fc.integer({ min: 0, max: 40_000 }).map((wh) => wh / 1000),
      max_kwh: fc.integer({ min: 0, max: 40_000 }).map((wh) => wh / 1000),
      min_power: fc.integer({ min: 0, max: 60 }),
      max_power: fc.integer({ min: 0, max: 60 }),
      min_current: fc.integer({ min: 0, max: 100 }),
      max_current: fc.integer({ min: 0, max: 100 }),
      reservation: fc.constant('RESERVATION'),
    },
    { requiredKeys: [] },
  )
  // Few at once, else next to nothing holds.
  .chain((all) =>
    fc
      .subarray(Object.keys(all) as (keyof TariffRestrictions)[], { maxLength: Math.min(2, Object.keys(all).length) })
      .map((kept) => Object.fromEntries(kept.map((key) => [key, all[key]]))),
  );

const component = fc.record({
  type: fc.constantFrom('ENERGY', 'TIME', 'PARKING_TIME', 'FLAT'),
  price: fc.integer({ min: -500, max: 90_000 }).map((price) => price / 10_000),
  vat: fc.constantFrom(...rates),
  step_size: fc.constantFrom(0, 1, 60, 300, 500, 1000, 3600),
});

const tariff = fc
  .record({
    elements: fc.array(
      fc.record({ price_components: fc.array(component, { minLength: 1, maxLength: 3 }), restrictions }),
      { minLength: 1, maxLength: 5 },
    ),
    tax_included: fc.constantFrom('YES', 'NO', 'N/A'),
  })
  .map(({ elements, tax_included }) => ({
    country_code: 'NL',
    party_id: 'VLT',
    id: 'T',
    currency: 'EUR',
    last_updated: '2026-01-01T00:00:00Z',
    elements,
    tax_included,
  }));

const session: fc.Arbitrary<LivedSession> = fc
  .record({
    moment: moments,
    energyWh: fc.integer({ min: 1, max: 60_000 }),
    watts: fc.integer({ min: 1, max: 60 }).map((kw) => kw * 1000),
    volts: fc.constantFrom(230, 400, 800),
    chargingSeconds: fc.integer({ min: 0, max: 9_000 }),
    parkingSeconds: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 7_000 })),
  })
  .filter(({ chargingSeconds, parkingSeconds }) => chargingSeconds + parkingSeconds > 0)
  .map(({ moment: [timeZone = '', start = ''], ...rest }) => ({
    ...rest,
    timeZone,
    start: new Date(start),
    energyWh: rest.chargingSeconds === 0 ? 0 : rest.energyWh,
  }));

it('agrees with living through the session second by second', { timeout: 120_000 }, () => {
  const seen = { priced: 0, unpriced: 0, cut: 0 };
  fc.assert(
    fc.property(tariff, session, (drawn, lived) => {
      const expected = livedThrough(drawn, lived);
      const price = priceSession(drawn, {
        ...lived,
        energyWh: fraction(BigInt(lived.energyWh)),
        powerWatts: exactly(lived.watts),
        currentAmperes: fraction(BigInt(lived.watts), BigInt(lived.volts)),
      });
      if (typeof price === 'string' || expected === undefined) {
        seen.unpriced++;
        expect([price, expected]).toEqual(['nothing_priced', undefined]);
        return;
      }
      seen.priced++;
      if (price.lines.some(({ periods }) => periods.some(({ from }) => from > 0 && from !== lived.chargingSeconds))) {
        seen.cut++;
      }
      expect(price.sum).toEqual({
        exclVat: fraction(expected.exclVat, expected.unit),
        inclVat: fraction(expected.inclVat, expected.unit),
      });
    }),
    { numRuns: 120 },
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(10);
});
