import { partnerIdOf } from '@pantograph/model/location';
import { Explanation, Facets, PlaceCollection } from '@pantograph/model/search';
import { describe, expect, it } from 'vitest';
import { ask, asking, idsOf } from '../../test/ask-discovery.ts';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';

const DELFT = 'at=52.0116,4.3571';
const WORLD = 'in=bbox:-180,-90,180,90';

async function facetsOf(query: string): Promise<Facets> {
  const { body } = await ask(`/v1/browse?${query}`);
  return Facets.parse((body as { facets: unknown }).facets);
}

async function explained(query: string, id: string): Promise<Explanation> {
  const { body } = await ask(`/v1/browse?${query}&explain=${id}`);
  return Explanation.strict().parse((body as { explain: unknown }).explain);
}

describe('f=geojson', () => {
  it('draws the same places', async () => {
    const plain = await ask(`/v1/browse?${DELFT}&show=ev&offset=0`);
    const drawn = await ask(`/v1/browse?${DELFT}&show=ev&offset=0&f=geojson`);
    expect(drawn.headers.get('content-type')).toBe('application/geo+json');
    expect(drawn.headers.get('x-results')).toBe(plain.headers.get('x-results'));
    const { features, count } = PlaceCollection.strict().parse(drawn.body);
    expect(count).toBe(6);
    expect(features.map(({ id }) => id)).toEqual((plain.body as { items: { id: string }[] }).items.map(({ id }) => id));
    expect(features[0]?.geometry.coordinates).toEqual([4.3571, 52.0116]);
  });
});

describe('a box with more hits than the limit', () => {
  it('is thinned evenly, still nearest first', async () => {
    const thinned = await ask(`/v1/browse?${DELFT}&${WORLD}&limit=4`);
    expect(thinned.headers.get('x-results')).toBe('matched=15, returned=4, truncated=?1');
    // The nearest of each quarter of the world that has any, and the second of the fullest.
    expect(idsOf(thinned)).toEqual(['DELFT-MARKT', 'DELFT-NOBODY', 'SOUTH-POLE', 'DATE-EAST']);
  });

  it('is cut at the nearest where pages are asked for', async () => {
    const page = await ask(`/v1/browse?${DELFT}&${WORLD}&limit=4&offset=0`);
    expect(idsOf(page)).toEqual(['DELFT-MARKT', 'DELFT-NOBODY', 'DELFT-GARAGE', 'DELFT-EMPTY']);
  });
});

describe('in=polygon', () => {
  it('keeps to the ring, closed or not, with every endpoint', async () => {
    const ring = '52.005,4.353;52.005,4.358;52.0105,4.358;52.0105,4.353';
    const inside = ['DELFT-NOBODY', 'DELFT-EMPTY', 'DELFT-STATION'];
    expect(idsOf(await ask(`/v1/browse?${DELFT}&in=polygon:${ring}`))).toEqual(inside);
    expect(idsOf(await ask(`/v1/browse?${DELFT}&in=polygon:${ring};52.005,4.353`))).toEqual(inside);
    expect(idsOf(await ask(`/v1/discover?q=laadpaal&in=polygon:${ring}`)).sort()).toEqual([...inside].sort());
  });

  it('crosses the antimeridian', async () => {
    const asked = await ask('/v1/browse?at=-16.8,180&in=polygon:-17,179.9;-17,-179.9;-16,-179.9;-16,179.9');
    expect(idsOf(asked).sort()).toEqual(['DATE-EAST', 'DATE-WEST']);
  });
});

describe('facets', () => {
  it('count all that matches, each place once per value', async () => {
    const facets = await facetsOf(`${DELFT}&limit=1&facets=connectorTypes,operators,power,status`);
    expect(facets.counted).toBe(6);
    expect(facets.connectorTypes?.[0]).toEqual({ value: 'IEC_62196_T2', name: 'Type 2', count: 4 });
    expect(facets.operators?.map(({ name, count }) => [name, count])).toEqual([
      ['Voltstad', 4],
      ['Parkeer Delft', 1],
    ]);
    expect(facets.power).toEqual([
      { value: '22', count: 2 },
      { value: 'unknown', count: 2 },
      { value: '50', count: 1 },
      { value: '7', count: 1 },
    ]);
    expect(facets.status?.find(({ value }) => value === 'AVAILABLE')?.count).toBe(3);
    expect(facets.status?.find(({ value }) => value === 'OFFLINE')?.count).toBe(1);
  });

  it('follow the filters, and only those that are asked for', async () => {
    const facets = await facetsOf(`${DELFT}&facets=power&evStation[current]=DC`);
    expect(facets).toEqual({ power: [{ value: '50', count: 1 }], counted: 1 });
  });
});

describe('explain', () => {
  const market = smallWorldId('DELFT-MARKT');
  const station = smallWorldId('DELFT-STATION');

  it('says of a place that it was returned, or was beyond the limit', async () => {
    expect(await explained(DELFT, `here:pds:place:${market}`)).toEqual({
      id: `here:pds:place:${market}`,
      title: 'Voltstad',
      verdict: 'returned',
      removedBy: [],
    });
    expect((await explained(`${DELFT}&limit=1`, station)).verdict).toBe('beyondLimit');
  });

  it('names every parameter that removed it', async () => {
    const query = `${DELFT}&in=circle:52.0116,4.3571;r=100&in=countryCode:NLD&evStation[current]=DC&evStation[minPower]=11`;
    const { verdict, removedBy } = await explained(query, station);
    expect(verdict).toBe('removedByFilter');
    expect(removedBy.map(({ parameter }) => parameter)).toEqual(['in', 'evStation[current]']);
  });

  it('tells conditions that hold on different connectors', async () => {
    const { removedBy } = await explained(`${DELFT}&evStation[connectorTypeIds]=31&evStation[minPower]=50`, market);
    expect(removedBy).toMatchObject([
      { parameter: 'evStation', cause: expect.stringContaining('No single connector') as string },
    ]);
  });

  it('tells limits of vehicles that hold in different bays', async () => {
    const world = smallWorld();
    const bays = [
      { id: 'high', vehicle_types: ['TRUCK'], max_vehicle_height: 400, max_vehicle_length: 500 },
      { id: 'long', vehicle_types: ['TRUCK'], max_vehicle_height: 200, max_vehicle_length: 1800 },
    ] as const;
    const locations = world.locations.map((record) => {
      if (record.key.id !== 'DELFT-STATION') return record;
      const [first] = record.location.evses;
      const evses =
        first === undefined ? [] : bays.map(({ id }) => ({ ...first, uid: id, parking: [{ parking_id: id }] }));
      const location = {
        ...record.location,
        evses,
        parking_places: bays.map((bay) => ({ ...bay, vehicle_types: [...bay.vehicle_types] })),
      };
      return { ...record, location };
    });
    const { body } = await asking({ ...world, locations })(
      `/v1/browse?${DELFT}&evStation[vehicleHeight]=300&evStation[vehicleLength]=1000&explain=${station}`,
    );
    expect(body).toMatchObject({
      items: [],
      explain: {
        verdict: 'removedByFilter',
        removedBy: [{ parameter: 'evStation', cause: expect.stringContaining('No single bay') as string }],
      },
    });
  });

  it('says that operators of a place meet what is asked of them each on its own', async () => {
    const query = `${DELFT}&chains=${partnerIdOf('Voltstad')}&evStation[operatorIds]=${partnerIdOf('Parkeer Delft')}`;
    expect(await explained(query, station)).toMatchObject({ verdict: 'returned', removedBy: [] });
  });

  it('tells a place that gave way where a box was thinned', async () => {
    const thinned = `${DELFT}&${WORLD}&limit=4`;
    expect((await explained(thinned, station)).verdict).toBe('thinnedOut');
    expect((await explained(`${thinned}&offset=0`, smallWorldId('SOUTH-POLE'))).verdict).toBe('beyondLimit');
    expect((await explained(`${thinned}&evStation[current]=DC`, station)).verdict).toBe('removedByFilter');
  });

  it('says of a station that is suggested for half a word that it was returned, and nothing more', async () => {
    const { body } = await ask(`/v1/autosuggest?${DELFT}&q=laadp&lang=nl&explain=${market}`);
    expect(body).toMatchObject({ explain: { verdict: 'returned', removedBy: [] } });
  });

  it('knows that it does not know a place', async () => {
    expect(await explained(DELFT, 'here:pds:place:gone')).toMatchObject({ verdict: 'unknownPlace' });
  });
});
