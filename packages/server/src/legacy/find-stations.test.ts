import { describe, expect, it } from 'vitest';
import { smallWorldId } from '../../test/small-world.ts';
import { legacyUnderTest } from './testing/legacy-under-test.ts';

const v2 = legacyUnderTest();
const idsOf = async (path: string, init?: RequestInit) =>
  (await v2.stations(path, init)).evStations.evStation.map(({ id }) => id);
const ids = (...names: string[]) => names.map(smallWorldId);

const delft = 'prox=52.0116,4.3571,3000';
const nearMarket = ids('DELFT-MARKT', 'DELFT-NOBODY', 'DELFT-GARAGE');
const byDistance = ids('DELFT-MARKT', 'DELFT-NOBODY', 'DELFT-GARAGE', 'DELFT-EMPTY', 'DELFT-STATION', 'DELFT-STATUSES');

describe('prox', () => {
  it('finds what lies in the circle, nearest first, and never what is not published', async () => {
    expect(await idsOf('stations.json?prox=52.0116,4.3571,300')).toEqual(nearMarket);
    expect(await idsOf(`stations.json?${delft}`)).toEqual(byDistance);
  });

  it('distance is as the crow flies, in metres', async () => {
    const { evStations } = await v2.stations('stations.json?prox=52.0116,4.3571,300');
    expect(evStations.evStation.map(({ distance }) => distance)).toEqual([0, 201, 265]);
  });

  it.each(['52.0116,4.3571,0', '52.0116,4.3571,200000', '0,0,1', '-0,-0.0,1', '90,0,5', '-90,180,5000', '1e-7,1e-7,5'])(
    'reads %s',
    async (prox) => {
      expect((await v2.stations(`stations.json?prox=${prox}`)).hasMore).toBe(false);
    },
  );

  it('finds the place where both coordinates are 0, the poles and both sides of the antimeridian', async () => {
    expect(await idsOf('stations.json?prox=0,0,1')).toEqual(ids('NULL-ISLAND'));
    expect(await idsOf('stations.json?prox=-90,-100,5000')).toEqual(ids('SOUTH-POLE'));
    expect(new Set(await idsOf('stations.json?prox=-16.8,180,5000'))).toEqual(new Set(ids('DATE-WEST', 'DATE-EAST')));
  });
});

describe('bbox', () => {
  it('goes from the top left to the bottom right corner, and has no distances', async () => {
    const { evStations } = await v2.stations('stations.json?bbox=52.1,4.3;51.9,4.4');
    expect(new Set(evStations.evStation.map(({ id }) => id))).toEqual(new Set(byDistance));
    expect(evStations.evStation.every(({ distance }) => distance === undefined)).toBe(true);
  });

  it('may cross the antimeridian', async () => {
    const found = await idsOf('stations.json?bbox=-16.7,179.9;-16.9,-179.9');
    expect(new Set(found)).toEqual(new Set(ids('DATE-WEST', 'DATE-EAST')));
  });

  it('may be as wide near a pole as its parallel is short', async () => {
    expect(await idsOf('stations.json?bbox=-89.9,-180;-90,180')).toEqual(ids('SOUTH-POLE'));
  });
});

describe('corridor', () => {
  // Half a kilometre west of the market to half a kilometre east of it.
  const street = '52.0116,4.3498;52.0116,4.3644';

  it('is 1000 m wide unless a width follows the points', async () => {
    expect(new Set(await idsOf(`stations.json?corridor=${street}`))).toEqual(
      new Set(ids('DELFT-MARKT', 'DELFT-NOBODY', 'DELFT-GARAGE', 'DELFT-EMPTY')),
    );
    expect(await idsOf(`stations.json?corridor=${street};20`)).toEqual(ids('DELFT-MARKT'));
    expect(await idsOf(`stations.json?corridor=${street};`)).toHaveLength(4);
  });

  it('distance is the way along the corridor plus the distance from it', async () => {
    const { evStations } = await v2.stations(`stations.json?corridor=${street}&connectortype=9`);
    const [nobody] = evStations.evStation;
    // About 431 m along and 189 m off.
    expect(nobody?.id).toBe(smallWorldId('DELFT-NOBODY'));
    expect(nobody?.distance).toBeGreaterThan(600);
    expect(nobody?.distance).toBeLessThan(640);
  });
});

describe('stations/alongroute', () => {
  const lineString = {
    type: 'LineString',
    coordinates: [
      [4.3498, 52.0116, 12],
      [4.3644, 52.0116],
    ],
  };
  const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

  it('takes a GeoJSON LineString in the body of a POST', async () => {
    expect(await idsOf('stations/alongroute.json', post({ route: lineString, width: 20 }))).toEqual(ids('DELFT-MARKT'));
    expect(await idsOf('stations/alongroute.json', post({ route: lineString }))).toHaveLength(4);
    expect(await v2.count('stations/alongroute/count.json', post({ route: lineString, width: 20 }))).toBe(1);
  });

  it('takes a flexible polyline in either', async () => {
    // Contract search, route: from 52.51994,13.38663 over Berlin to 52.41058,13.07555.
    const route = 'BlD05xgKuy2xCCx9B7vUCl0OhnRC54EqSCzpEl-HCxjD3pBCiGnyGCi2CvwFCsgD3nDC4vB6eC';
    const expected = await idsOf('stations/alongroute.json', post({ route, width: 20_000 }));
    expect(expected.length).toBeGreaterThan(0);
    expect(await idsOf(`stations/alongroute.json?route=${route}&width=20000`)).toEqual(expected);
    expect(await idsOf(`stations/alongroute.json?route=${route}&width=19999.5`)).toEqual(
      await idsOf('stations/alongroute.json', post({ route, width: 19_999.5 })),
    );
    expect(await v2.count(`stations/alongroute/count.json?route=${route}&width=20000`)).toBe(expected.length);
  });

  it('filters and pages like a search', async () => {
    const page = await v2.stations(
      'stations/alongroute.json?maxresults=1&connectortype=31',
      post({ route: lineString }),
    );
    expect(page).toMatchObject({ hasMore: true, count: 1 });
  });
});

describe('connectortype', () => {
  it.each([
    ['31', byDistance.filter((id) => ![...ids('DELFT-NOBODY', 'DELFT-EMPTY')].includes(id))],
    ['9', ids('DELFT-NOBODY')],
    ['29,9', ids('DELFT-MARKT', 'DELFT-NOBODY')],
    ['36', ids('DELFT-NOBODY')],
    ['67', []],
  ])('%s: any of them', async (types, expected) => {
    expect(await idsOf(`stations.json?${delft}&connectortype=${types}`)).toEqual(expected);
  });

  it('does not thin out the connectors of what it finds', async () => {
    const { evStations } = await v2.stations(`stations.json?${delft}&connectortype=29`);
    const types = evStations.evStation[0]?.connectors?.connector.map(({ connectorType }) => connectorType.id);
    expect(types).toEqual(['31', '34', '29']);
  });
});

describe('emsp', () => {
  it('keeps stations that accept one of the partners', async () => {
    const { roaming } = await v2.roamings('roamings.json');
    const partner = (name: string) => roaming.find(({ emsp }) => emsp === name)?.partner_id ?? '';
    expect(await idsOf(`stations.json?${delft}&emsp=${partner('ChargeCard One')}`)).toEqual(ids('DELFT-MARKT'));
    expect(await idsOf(`stations.json?${delft}&emsp=${partner('ChargeCard One')},${partner('PlugPass')}`)).toEqual(
      ids('DELFT-MARKT', 'DELFT-STATION'),
    );
    expect(await idsOf(`stations.json?${delft}&emsp=nobody`)).toEqual([]);
  });
});

describe('maxresults, offset, hasMore', () => {
  it('pages through all, each once, in order', async () => {
    const found: string[] = [];
    for (let offset = 0, more = true; more; offset += 2) {
      const page = await v2.stations(`stations.json?${delft}&maxresults=2&offset=${String(offset)}`);
      found.push(...page.evStations.evStation.map(({ id }) => id));
      expect(page.count).toBe(page.evStations.evStation.length);
      more = page.hasMore;
    }
    expect(found).toEqual(byDistance);
  });

  it('is empty beyond the end', async () => {
    expect(await v2.stations(`stations.json?${delft}&offset=1000`)).toEqual({
      hasMore: false,
      count: 0,
      evStations: { evStation: [] },
    });
  });
});

describe('what it does not know', () => {
  it('is ignored, credentials included', async () => {
    const known = await idsOf(`stations.json?${delft}`);
    expect(await idsOf(`stations.json?${delft}&app_id=x&app_code=y&apiKey=z&updatesince=1&lang=%C3%A9`)).toEqual(known);
  });
});
