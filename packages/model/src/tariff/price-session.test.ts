/** Readings of OCPI that are easily taken otherwise, one by one; docs/prices.md, the sum. */
import { describe, expect, it } from 'vitest';
import type { PriceComponent, Tariff, TariffElement } from '../ocpi/index.ts';
import { exactly, fraction, rounded, times } from './fraction.ts';
import { minorUnitOf } from './minor-unit.ts';
import { presentPrice } from './present-price.ts';
import { priceSession } from './price-session.ts';
import type { Demand, SessionPlace } from './session.ts';
import { planSession } from './session.ts';
import type { KnownPrice } from './wire.ts';

const delft: SessionPlace = { timeZone: 'Europe/Amsterdam', maxPowerWatts: 11_000, voltage: 230 };

interface Asked {
  readonly start?: string;
  readonly kwh?: number;
  readonly kw?: number;
  readonly minutes?: number;
  readonly parking?: number;
  readonly place?: SessionPlace;
}

/** 11 kWh from noon of a Monday, which takes an hour, where nothing else is asked. */
function demand({ start = '2026-11-23T11:00:00Z', kwh, kw, minutes, parking = 0 }: Asked): Demand {
  const energy = kwh ?? (minutes === undefined ? 11 : undefined);
  return {
    start: new Date(start),
    parkingSeconds: parking * 60,
    ...(energy !== undefined && { energyWh: times(exactly(energy), fraction(1000n)) }),
    ...(kw !== undefined && { powerWatts: times(exactly(kw), fraction(1000n)) }),
    ...(minutes !== undefined && { chargingSeconds: minutes * 60 }),
  };
}

function price(
  given: Partial<Tariff> & Pick<Tariff, 'elements'>,
  asked: Asked = {},
): string | Omit<KnownPrice, 'tariff'> {
  const tariff: Tariff = {
    country_code: 'NL',
    party_id: 'VLT',
    id: 'T',
    currency: 'EUR',
    tax_included: 'NO',
    last_updated: '2026-01-01T00:00:00Z',
    ...given,
  };
  const session = planSession(demand(asked), asked.place ?? delft);
  if (typeof session === 'string') return session;
  const found = priceSession(tariff, session);
  return typeof found === 'string' ? found : presentPrice(found, tariff, session);
}

function totalOf(...given: Parameters<typeof price>): unknown {
  const found = price(...given);
  return typeof found === 'string' ? found : found.total.inclVat;
}

function component(type: PriceComponent['type'], each: number, step_size = 1, vat?: number): PriceComponent {
  return { type, price: each, step_size, ...(vat !== undefined && { vat }) };
}

function element(
  components: PriceComponent | PriceComponent[],
  restrictions?: TariffElement['restrictions'],
): TariffElement {
  return { price_components: [components].flat(), ...(restrictions !== undefined && { restrictions }) };
}

const energy = element(component('ENERGY', 0.5));

describe('steps', () => {
  it('are of the whole session, by the component that was last', () => {
    const night = element(component('ENERGY', 0.2, 1000), { start_time: '12:30' });
    const day = element(component('ENERGY', 0.4, 5000));
    // 5.25 kWh before half past twelve, 5.25 after it, rounded up to 11 in all.
    expect(price({ elements: [night, day] }, { kwh: 10.5, minutes: 60 })).toMatchObject({
      total: { exclVat: 3.25 },
      components: [
        { quantity: 5.25, billed: 5.25, step: 5000 },
        { quantity: 5.25, billed: 5.75, step: 1000 },
      ],
    });
  });
  it('round parking alone where parking is billed, else charging', () => {
    const elements = [element([component('TIME', 3, 900), component('PARKING_TIME', 6, 900)])];
    expect(totalOf({ elements }, { minutes: 20 })).toBe(1.5);
    expect(totalOf({ elements }, { minutes: 20, parking: 20 })).toBe(1 + 3);
  });
  it('of 0 are none', () => {
    expect(totalOf({ elements: [element(component('TIME', 6, 0))] }, { minutes: 7 })).toBe(0.7);
  });
});

describe('dimensions', () => {
  it('have each the first element that holds', () => {
    const elements = [
      element(component('TIME', 6), { max_duration: 600 }),
      element([component('TIME', 3), component('ENERGY', 0.1)]),
    ];
    expect(totalOf({ elements })).toBe(1 + 2.5 + 1.1);
  });
  it('take the session fee once, also where it falls due late', () => {
    const elements = [
      energy,
      element(component('FLAT', 10), { min_duration: 7200 }),
      element(component('FLAT', 2), { min_duration: 9000 }),
    ];
    expect(totalOf({ elements })).toBe(5.5);
    expect(totalOf({ elements }, { parking: 600 })).toBe(15.5);
  });
  it('of parking are none of charging', () => {
    const elements = [energy, element(component('PARKING_TIME', 6))];
    expect(totalOf({ elements }, { parking: 30 })).toBe(8.5);
  });
});

describe('restrictions', () => {
  it('by energy begin within the session, by power and current never while parking', () => {
    const elements = [element(component('ENERGY', 0.1), { min_kwh: 5.5 }), energy];
    expect(totalOf({ elements })).toBe(2.75 + 0.55);
    const beyond = element([component('ENERGY', 0), component('PARKING_TIME', 0)], { min_kwh: 12 });
    const parked = element(component('PARKING_TIME', 6));
    expect(totalOf({ elements: [beyond, energy, parked] }, { parking: 600 })).toBe(65.5);
    const strong = element([component('ENERGY', 0.3), component('PARKING_TIME', 60)], { min_power: 11 });
    expect(totalOf({ elements: [strong, energy] }, { parking: 60 })).toBe(3.3);
    expect(totalOf({ elements: [strong, energy] }, { kw: 10.9 })).toBe(5.5);
    const phases = element(component('ENERGY', 0.3), { min_current: 47 });
    expect(totalOf({ elements: [phases, energy] })).toBe(3.3);
  });
  it('of the day are those of the moment itself, over midnight too', () => {
    const night = element(component('ENERGY', 0.1), {
      start_time: '22:00',
      end_time: '06:00',
      day_of_week: ['MONDAY'],
    });
    // 23:30 on a Monday: the half hour before midnight.
    expect(totalOf({ elements: [night, energy] }, { start: '2026-11-23T22:30:00Z' })).toBe(0.55 + 2.75);
    // 02:00 on that Monday.
    expect(totalOf({ elements: [night, energy] }, { start: '2026-11-23T01:00:00Z' })).toBe(1.1);
  });
  it('of an hour that comes twice hold twice', () => {
    const hour = element(component('TIME', 6), { start_time: '02:00', end_time: '03:00' });
    const elements = [hour, element(component('TIME', 0))];
    expect(totalOf({ elements }, { start: '2026-10-24T23:00:00Z', minutes: 300 })).toBe(12);
    expect(totalOf({ elements }, { start: '2026-03-28T23:00:00Z', minutes: 300 })).toBe(0);
  });
  it('of reservations never hold', () => {
    const elements = [element(component('FLAT', 5), { reservation: 'RESERVATION' }), energy];
    expect(totalOf({ elements })).toBe(5.5);
  });
});

describe('tax', () => {
  it('is taken out exactly where prices include it', () => {
    const elements = [element(component('ENERGY', 0.49, 1, 21))];
    expect(price({ elements, tax_included: 'YES' }, { kwh: 12.34 })).toMatchObject({
      total: { exclVat: 5, inclVat: 6.05 },
      components: [{ price: { exclVat: 0.404959, inclVat: 0.49 }, amount: { exclVat: 4.9972, inclVat: 6.0466 } }],
    });
  });
  it('of an unknown rate leaves the price without it unknown', () => {
    expect(price({ elements: [energy], tax_included: 'YES' })).toMatchObject({ total: { inclVat: 5.5 } });
    expect(price({ elements: [energy], tax_included: 'YES' })).not.toHaveProperty('total.exclVat');
  });
  it('is none where none is stated, and that is said', () => {
    expect(price({ elements: [energy] })).toMatchObject({
      total: { exclVat: 5.5, inclVat: 5.5 },
      assumed: ['no_vat_stated'],
    });
    expect(price({ elements: [energy], tax_included: 'N/A' })).not.toHaveProperty('assumed');
  });
});

describe('limits', () => {
  const taxed = [element(component('ENERGY', 0.5, 1, 20))];
  it('bound each side of tax by its own figure', () => {
    const limited = price({ elements: taxed, min_price: { before_taxes: 6, after_taxes: 6.5 } });
    expect(limited).toMatchObject({
      sum: { exclVat: 5.5, inclVat: 6.6 },
      total: { exclVat: 6, inclVat: 6.6 },
      limit: 'min_price',
    });
  });
  it('are taxed as the session is where they have no figure with tax', () => {
    const limited = price({ elements: taxed, max_price: { before_taxes: 5 } });
    expect(limited).toMatchObject({ total: { exclVat: 5, inclVat: 6 }, limit: 'max_price' });
    expect(price({ elements: taxed, max_price: { before_taxes: 50 } })).not.toHaveProperty('limit');
  });
  it('of a session that costs nothing else have no tax to go by', () => {
    const free = [element(component('ENERGY', 0))];
    expect(price({ elements: free, min_price: { before_taxes: 1 } })).toMatchObject({ total: { exclVat: 1 } });
    expect(price({ elements: free, min_price: { before_taxes: 1 } })).not.toHaveProperty('total.inclVat');
  });
  it('cannot be held against prices of another kind', () => {
    expect(price({ elements: [energy], tax_included: 'YES', min_price: { before_taxes: 1 } })).toBe('tax_unknown');
  });
});

describe('unknown', () => {
  it('is what no price says, and free is a price of 0', () => {
    expect(price({ elements: [element(component('PARKING_TIME', 6))] }, { parking: 60 })).toBe('nothing_priced');
    expect(price({ elements: [element(component('ENERGY', 1), { start_time: '20:00' })] })).toBe('nothing_priced');
    expect(totalOf({ elements: [element(component('FLAT', 0))] })).toBe(0);
  });
  it('is no part of a session that has a price in another part; by OCPI that part is free', () => {
    const elements = [element(component('ENERGY', 1), { start_time: '12:30' })];
    expect(price({ elements })).toMatchObject({
      total: { inclVat: 5.5 },
      assumed: ['no_vat_stated', 'unpriced_time_is_free'],
    });
  });
  it('is what the place does not tell', () => {
    const byClock = [element(component('ENERGY', 1), { start_time: '08:00' }), energy];
    expect(price({ elements: byClock }, { place: { ...delft, timeZone: 'Delft' } })).toBe('time_zone_unknown');
    expect(totalOf({ elements: [energy] }, { place: { ...delft, timeZone: 'Delft' } })).toBe(5.5);
    const byCurrent = [element(component('ENERGY', 1), { min_current: 8 })];
    expect(price({ elements: byCurrent }, { place: { ...delft, voltage: undefined } })).toBe('voltage_unknown');
    expect(price({ elements: [energy] }, { place: { timeZone: 'Europe/Amsterdam' } })).toBe('power_unknown');
    expect(totalOf({ elements: [energy] }, { place: { timeZone: 'Europe/Amsterdam' }, kw: 7 })).toBe(5.5);
  });
  it('is what cannot be', () => {
    expect(price({ elements: [energy] }, { kwh: 12, minutes: 60 })).toBe('power_beyond_connector');
    expect(price({ elements: [energy] }, { kwh: 1000, kw: 0.5 })).toBe('session_too_long');
  });
});

describe('money', () => {
  it('has no error of binary fractions', () => {
    const cents = Array.from({ length: 3 }, () => element(component('ENERGY', 0.1), { max_duration: 1 }));
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(
      totalOf({ elements: [...cents, element([component('ENERGY', 0.1), component('FLAT', 0.2)])] }, { kwh: 1 }),
    ).toBe(0.3);
    expect(rounded(exactly(1.005), 2)).toBe(1.01);
    expect(rounded(exactly(-1.005), 2)).toBe(-1.01);
    expect(rounded(exactly(1e21), 2)).toBe(1e21);
    expect(exactly(2.5e-7)).toEqual(fraction(1n, 4_000_000n));
  });
  it('is paid in the coins of its currency', () => {
    expect([minorUnitOf('EUR'), minorUnitOf('JPY'), minorUnitOf('KWD'), minorUnitOf('no currency')]).toEqual([
      2, 0, 3, 2,
    ]);
    expect(totalOf({ elements: [energy], currency: 'JPY' })).toBe(6);
  });
});
