import { describe, expect, it } from 'vitest';
import { statuses } from '../vocabulary/index.ts';
import type { Site } from '../location/index.ts';
import { factsOfSite, pageOfKnown, presentEvses, presentPage, presentStation, vendorQuirks } from './index.ts';
import { connector, everything, evse, now, siteWith, type2 } from './testing/sites.ts';

function stationOf(site: Site, distance?: number) {
  return presentStation({ facts: factsOfSite(site, now), distance }, vendorQuirks);
}
const groupsOf = (site: Site) => stationOf(site).connectors?.connector ?? [];

describe('contract v2, evStation', () => {
  const station = stationOf(everything, 120.4);

  it('id and poolId are the content id, cpoId the id at the operator', () => {
    expect(station).toMatchObject({ id: everything.contentId, poolId: everything.contentId, cpoId: 'LOC-1' });
  });

  it('lastUpdateTimestamp and lastUpdatedTimeStamp are the newest time of an EVSE, with milliseconds', () => {
    expect(station.lastUpdateTimestamp).toBe('2026-03-10T11:59:58.000Z');
    expect(station.lastUpdatedTimeStamp).toBe('2026-03-10T11:59:58.000Z');
  });

  it('timeZone, position, entrancePosition', () => {
    expect(station).toMatchObject({
      timeZone: 'Europe/Berlin',
      position: { latitude: 50.9384, longitude: 6.9599 },
      entrancePosition: { latitude: 50.9385, longitude: 6.9601 },
    });
  });

  it('distance is in whole metres, and absent where nothing is measured', () => {
    expect(station.distance).toBe(120);
    expect(stationOf(everything)).toHaveProperty('distance', undefined);
  });

  it('name and brand are the sub-operator, else the operator, else a default name and no brand', () => {
    expect(station).toMatchObject({ name: 'Stadtwerke', brand: 'Stadtwerke' });
    const { suboperator: _sub, ...byOperator } = everything.location;
    expect(stationOf({ ...everything, location: byOperator })).toMatchObject({
      name: 'Strom <AG>',
      brand: 'Strom <AG>',
    });
    const { operator: _operator, ...byNobody } = byOperator;
    const nobodys = stationOf({ ...everything, location: byNobody });
    expect(nobodys.name).toBe('EV Charging Station');
    expect(nobodys.brand).toBeUndefined();
    expect(nobodys.connectors?.connector[0]?.supplierName).toBeUndefined();
  });

  it('address: street, streetNumber, city, postalCode, region, country', () => {
    expect(station.address).toEqual({
      street: 'Rathausplatz',
      streetNumber: '12a',
      city: 'Köln & Umland',
      postalCode: '50667',
      region: 'Nordrhein-Westfalen',
      country: 'DEU',
    });
  });

  it('contacts: phone and website with value and label', () => {
    expect(station.contacts).toEqual({
      phone: [{ value: '+49221123456', label: 'PHONE' }],
      website: [{ value: 'https://stadtwerke.example', label: 'WEBSITE' }],
    });
  });

  it('totalNumberOfConnectors is the sum of numberOfConnectors, removed EVSEs apart', () => {
    const site = siteWith([
      evse('A', 'AVAILABLE', [type2('1'), type2('2')]),
      evse('B', 'AVAILABLE', [type2('1'), connector('2', 'CHADEMO', { max_electric_power: 50_000 })]),
      evse('C', 'REMOVED', [type2('1')]),
    ]);
    const counts = groupsOf(site).map((group) => group.chargingPoint?.numberOfConnectors);
    expect(counts).toEqual([2, 1]);
    expect(stationOf(site).totalNumberOfConnectors).toBe(3);
  });

  it('evStationDetails: restrictedAccess, accessibilityType, paymentMethods', () => {
    expect(station.evStationDetails).toMatchObject({
      restrictedAccess: true,
      accessibilityType: 'RESTRICTED',
      paymentMethods: { creditCard: { accept: true } },
    });
    expect(stationOf(siteWith([evse('A', 'AVAILABLE', [type2('1')])])).evStationDetails).toBeUndefined();
  });

  it('roaming: emsp, partner_id, ema_id', () => {
    expect(station.roaming).toEqual([
      { emsp: 'CardOne', partner_id: '1f351b84-cca5-11ed-8155-42010aa40002', ema_id: ['DE-CC1'] },
      { emsp: 'NoIds', partner_id: '2f351b84-cca5-11ed-8155-42010aa40002', ema_id: undefined },
    ]);
  });
});

describe('contract v2, connector', () => {
  it('supplierName, supplierContacts, connectorType, maxPowerLevel in kW, fixedCable', () => {
    expect(groupsOf(everything)).toMatchObject([
      {
        supplierName: 'Stadtwerke',
        supplierContacts: { phone: [{ value: '+49221123456', label: 'PHONE' }] },
        connectorType: { id: '31', name: 'IEC 62196-2 type 2 (Type 2)' },
        maxPowerLevel: 22.08,
        fixedCable: false,
      },
    ]);
  });

  it('groups by legacy id and power: the three sizes of IEC 60309 are one, unknown plugs are id 1', () => {
    const red = (id: string, standard: string) => connector(id, standard, { max_electric_power: 11_000 });
    const site = siteWith([
      evse('A', 'AVAILABLE', [red('1', 'IEC_60309_2_three_16')]),
      evse('B', 'AVAILABLE', [red('1', 'IEC_60309_2_three_32'), type2('2', { max_electric_power: 11_000 })]),
      evse('C', 'AVAILABLE', [type2('1'), connector('2', 'SEAWATER_PLUG')]),
    ]);
    expect(groupsOf(site).map(({ connectorType, maxPowerLevel }) => [connectorType.id, maxPowerLevel])).toEqual([
      ['36', 11],
      ['31', 11],
      ['31', 22.08],
      ['1', undefined],
    ]);
    expect(groupsOf(site)[3]?.connectorType.name).toBe('UNRECOGNIZED');
  });

  it('fixedCable is unsaid where it is unknown or differs within the group', () => {
    const cable = (uid: string, format: 'CABLE' | 'SOCKET' | undefined) =>
      evse(uid, 'AVAILABLE', [{ ...type2('1'), format }]);
    expect(groupsOf(siteWith([cable('A', 'CABLE'), cable('B', 'CABLE')]))[0]?.fixedCable).toBe(true);
    expect(groupsOf(siteWith([cable('A', 'CABLE'), cable('B', 'SOCKET')]))[0]?.fixedCable).toBeUndefined();
    expect(groupsOf(siteWith([cable('A', undefined)]))[0]?.fixedCable).toBeUndefined();
  });

  it('connectorDetails: reservable, openingTime, pay; nothing where nothing is known', () => {
    expect(groupsOf(everything)[0]?.connectorDetails).toMatchObject({ reservable: true, open24x7: false, pay: true });
    const bare = siteWith([evse('A', 'AVAILABLE', [type2('1')])], { tariffs: new Map() });
    expect(groupsOf(bare)[0]?.connectorDetails).toBeUndefined();
  });

  it('connectorDetails.paymentMethodDetails tells of the EVSEs of its own group', () => {
    const site = siteWith([
      evse('A', 'AVAILABLE', [type2('1')], { capabilities: ['CREDIT_CARD_PAYABLE'] }),
      evse('B', 'AVAILABLE', [connector('1', 'CHADEMO')], { capabilities: ['RFID_READER'] }),
    ]);
    expect(groupsOf(site).map((group) => group.connectorDetails?.paymentMethodDetails)).toEqual([
      { creditCard: { accept: true } },
      { other: { accept: true, types: { type: ['rfid-reader'] } } },
    ]);
  });

  it('connectorStatuses: cpoEvseId, cpoEvseEMI3Id, cpoConnectorId, state, physicalReference', () => {
    expect(groupsOf(everything)[0]?.connectorStatuses?.connectorStatus).toEqual([
      {
        cpoEvseId: 'E1',
        cpoEvseEMI3Id: 'DE*DMO*E1',
        cpoConnectorId: '1',
        state: 'AVAILABLE',
        physicalReference: 'Säule A',
      },
      { cpoEvseId: 'E2', cpoConnectorId: '1', state: 'OCCUPIED' },
    ]);
  });

  it('an EVSE with two alike connectors counts once, under no single connector id', () => {
    const [group] = groupsOf(siteWith([evse('A', 'AVAILABLE', [type2('1'), type2('2')])]));
    expect(group?.chargingPoint?.numberOfConnectors).toBe(1);
    expect(group?.connectorStatuses?.connectorStatus).toEqual([{ cpoEvseId: 'A', state: 'AVAILABLE' }]);
  });
});

describe('contract v2, chargingPoint', () => {
  it('numberOfAvailable, numberOfInUse, numberOfOutOfService, numberOfReserved count EVSEs by state', () => {
    const [group] = groupsOf(siteWith(statuses.map(({ status }) => evse(status, status, [type2('1')]))));
    expect(group?.chargingPoint).toMatchObject({
      numberOfConnectors: 9,
      numberOfAvailable: 1,
      numberOfInUse: 1,
      numberOfOutOfService: 2,
      numberOfReserved: 1,
    });
  });

  it('counts are absent where no EVSE of the group has live data: unknown is not zero', () => {
    const [group] = groupsOf(siteWith([evse('A', 'UNKNOWN', [type2('1')]), evse('B', 'OPERATIONAL', [type2('1')])]));
    expect(group?.chargingPoint).toEqual({
      chargeMode: '3',
      volts: 398,
      voltsRange: '380-480V AC',
      phases: 3,
      amps: 32,
      ampsRange: '32A',
      numberOfConnectors: 2,
      lastUpdateTimestamp: '2026-03-01T08:00:00.000Z',
    });
  });

  it('lastUpdateTimestamp is the newest of the group', () => {
    expect(groupsOf(everything)[0]?.chargingPoint?.lastUpdateTimestamp).toBe('2026-03-10T11:59:58.000Z');
  });
});

describe('the guide, status table', () => {
  it.each(statuses.map(({ status, state }) => [status, state] as const))('%s reads %s', (status, state) => {
    const pool = presentEvses([factsOfSite(siteWith([evse('A', status, [type2('1')])]), now)]);
    expect(pool.pools[0]?.stations[0]?.evses[0]?.state).toBe(state);
  });
});

describe('contract v2, stations response', () => {
  const facts = factsOfSite(everything, now);
  const found = { facts, distance: 5 };

  it('hasMore, count, evStations.evStation', () => {
    const page = { stations: [found, found], hasMore: true, count: 2 };
    expect(presentPage(page, vendorQuirks)).toMatchObject({
      hasMore: true,
      count: 2,
      evStations: { evStation: [{ distance: 5 }, { distance: 5 }] },
    });
  });

  it('has no count for a look-up by id', () => {
    const answer = presentPage(pageOfKnown([facts]), vendorQuirks);
    expect(answer.hasMore).toBe(false);
    expect(answer.count).toBeUndefined();
    expect(answer.evStations.evStation).toHaveLength(1);
  });
});

describe('contract v2, evses/bulk response', () => {
  it('pools, stations, EVSEs and connectors with their ids, states and times', () => {
    const live: Site = {
      ...everything,
      statuses: new Map([
        [
          'E1',
          { uid: 'E1', status: 'AVAILABLE', observedAt: '2026-03-10T12:00:00.5Z', receivedAt: '2026-03-10T12:00:01Z' },
        ],
      ]),
    };
    const { contentId } = everything;
    expect(presentEvses([factsOfSite(live, now)]).pools).toMatchObject([
      {
        id: contentId,
        stations: [
          {
            id: contentId,
            cpoId: 'LOC-1',
            evses: [
              {
                id: 'E1',
                cpoId: 'E1',
                cpoEvseEMI3Id: 'DE*DMO*E1',
                physicalReference: 'Säule A',
                state: 'AVAILABLE',
                last_updated: '2026-03-10T12:00:00.500Z',
                connectors: [
                  {
                    id: '1',
                    cpoId: '1',
                    typeId: '31',
                    maxPowerLevel: 22.08,
                    state: 'AVAILABLE',
                    last_updated: '2026-03-10T12:00:00.500Z',
                  },
                ],
              },
              { id: 'E2', state: 'OCCUPIED' },
            ],
          },
        ],
      },
    ]);
  });

  it('lists a removed EVSE, offline', () => {
    const pool = presentEvses([factsOfSite(siteWith([evse('A', 'REMOVED', [type2('1')])]), now)]);
    expect(pool.pools[0]?.stations[0]?.evses).toMatchObject([{ id: 'A', state: 'OFFLINE' }]);
  });
});
