import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EvseStatus, Site } from '../location/index.ts';
import type { PlacePart } from './index.ts';
import { PlaceItem, placeCollectionOf, presentPlace } from './index.ts';

const folder = new URL('../../../../spec/golden/search/places/', import.meta.url);

interface GoldenPlace {
  readonly about: string;
  readonly now: string;
  readonly options: {
    readonly show: readonly PlacePart[];
    readonly languages: readonly string[];
    readonly distance?: number;
    readonly excursionDistance?: number;
  };
  readonly site: Omit<Site, 'statuses' | 'tariffs'> & { readonly statuses: readonly EvseStatus[] };
  readonly expected: unknown;
}

function golden(file: string): GoldenPlace {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as GoldenPlace;
}

function siteOf({ site }: GoldenPlace): Site {
  return { ...site, statuses: new Map(site.statuses.map((status) => [status.uid, status])), tariffs: new Map() };
}

function presented(file: string, changes: Partial<GoldenPlace['options']> = {}): PlaceItem {
  const one = golden(file);
  const options = { ...one.options, ...changes };
  return presentPlace(siteOf(one), { ...options, show: new Set(options.show), now: new Date(one.now) });
}

describe('presentPlace', () => {
  const files = readdirSync(folder);

  it.each(files)('presents %s as the golden file says', (file) => {
    const place = presented(file);
    expect(place).toEqual(golden(file).expected);
    expect(PlaceItem.strict().parse(place)).toEqual(place);
  });

  it('shows only the parts that were asked for', () => {
    const bare = presented('groups-counts-and-cards.json', { show: [] });
    expect(Object.keys(bare)).toEqual([
      'title',
      'id',
      'resultType',
      'address',
      'position',
      'access',
      'distance',
      'categories',
      'chains',
    ]);
    const cards = presented('groups-counts-and-cards.json', { show: ['eMobilityServiceProviders'] });
    expect(Object.keys(cards.extended?.evStation ?? {})).toEqual(['eMobilityServiceProviders']);
    expect(cards.extended?.evAvailability).toBeUndefined();
  });

  it('counts no connectors where those of an EVSE are not told', () => {
    const site = siteOf(golden('groups-counts-and-cards.json'));
    const [first, ...others] = site.location.evses;
    const options = { now: new Date('2026-03-10T12:00:00Z'), show: new Set(['ev'] as const), languages: [] };
    const shown = (evses: Site['location']['evses']) =>
      presentPlace({ ...site, location: { ...site.location, evses } }, options).extended;
    const untold = first === undefined ? [] : [{ ...first, connectors: [] }];
    const part = shown([...untold, ...others]);
    expect(part?.evStation).not.toHaveProperty('totalNumberOfConnectors');
    expect(part?.evStation?.connectors?.length).toBeGreaterThan(0);
    const none = shown(untold);
    expect(Object.keys(none?.evStation ?? {})).not.toContain('connectors');
    expect(none?.evAvailability?.stations[0]?.evses?.[0]).not.toHaveProperty('connectors');
    const gone = first === undefined ? [] : [{ ...first, status: 'REMOVED' as const, connectors: [] }];
    expect(shown([...gone, ...others])?.evStation).toHaveProperty('totalNumberOfConnectors');
  });

  it('never translates titles', () => {
    expect(presented('no-operator.json', { languages: ['de'] }).title).toBe('EV Charging Station');
  });

  it('states the offset from UTC with its sign and minutes', () => {
    const one = golden('groups-counts-and-cards.json');
    const offset = (time_zone: string) => {
      const site = siteOf(one);
      const moved = { ...site, location: { ...site.location, time_zone } };
      const options = { now: new Date(one.now), show: new Set(['tz'] as const), languages: [] };
      return presentPlace(moved, options).timeZone?.utcOffset;
    };
    expect(offset('America/St_Johns')).toBe('-02:30');
    expect(offset('Asia/Kathmandu')).toBe('+05:45');
    expect(offset('No/Where')).toBeUndefined();
  });

  it('turns into GeoJSON, longitude first', () => {
    const collection = placeCollectionOf({ items: [presented('for-trucks.json')], offset: 0 });
    expect(collection.features[0]?.geometry.coordinates).toEqual([13.2572, 52.3013]);
    expect(collection.features[0]?.properties.title).toBe('Stromwerk');
    expect(collection).toMatchObject({ type: 'FeatureCollection', offset: 0 });
  });
});
