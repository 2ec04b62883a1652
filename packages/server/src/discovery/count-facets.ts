/** `facets=`: how all that matches is made up; ours. */
import type { FacetValue, Facets } from '@pantograph/model/search';
import { connectorTypeOfStandard, legacyStateOf } from '@pantograph/model/vocabulary';
import type { Atlas } from '../atlas/atlas.ts';
import type { BrandFacts } from '../atlas/site-facts.ts';
import type { Counts, Tally, TallyQuery } from '../atlas/tally.ts';

export const facetNames = ['connectorTypes', 'operators', 'power', 'status'] as const;
export type FacetName = (typeof facetNames)[number];

/** Values of one facet, the most frequent first. */
const MAX_VALUES = 100;
/** Lower bounds in kW, by what charging is called: slow, normal, three-phase, fast and rapid. */
const bands = [0, 7, 22, 50, 150, 350];

const count: Readonly<Record<FacetName, (tally: Tally) => readonly FacetValue[]>> = {
  connectorTypes: ({ connectors }) =>
    countValues(connectors, (each) => each.map(({ standard }) => standard)).map(({ value, count: places }) => {
      const name = connectorTypeOfStandard(value)?.commonName;
      return { value, ...(name === undefined || name === '' ? {} : { name }), count: places };
    }),
  operators: ({ brands }) => {
    const known = brands.flatMap(([brand, places]) => (brand === undefined ? [] : [[brand, places] as const]));
    const names = nameOfEach(known);
    return countValues(known, ({ id }) => [id]).map(({ value, count: places }) => ({
      value,
      name: names.get(value) ?? '',
      count: places,
    }));
  },
  power: ({ connectors }) =>
    countValues(connectors, (each) => {
      const powers = each.flatMap(({ watts }) => (watts === undefined ? [] : [watts]));
      if (powers.length === 0) return ['unknown'];
      const kilowatts = Math.max(...powers) / 1000;
      return [String(bands.findLast((band) => band <= kilowatts) ?? 0)];
    }),
  status: ({ statuses }) => countValues(statuses, (each) => each.map(legacyStateOf)),
};

/** Each place counts once for each value that it has. */
export function countFacets(atlas: Atlas, query: TallyQuery, names: readonly FacetName[]): Facets {
  const tally = atlas.tally(query);
  const facets: Partial<Record<FacetName, FacetValue[]>> = {};
  for (const name of names) facets[name] = [...count[name](tally)];
  return { ...facets, counted: tally.matched };
}

/** An operator that goes by several names has the one that most places call it. */
function nameOfEach(brands: Counts<BrandFacts>): ReadonlyMap<string, string> {
  const byId = Map.groupBy(brands, ([{ id }]) => id);
  return new Map(Array.from(byId, ([id, own]) => [id, countValues(own, ({ name }) => [name])[0]?.value ?? '']));
}

function countValues<T>(
  counts: Counts<T>,
  valuesOf: (value: T) => readonly string[],
): readonly { readonly value: string; readonly count: number }[] {
  const places = new Map<string, number>();
  for (const [each, some] of counts) {
    for (const value of new Set(valuesOf(each))) places.set(value, (places.get(value) ?? 0) + some);
  }
  return Array.from(places, ([value, number]) => ({ value, count: number }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}
