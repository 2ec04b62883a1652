/** Random questions to an atlas, for tests. */
import { v3StandardOf } from '@pantograph/model/vocabulary';
import fc from 'fast-check';
import {
  anyPosition,
  companies,
  countries,
  height,
  payments,
  standards,
  vehicles,
  watts,
  words,
} from './random-world.ts';
import type { Area, SiteFilter, SiteQuery } from '../../src/atlas/query.ts';

const radius = fc.constantFrom(0, 1000, 5000, 250_000, 10_000_000, 20_100_000);

const circle = fc.record({ kind: fc.constant('circle' as const), centre: anyPosition, radiusMetres: radius });

const box = fc.tuple(anyPosition, anyPosition).map(([a, b]) => ({
  kind: 'box' as const,
  west: a.lng,
  south: Math.min(a.lat, b.lat),
  east: b.lng,
  north: Math.max(a.lat, b.lat),
}));

const route = fc.record({
  kind: fc.constant('route' as const),
  points: fc.array(anyPosition, { minLength: 1, maxLength: 6 }),
  widthMetres: fc.constantFrom(0, 1000, 50_000, 2_000_000),
});

const polygon = fc
  .array(anyPosition, { minLength: 3, maxLength: 7 })
  .map((ring) => ({ kind: 'polygon' as const, ring }));

const anyArea: fc.Arbitrary<Area> = fc.oneof(circle, box, route, polygon);

function someOf(values: readonly string[]): fc.Arbitrary<ReadonlySet<string>> {
  return fc.subarray([...values], { minLength: 1 }).map((chosen) => new Set(chosen));
}

function oneOrTwo<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(arbitrary, { minLength: 1, maxLength: 2 });
}

const beginning = fc
  .constantFrom(...words, ...companies, 'volt', 'str', 'nl', 'ev', '')
  .map((word) => word.slice(0, 4).toLowerCase());

const anyFilter: fc.Arbitrary<SiteFilter> = fc.record(
  {
    connector: fc.record(
      {
        standards: someOf(standards.map(v3StandardOf)),
        minPowerWatts: fc.constantFrom(...watts),
        maxPowerWatts: fc.constantFrom(...watts),
        current: fc.constantFrom('AC', 'DC'),
        available: fc.constant(true as const),
      },
      { requiredKeys: [] },
    ),
    eMobilityServiceProviders: someOf(companies),
    supplierNames: someOf(companies.map((name) => name.toUpperCase())),
    operatorIds: oneOrTwo(someOf(['p-1', 'p-2', 'p-3'])),
    exceptOperatorIds: someOf(['p-1', 'p-3']),
    paymentSupports: someOf(payments),
    countries: someOf(countries),
    vehicles: fc.record({ any: oneOrTwo(someOf(vehicles)), none: someOf(vehicles) }, { requiredKeys: [] }),
    words: fc.array(beginning, { minLength: 1, maxLength: 2 }),
    nameWords: fc.array(beginning, { minLength: 1, maxLength: 2 }),
    openAt: fc.constantFrom(new Date('2026-03-10T08:00:00Z'), new Date('2026-03-10T21:00:00Z')),
    vehicle: fc.record(
      { heightCm: height, lengthCm: height, unknownFits: fc.constant(true as const) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

/** Most questions ask for little, since those that ask for much find nothing. */
const someFilter: fc.Arbitrary<SiteFilter> = anyFilter.chain((filter) => {
  const entries = Object.entries(filter);
  return fc
    .subarray(entries, { minLength: Math.min(1, entries.length), maxLength: Math.min(2, entries.length) })
    .map((kept) => Object.fromEntries(kept));
});

function seldom<T>(arbitrary: fc.Arbitrary<T>, outOf: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 1, arbitrary }, { weight: outOf - 1, arbitrary: fc.constant(undefined) });
}

export const anyQuery: fc.Arbitrary<SiteQuery> = fc
  .record({
    limit: fc.constantFrom(0, 1, 2, 5, 20, 1000),
    centre: seldom(anyPosition, 2),
    area: fc.oneof({ weight: 5, arbitrary: anyArea }, { weight: 1, arbitrary: fc.constant(undefined) }),
    alsoWithin: seldom(anyArea, 6),
    filter: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 6, arbitrary: someFilter },
      { weight: 1, arbitrary: anyFilter },
    ),
    offset: seldom(fc.constantFrom(1, 7), 4),
    order: seldom(fc.constantFrom('distance', 'excursionDistance'), 3),
    thin: seldom(fc.constant('evenly' as const), 4),
  })
  .map(withoutAbsent);

function withoutAbsent(query: { readonly [Key in keyof SiteQuery]: SiteQuery[Key] | undefined }): SiteQuery {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return { limit: 0, ...Object.fromEntries(given) };
}
