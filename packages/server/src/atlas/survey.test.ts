import { describe, expect, it } from 'vitest';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';
import type { Atlas } from './atlas.ts';
import { indexedWorld } from './indexed/indexed-world.ts';
import { memoryAtlas } from './memory-atlas.ts';
import type { SiteFilter } from './query.ts';
import { scannedWorld } from './scanned-world.ts';
import type { SurveyQuery } from './survey.ts';

const figuresOf = (atlas: Atlas, query: SurveyQuery) => {
  const found = new Map<string, object>();
  atlas.survey(query, (lat, lng, watts, evses, live, available, idOf) => {
    found.set(idOf(), { lat, lng, watts, evses, live, available });
  });
  return found;
};

const filters: readonly (SiteFilter | undefined)[] = [
  undefined,
  { connector: { minPowerWatts: 50_000 } },
  { connector: { standards: new Set(['IEC_62196_T2']), available: true } },
  { connector: { current: 'DC' } },
  { countries: new Set(['NLD']) },
];

describe.each([
  ['scanned', scannedWorld],
  ['indexed', indexedWorld],
])('survey of the %s world', (_, world) => {
  const atlas = memoryAtlas(smallWorld(), { world });

  it.each(filters)('meets what a search finds, each once, with its figures: %o', (filter) => {
    const area = { kind: 'box', west: 4, south: 50, east: 14, north: 54 } as const;
    const query = filter === undefined ? { area } : { area, filter };
    const expected = atlas.search({ ...query, limit: 100 }).hits.map(({ site }) => site.contentId);
    const found = figuresOf(atlas, query);
    expect([...found.keys()].toSorted()).toEqual(expected.toSorted());
    expect(found).toEqual(figuresOf(memoryAtlas(smallWorld()), query));
    expect(found.size).toBeGreaterThan(0);
  });

  it('counts no REMOVED EVSE, and tells the silent from the occupied', () => {
    const tour = smallWorldId('DELFT-STATUSES');
    const evses = atlas.site(tour)?.location.evses ?? [];
    const count = (...statuses: readonly string[]) => evses.filter(({ status }) => statuses.includes(status)).length;
    expect(figuresOf(atlas, {}).get(tour)).toMatchObject({
      evses: evses.length - count('REMOVED'),
      live: evses.length - count('REMOVED', 'UNKNOWN', 'OPERATIONAL'),
      available: count('AVAILABLE'),
    });
  });

  it('names its sources', () => {
    expect([...atlas.sources()].map(({ name }) => name).toSorted()).toEqual(['citydata', 'demo']);
  });
});
