import { describe, expect, it } from 'vitest';
import type { StationFacts } from '../index.ts';
import { presentV3 } from '../../v3/index.ts';
import {
  factsOfChargingLocation,
  factsOfSite,
  presentEvses,
  presentPage,
  pageOfKnown,
  v3FieldsOfFacts,
  vendorQuirks,
} from '../index.ts';
import { everything, evse, now, siteWith, type2 } from '../testing/sites.ts';

const fields = new Set(v3FieldsOfFacts);
const stationsOf = (facts: StationFacts) => presentPage(pageOfKnown([facts]), vendorQuirks);

describe('facts of a v3 ChargingLocation', () => {
  it('give the same v2 in either dialect, over the wire', () => {
    const expected = stationsOf(factsOfSite(everything, now));
    for (const enums of ['ocpi', 'here'] as const) {
      const wire = JSON.parse(JSON.stringify(presentV3(everything, { enums, now, fields }))) as ReturnType<
        typeof presentV3
      >;
      expect(stationsOf(factsOfChargingLocation(wire))).toEqual(expected);
    }
  });

  it('know what the published dialect can tell: planned reads out of service there, removed is left out', () => {
    const site = siteWith([evse('P', 'PLANNED', [type2('1')]), evse('R', 'REMOVED', [type2('1')])]);
    const statesIn = (enums: 'ocpi' | 'here') =>
      presentEvses([factsOfChargingLocation(presentV3(site, { enums, now, fields }))]).pools.flatMap((pool) =>
        pool.stations.flatMap((station) => station.evses.map(({ id, state }) => [id, state])),
      );
    expect(statesIn('ocpi')).toEqual([
      ['P', 'OFFLINE'],
      ['R', 'OFFLINE'],
    ]);
    expect(statesIn('here')).toEqual([['P', 'OUT_OF_SERVICE']]);
  });

  it('make do with the least a v3 may send', () => {
    const facts = factsOfChargingLocation({
      id: 'here:evcp:charginglocation:276u33db-abc',
      location: { lat: 1, lng: 2 },
    });
    expect(stationsOf(facts)).toEqual({
      hasMore: false,
      evStations: {
        evStation: [
          {
            id: '276u33db-abc',
            poolId: '276u33db-abc',
            name: 'EV Charging Station',
            position: { latitude: 1, longitude: 2 },
            connectors: { connector: [] },
          },
        ],
      },
    });
  });

  it('take enumerations a later v3 may add for unknown', () => {
    const place = presentV3(everything, { enums: 'here', now, fields });
    const evses = place.evses?.map((one) => ({ ...one, status: 'levitating' as 'unknown' }));
    const pools = presentEvses([factsOfChargingLocation({ ...place, evses })]).pools;
    expect(pools[0]?.stations[0]?.evses.map(({ state }) => state)).toEqual(['OTHER', 'OTHER']);
  });
});
