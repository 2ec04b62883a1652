import { PlaceItem, SearchResponse } from '@pantograph/model/search';
import { describe, expect, it } from 'vitest';
import { ask, idsOf } from '../../test/ask-discovery.ts';
import { smallWorldId } from '../../test/small-world.ts';

const DELFT = '52.0116,4.3571';
const stromwerk = '5a536a60-b835-8bd0-90ad-783269094012';

async function browse(query: string): Promise<string[]> {
  const asked = await ask(`/v1/browse?${query}`);
  expect(asked.status).toBe(200);
  return idsOf(asked);
}

describe('/v1/browse', () => {
  it('finds what is near, nearest first, and nothing unpublished', async () => {
    expect(await browse(`at=${DELFT}`)).toEqual([
      'DELFT-MARKT',
      'DELFT-NOBODY',
      'DELFT-GARAGE',
      'DELFT-EMPTY',
      'DELFT-STATION',
      'DELFT-STATUSES',
    ]);
  });

  it('looks no farther than 250 km where no area is given', async () => {
    expect(await browse('at=52.0116,7.9')).toHaveLength(6);
    expect(await browse('at=52.0116,8.1')).toEqual([]);
    expect(await browse('at=52.0116,8.1&in=circle:52.0116,8.1;r=300000')).toHaveLength(6);
  });

  it('measures from at, whatever the area', async () => {
    const { body } = await ask(`/v1/browse?at=${DELFT}&in=circle:52.5219,13.4132;r=100`);
    const { items } = SearchResponse.parse(body);
    expect(items).toHaveLength(1);
    expect(items[0]?.distance).toBeCloseTo(617_800, -4);
  });

  it('keeps to a circle, a box, a country, and to an area and a country at once', async () => {
    expect(await browse(`at=${DELFT}&in=circle:${DELFT};r=300`)).toEqual([
      'DELFT-MARKT',
      'DELFT-NOBODY',
      'DELFT-GARAGE',
    ]);
    expect(await browse(`at=${DELFT}&in=bbox:4.3539,52.0083,4.3563,52.0131`)).toEqual([
      'DELFT-NOBODY',
      'DELFT-GARAGE',
      'DELFT-EMPTY',
    ]);
    expect(await browse(`at=${DELFT}&in=countryCode:DEU,NLD`)).toHaveLength(6);
    expect(await browse(`at=${DELFT}&in=countryCode:DEU`)).toEqual([]);
    expect(await browse(`at=${DELFT}&in=countryCode:BEL,DEU&in=bbox:-10,40,20,60`)).toHaveLength(5);
  });

  it('knows no special place: zero, antimeridian, pole', async () => {
    expect(await browse('at=0,0')).toEqual(['NULL-ISLAND']);
    expect(await browse('at=-0,-0.0&in=circle:0,0;r=1')).toEqual(['NULL-ISLAND']);
    for (const meridian of ['180', '-180']) {
      expect((await browse(`at=-16.8,${meridian}`)).sort()).toEqual(['DATE-EAST', 'DATE-WEST']);
    }
    expect((await browse('at=-16.8,180&in=bbox:179.9,-17,-179.9,-16')).sort()).toEqual(['DATE-EAST', 'DATE-WEST']);
    expect(await browse('at=-90,0&in=circle:-90,180;r=5000')).toEqual(['SOUTH-POLE']);
    expect(await browse('at=0,0&in=bbox:-180,-90,180,90&limit=100')).toHaveLength(15);
  });

  it('chooses by category and branch; exclusion wins', async () => {
    const berlin = 'at=52.52,13.41&categories=';
    expect(await browse(`${berlin}700-7600-0323`)).toEqual(['BER-TRUCKS']);
    expect(await browse(`${berlin}700-7600`)).toHaveLength(5);
    expect((await browse(`${berlin}700-7600-0322,700-7600-0324,!700-7600-0322`)).sort()).toEqual(['BER-SCOOTERS']);
    expect(await browse(`${berlin}!700-7600-0322`)).toEqual(['BER-SCOOTERS', 'BER-TRUCKS']);
    expect(await browse(`${berlin}100-1000-0000`)).toEqual([]);
    expect(await browse(`${berlin}700,!700-7600`)).toEqual([]);
  });

  it('chooses by chain and name', async () => {
    expect(await browse(`at=52.52,13.41&chains=!${stromwerk}`)).toEqual(['ber-hub']);
    expect(await browse(`at=52.52,13.41&chains=${stromwerk.toUpperCase()}`)).toHaveLength(4);
    expect(await browse(`at=${DELFT}&name=parkeer`)).toEqual(['DELFT-STATION']);
    expect(await browse(`at=${DELFT}&name=Delft`)).toEqual(['DELFT-STATION']);
    expect(await browse(`at=${DELFT}&name=gar.phoe`)).toEqual(['DELFT-GARAGE']);
  });

  it('has no charging station with a cuisine', async () => {
    expect(await browse(`at=${DELFT}&foodTypes=800-057`)).toEqual([]);
    expect(await browse(`at=${DELFT}&foodTypes=!800`)).toHaveLength(6);
  });

  it('shows what is asked for and what is always there', async () => {
    const { body } = await ask(`/v1/browse?at=${DELFT}&limit=1&show=ev,eMobilityServiceProviders,tz,fuel&lang=de,en`);
    const [place] = SearchResponse.parse(body).items;
    expect(PlaceItem.strict().parse(place)).toEqual(place);
    expect(place).toMatchObject({
      title: 'Voltstad',
      id: `here:pds:place:${smallWorldId('DELFT-MARKT')}`,
      address: { countryCode: 'NLD', countryName: 'Niederlande' },
      distance: 0,
      categories: [{ id: '700-7600-0322', name: 'Ladestation für Elektrofahrzeuge', primary: true }],
      timeZone: { name: 'Europe/Amsterdam', utcOffset: '+01:00' },
    });
    expect(place?.extended?.evStation?.totalNumberOfConnectors).toBe(4);
    expect(place?.extended?.evStation?.eMobilityServiceProviders).toHaveLength(2);
    expect(place?.extended?.evAvailability?.stations[0]?.evses?.map(({ state }) => state)).toEqual([
      'AVAILABLE',
      'OCCUPIED',
      'AVAILABLE',
    ]);
  });

  it('pages only where an offset is given', async () => {
    const plain = await ask(`/v1/browse?at=${DELFT}&limit=4`);
    expect(Object.keys(plain.body as object)).toEqual(['items']);
    const first = await ask(`/v1/browse?at=${DELFT}&limit=4&offset=0`);
    expect(first.body).toMatchObject({ offset: 0, nextOffset: 4, count: 4, limit: 4 });
    const second = await ask(`/v1/browse?at=${DELFT}&limit=4&offset=4`);
    expect(second.body).toMatchObject({ offset: 4, count: 2, limit: 4 });
    expect(second.body).not.toHaveProperty('nextOffset');
    expect([...idsOf(first), ...idsOf(second)]).toEqual(await browse(`at=${DELFT}`));
    const past = await ask(`/v1/browse?at=${DELFT}&limit=4&offset=99`);
    expect(past.body).toEqual({ items: [], offset: 99, count: 0, limit: 4 });
  });

  it('says in a header how much matched, and whose data it is', async () => {
    const { headers } = await ask(`/v1/browse?at=${DELFT}&limit=2`);
    expect(headers.get('x-results')).toBe('matched=6, returned=2, truncated=?1');
    expect(headers.get('x-attribution')).toBe('City Data Office (CC-BY-4.0)');
    expect((await ask('/v1/browse?at=52.52,13.41')).headers.get('x-attribution')).toContain('demo data');
    const none = await ask('/v1/browse?at=10,10');
    expect(none.headers.get('x-results')).toBe('matched=0, returned=0, truncated=?0');
    expect(none.headers.get('x-attribution')).toBeNull();
  });

  it('leaves other paths alone', async () => {
    for (const path of ['/v1/geocode?q=x', '/v1/browse/', '/v3/locations', '/v1', '/V1/browse']) {
      expect((await ask(path)).status).toBe(0);
    }
  });
});
