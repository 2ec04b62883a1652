/** What every atlas does with the small world, whatever is inside it. */
import { describe, expect, it } from 'vitest';
import { smallWorld, smallWorldId, smallWorldTime } from '../small-world.ts';
import type { Atlas, SearchResult } from '../../src/atlas/atlas.ts';
import type { MemoryAtlasOptions, MemoryAtlasRecords } from '../../src/atlas/memory-atlas.ts';
import type { SiteFilter, SiteQuery } from '../../src/atlas/query.ts';

export function atlasContract(make: (records: MemoryAtlasRecords, options?: MemoryAtlasOptions) => Atlas): void {
  const atlas = () => make(smallWorld());
  const delft = { lat: 52.0116, lng: 4.3571 };
  const names = ({ hits }: SearchResult) => hits.map(({ site }) => site.location.id);
  const search = (query: Partial<SiteQuery>) => atlas().search({ limit: 100, ...query });
  const matching = (filter: SiteFilter) => names(search({ filter })).toSorted();
  const circle = (radiusMetres: number, centre = delft) => ({ kind: 'circle', centre, radiusMetres }) as const;
  const site = (id: string) => {
    const found = atlas().site(smallWorldId(id));
    if (found === undefined) throw new Error(`${id} is not there`);
    return found;
  };

  describe('sites', () => {
    it('are all published locations, each by its id', () => {
      const { sites, size } = { sites: [...atlas().sites()], size: atlas().size };
      expect(sites).toHaveLength(size);
      expect(size).toBe(smallWorld().locations.length - 1);
      for (const { contentId, location } of sites) expect(atlas().site(contentId)?.location.id).toBe(location.id);
      expect(atlas().site(smallWorldId('DELFT-HIDDEN'))).toBeUndefined();
    });
    it('know the terms of their source', () => {
      expect(site('ber-hub').source).toEqual({ name: 'demo', attribution: 'Generated places', demo: true });
    });
    it('resolve tariffs by id in lower case: of their own party, else the only one of the feed', () => {
      expect([...site('DELFT-MARKT').tariffs.keys()].toSorted()).toEqual(['t-adhoc', 't-card', 't-cpo']);
      expect(site('BER-HUB').tariffs.get('t-shared')?.key.partyId).toBe('HLD');
      expect([...site('BER-PRICES').tariffs.keys()].toSorted()).toEqual(['t-free', 't-odd']);
    });
    it('list a REMOVED EVSE until it was gone for as long as the setting says', () => {
      const uids = (id: string) => site(id).location.evses.map(({ uid }) => uid);
      expect(uids('ber-hub')).toEqual(['DEMO-1']);
      expect(uids('DELFT-STATUSES')).toContain('TOUR-REMOVED');
      const patient = make(smallWorld(), { removedEvseDays: 90 }).site(smallWorldId('ber-hub'));
      expect(patient?.location.evses.map(({ uid }) => uid)).toEqual(['DEMO-1', 'DEMO-2']);
      expect(patient?.statuses.get('DEMO-2')?.status).toBe('REMOVED');
      const later = new Date(smallWorldTime.getTime() + 31 * 86_400_000);
      const tour = make(smallWorld(), { now: () => later }).site(smallWorldId('DELFT-STATUSES'));
      expect(tour?.location.evses).toHaveLength(9);
      expect([...(tour?.statuses.keys() ?? [])]).not.toContain('TOUR-REMOVED');
    });
    it('say why they went', () => {
      const contentId = smallWorldId('BER-HUB');
      const removal = { contentId, removedAt: '2026-03-01T00:00:00Z', reason: 'closed' };
      const after = make({ ...smallWorld(), removals: [removal] });
      expect(after.removal(contentId)).toEqual({ removedAt: removal.removedAt, reason: 'closed' });
      expect(after.site(contentId)).toBeUndefined();
      expect(after.removal(smallWorldId('DELFT-MARKT'))).toBeUndefined();
    });
  });

  describe('places', () => {
    it('in a circle come nearest first', () => {
      const result = search({ area: circle(1000) });
      expect(names(result)).toEqual(['DELFT-MARKT', 'DELFT-NOBODY', 'DELFT-GARAGE', 'DELFT-EMPTY', 'DELFT-STATION']);
      expect(result.matched).toBe(5);
      expect(result.hits[0]?.distance).toBe(0);
      expect(result.hits[4]?.distance).toBeCloseTo(547.6, 0);
    });
    it('come in pages', () => {
      const page = search({ area: circle(1000), offset: 1, limit: 2 });
      expect(names(page)).toEqual(['DELFT-NOBODY', 'DELFT-GARAGE']);
      expect(page.matched).toBe(5);
      expect(names(search({ area: circle(1000), offset: 5 }))).toEqual([]);
      expect(search({ limit: 0 })).toMatchObject({ hits: [], matched: 15 });
    });
    it('in a circle are measured from elsewhere where a centre is given', () => {
      const fromStation = { lat: 52.0067, lng: 4.3563 };
      expect(names(search({ area: circle(1000), centre: fromStation }))[0]).toBe('DELFT-STATION');
    });
    it('in a box, also across the antimeridian', () => {
      const fiji = { kind: 'box', west: 179, south: -20, east: -179, north: -10 } as const;
      expect(names(search({ area: fiji })).toSorted()).toEqual(['DATE-EAST', 'DATE-WEST']);
      expect(names(search({ area: { ...fiji, east: 180 } }))).toEqual(['DATE-WEST']);
      expect(names(search({ area: circle(3000, { lat: -16.8, lng: 180 }) })).toSorted()).toEqual([
        'DATE-EAST',
        'DATE-WEST',
      ]);
    });
    it('near a pole and where both coordinates are 0', () => {
      expect(names(search({ area: circle(3000, { lat: -90, lng: -100 }) }))).toEqual(['SOUTH-POLE']);
      expect(names(search({ area: circle(0, { lat: 0, lng: 0 }) }))).toEqual(['NULL-ISLAND']);
      expect(names(search({ area: { kind: 'box', west: 0, south: -0, east: 0, north: 0 } }))).toEqual(['NULL-ISLAND']);
    });
    it('in a polygon', () => {
      const ring = [
        { lat: 52.009, lng: 4.35 },
        { lat: 52.009, lng: 4.36 },
        { lat: 52.02, lng: 4.36 },
      ];
      expect(names(search({ area: { kind: 'polygon', ring } })).toSorted()).toEqual([
        'DELFT-GARAGE',
        'DELFT-MARKT',
        'DELFT-NOBODY',
      ]);
    });
    it('along a route come in its order, or by detour', () => {
      const points = [
        { lat: 52, lng: 4.3561 },
        { lat: 52.02, lng: 4.3561 },
      ];
      const area = { kind: 'route', points, widthMetres: 400 } as const;
      const along = search({ area });
      expect(names(along)).toEqual(['DELFT-STATION', 'DELFT-EMPTY', 'DELFT-NOBODY', 'DELFT-MARKT', 'DELFT-GARAGE']);
      const [first] = along.hits;
      expect(first?.distance).toBeCloseTo(745 + 13.7, -1);
      expect(first?.excursionDistance).toBeCloseTo(2 * 13.7, 0);
      expect(names(search({ area, order: 'excursionDistance' }))).toEqual([
        'DELFT-NOBODY',
        'DELFT-STATION',
        'DELFT-MARKT',
        'DELFT-GARAGE',
        'DELFT-EMPTY',
      ]);
      expect(names(search({ area: { ...area, widthMetres: 50 } }))).toEqual(['DELFT-STATION', 'DELFT-NOBODY']);
    });
    it('in two areas at once', () => {
      expect(names(search({ area: circle(1000), alsoWithin: circle(300) }))).toEqual([
        'DELFT-MARKT',
        'DELFT-NOBODY',
        'DELFT-GARAGE',
      ]);
    });
    it('over a box, spread evenly', () => {
      const area = { kind: 'box', west: -180, south: -90, east: 180, north: 90 } as const;
      const spread = search({ area, thin: 'evenly', limit: 4 });
      expect(spread.matched).toBe(15);
      expect(names(spread)).toEqual(['NULL-ISLAND', 'DELFT-STATUSES', 'SOUTH-POLE', 'DATE-EAST']);
    });
    it('without those that are left out', () => {
      const except = new Set([smallWorldId('DELFT-MARKT')]);
      expect(search({ area: circle(300), except })).toMatchObject({ matched: 2 });
    });
    it('without any area all count, by id', () => {
      const { hits, matched } = search({});
      expect(matched).toBe(15);
      expect(new Set(hits.map(({ distance }) => distance))).toEqual(new Set([0]));
      const ids = hits.map(({ site }) => site.contentId);
      expect(ids).toEqual(ids.toSorted());
    });
  });

  describe('filters', () => {
    const standards = (...values: string[]) => new Set(values);
    it.each<[string, SiteFilter, readonly string[]]>([
      ['a standard', { connector: { standards: standards('CHADEMO', 'MCS') } }, ['BER-TRUCKS', 'DELFT-MARKT']],
      [
        'a standard whose OCPI spelling differs',
        { connector: { standards: standards('IEC_60309_2_THREE_32') } },
        ['DELFT-NOBODY'],
      ],
      ['a standard that no table knows', { connector: { standards: standards('SEAWATER_PLUG') } }, ['NULL-ISLAND']],
      ['power, inclusive', { connector: { minPowerWatts: 350_000 } }, ['BER-HUB', 'BER-TRUCKS']],
      ['little power', { connector: { maxPowerWatts: 2300 } }, ['BER-SCOOTERS', 'DELFT-NOBODY']],
      [
        'standard and power at one connector',
        { connector: { standards: standards('IEC_62196_T2_COMBO'), maxPowerWatts: 50_000 } },
        ['DATE-EAST', 'DELFT-MARKT'],
      ],
      ['current', { connector: { current: 'DC' } }, ['BER-HUB', 'BER-TRUCKS', 'DATE-EAST', 'DELFT-MARKT']],
      [
        'available now',
        { connector: { available: true, standards: standards('IEC_62196_T2_COMBO') } },
        ['BER-HUB', 'BER-TRUCKS', 'DELFT-MARKT'],
      ],
      [
        'available at a connector, not just at the location',
        { connector: { available: true, standards: standards('IEC_62196_T2_COMBO'), maxPowerWatts: 150_000 } },
        ['DELFT-MARKT'],
      ],
      [
        'a supplier in any case',
        { supplierNames: new Set(['PARKEER delft', 'demo power']) },
        ['DELFT-STATION', 'NULL-ISLAND', 'ber-hub'],
      ],
      ['a country', { countries: new Set(['FJI', 'ATA']) }, ['DATE-EAST', 'DATE-WEST', 'SOUTH-POLE']],
      ['vehicles', { vehicles: { any: [new Set(['truck', 'twoWheeler'])] } }, ['BER-SCOOTERS', 'BER-TRUCKS']],
      ['vehicles of two kinds', { vehicles: { any: [new Set(['truck']), new Set(['twoWheeler'])] } }, []],
      ['no vehicles of a kind', { vehicles: { none: new Set(['car']) } }, ['BER-SCOOTERS', 'BER-TRUCKS']],
      ['payment', { paymentSupports: new Set(['creditCard', 'authByCarPlugAndCharge']) }, ['BER-HUB', 'DELFT-MARKT']],
      ['words', { words: ['alex', 'ber'] }, ['BER-HUB']],
      ['words of the name', { nameWords: ['demo'] }, ['NULL-ISLAND', 'ber-hub']],
      ['a vehicle', { vehicle: { heightCm: 400 } }, ['BER-TRUCKS']],
      ['a vehicle for which no bay is', { vehicle: { heightCm: 430 } }, []],
    ])('by %s', (_, filter, ids) => {
      expect(matching(filter)).toEqual(ids);
    });
    it('by partner id of eMSP and operator', () => {
      const [card] = site('BER-HUB').extension.eMobilityServiceProviders ?? [];
      expect(matching({ eMobilityServiceProviders: new Set([card?.partnerId ?? '']) })).toEqual([
        'BER-HUB',
        'DELFT-MARKT',
      ]);
      const stromwerk = new Set([site('BER-HUB').extension.operatorPartnerId ?? '']);
      expect(matching({ operatorIds: [stromwerk] })).toEqual(['BER-HUB', 'BER-PRICES', 'BER-SCOOTERS', 'BER-TRUCKS']);
      const others = matching({ exceptOperatorIds: stromwerk });
      expect(others).toHaveLength(11);
      expect(others).toContain('DELFT-NOBODY');
    });
    it('by opening hours, where they are known', () => {
      expect(matching({ openAt: new Date('2026-03-10T20:30:00Z') })).toEqual([
        'BER-HUB',
        'DELFT-MARKT',
        'DELFT-STATION',
      ]);
      expect(matching({ openAt: new Date('2026-03-14T00:30:00Z') })).toEqual([
        'BER-HUB',
        'DELFT-GARAGE',
        'DELFT-MARKT',
      ]);
    });
    it('never match a REMOVED EVSE', () => {
      const tour = new Set([...site('DELFT-STATUSES').statuses.keys()]);
      expect(tour.size).toBe(10);
      const gone = smallWorld();
      const locations = gone.locations.map((record) => ({
        ...record,
        location: { ...record.location, evses: record.location.evses.filter(({ status }) => status === 'REMOVED') },
      }));
      const removed = make({ ...gone, locations });
      expect(removed.search({ limit: 10, filter: { connector: {} } }).matched).toBe(0);
      expect(removed.search({ limit: 10, filter: { vehicle: { unknownFits: true } } }).matched).toBe(0);
    });
  });
}
