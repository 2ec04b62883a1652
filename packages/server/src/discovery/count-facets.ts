/** `facets=`: how all that matches is made up; ours. */
import { brandOf, partnerIdOf } from '@pantograph/model/location';
import type { Site } from '@pantograph/model/location';
import type { FacetValue, Facets } from '@pantograph/model/search';
import { connectorTypeOfStandard, legacyStateOf, v3StandardOf } from '@pantograph/model/vocabulary';
import type { Atlas } from '../atlas/atlas.ts';
import type { SiteQuery } from '../atlas/query.ts';

export const facetNames = ['connectorTypes', 'operators', 'power', 'status'] as const;
export type FacetName = (typeof facetNames)[number];

/** More places than that are not counted, nearest first, so that one request cannot ask for the whole world's documents. */
const MAX_COUNTED = 10_000;
/** Values of one facet, the most frequent first. */
const MAX_VALUES = 100;
/** Lower bounds in kW, by what charging is called: slow, normal, three-phase, fast and rapid. */
const bands = [0, 7, 22, 50, 150, 350];

interface Value {
  readonly value: string;
  readonly name?: string;
}

const valuesOf: Readonly<Record<FacetName, (site: Site) => readonly Value[]>> = {
  connectorTypes: (site) =>
    connectorsOf(site).map((connector) => {
      const value = v3StandardOf(connector.standard);
      const name = connectorTypeOfStandard(value)?.commonName;
      return { value, ...(name === undefined || name === '' ? {} : { name }) };
    }),
  operators: ({ location, extension }) => {
    const brand = brandOf(location);
    if (brand === undefined) return [];
    const stated = location.suboperator === undefined ? extension.operatorPartnerId : extension.suboperatorPartnerId;
    return [{ value: stated ?? partnerIdOf(brand.name), name: brand.name }];
  },
  power: (site) => {
    const powers = connectorsOf(site).flatMap(({ max_electric_power: watts }) => (watts === undefined ? [] : [watts]));
    if (powers.length === 0) return [{ value: 'unknown' }];
    const kilowatts = Math.max(...powers) / 1000;
    return [{ value: String(bands.findLast((band) => band <= kilowatts) ?? 0) }];
  },
  status: (site) => evsesOf(site).map(({ status }) => ({ value: legacyStateOf(status) })),
};

function evsesOf({ location }: Site): Site['location']['evses'] {
  return location.evses.filter(({ status }) => status !== 'REMOVED');
}

function connectorsOf(site: Site): Site['location']['evses'][number]['connectors'] {
  return evsesOf(site).flatMap(({ connectors }) => connectors);
}

/** Each place counts once for each value that it has. */
export function countFacets(atlas: Atlas, query: Omit<SiteQuery, 'limit'>, names: readonly FacetName[]): Facets {
  const { hits } = atlas.search({ ...query, limit: MAX_COUNTED });
  const facets: Partial<Record<FacetName, FacetValue[]>> = {};
  for (const name of names) {
    const counts = new Map<string, { value: string; name?: string; count: number }>();
    for (const { site } of hits) {
      const values = new Map(valuesOf[name](site).map((value) => [value.value, value]));
      for (const [key, value] of values) {
        const entry = counts.get(key) ?? { ...value, count: 0 };
        entry.count++;
        counts.set(key, entry);
      }
    }
    facets[name] = [...counts.values()]
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MAX_VALUES);
  }
  return { ...facets, counted: hits.length };
}
