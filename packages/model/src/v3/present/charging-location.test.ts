/** Contract v3, `fields`: what each group adds, and what is always there. */
import { describe, expect, it } from 'vitest';
import type { LocationField } from '../index.ts';
import { ChargingLocation, hasConnectorType, locationFields, presentV3 } from '../index.ts';
import { partnerIdOf } from '../../location/index.ts';
import { NOW, ccs, connector, evse, site, tariff } from '../testing/site.ts';

const rich = site({
  name: 'Markt',
  postal_code: '2611 GS',
  suboperator: { name: 'Parkeer Delft', website: 'https://parkeer.example' },
  operator: {
    name: 'Voltstad',
    logo: { url: 'https://v.example/l.png', thumbnail: 'https://v.example/t.png', category: 'OPERATOR', type: 'png' },
  },
  parking_type: 'PARKING_GARAGE',
  help_phone: '+31 (0)15 123 45 67',
  facilities: ['MALL', 'WIFI'],
  opening_times: { twentyfourseven: true },
  energy_mix: { is_green_energy: true },
  parking_places: [{ id: 'B1', vehicle_types: ['RIGID'], max_vehicle_height: 300, drive_through: false }],
  evses: [
    evse('E1', {
      connectors: [connector({ tariff_ids: ['T1'] }), ccs({ id: '2' })],
      parking: [{ parking_id: 'b1', evse_position: 'LEFT' }],
      accepted_service_providers: ['PlugPass'],
    }),
  ],
  tariffs: [tariff('T1')],
  extension: {
    restrictions: ['customersOnly'],
    accessPoints: [{ lat: 52.01, lng: 4.35 }],
    eMobilityServiceProviders: [{ name: 'ChargeCard', partnerId: partnerIdOf('ChargeCard'), eMobilityIds: ['DE-CC1'] }],
    truckRestrictions: { truckAccess: ['heavy', 'light'], amenities: ['shower'] },
  },
});

const present = (...fields: LocationField[]) => presentV3(rich, { enums: 'here', now: NOW, fields: new Set(fields) });
const minimal = ['id', 'location', 'name', 'operator', 'restrictions', 'suboperator', 'supportedVehicles'];

describe('fields', () => {
  it('without any: the minimal set', () => {
    expect(Object.keys(present()).toSorted()).toEqual(minimal);
    expect(present()).toMatchObject({
      id: `here:evcp:charginglocation:${rich.contentId}`,
      location: { lat: 52.0116, lng: 4.3571 },
      name: 'Parkeer Delft',
      operator: { name: 'Voltstad', eMobilityIds: ['NL-VLT'] },
      suboperator: { name: 'Parkeer Delft', website: 'https://parkeer.example' },
      restrictions: ['customersOnly'],
      supportedVehicles: ['truck'],
    });
  });

  const adds: Record<LocationField, readonly string[]> = {
    address: ['address'],
    evses: ['evses'],
    truckRestrictions: ['isPullThrough', 'truckRestrictions', 'vehicleLimitations'],
    locationInfo: [
      'accessPoints',
      'cpoLocationId',
      'energyMix',
      'isPullThrough',
      'openingHours',
      'parkingType',
      'supportPhoneNumber',
      'timeZone',
    ],
    emsps: ['eMobilityServiceProviders'],
    connectorGroups: ['connectorGroups'],
    predictions: [],
    reliability: [],
    tariffs: [],
    nearby: ['facilityTypes'],
  };
  it.each(locationFields)('%s adds its keys and no others', (field) => {
    expect(Object.keys(present(field)).toSorted()).toEqual([...minimal, ...adds[field]].toSorted());
  });

  it('evses with truckRestrictions adds the truck data of each parking', () => {
    const parking = { evsePosition: 'left' };
    expect(present('evses').evses?.[0]?.parking).toEqual(parking);
    expect(present('evses', 'truckRestrictions').evses?.[0]?.parking).toEqual({
      ...parking,
      vehicleTypes: ['rigid'],
      vehicleLimitations: { height: 300 },
    });
  });

  it('a location of which no EVSE is told has no evses, not none of them', () => {
    const fields = new Set<LocationField>(['evses', 'connectorGroups']);
    const bare = presentV3(site({ evses: [] }), { enums: 'ocpi', now: NOW, fields });
    expect(Object.keys(bare)).not.toContain('evses');
    expect(Object.keys(bare)).not.toContain('connectorGroups');
  });

  it('evses with connectorGroups adds the references', () => {
    expect(present('connectorGroups').connectorGroups?.[0]).not.toHaveProperty('connectors');
    expect(present('connectorGroups', 'evses').connectorGroups?.[0]?.connectors).toEqual([
      { evseUid: 'E1', connectorIds: ['1'] },
    ]);
  });

  it('tariffs needs evses or connectorGroups', () => {
    expect(present('tariffs', 'evses').tariffs).toHaveLength(1);
    expect(present('tariffs', 'connectorGroups').tariffs).toHaveLength(1);
    expect(present('evses', 'connectorGroups').evses?.[0]?.connectors[0]).not.toHaveProperty('tariffIndexes');
  });

  it('predictions and reliability are never invented', () => {
    const all = presentV3(rich, { enums: 'ocpi', now: NOW, fields: new Set(locationFields), days: 7 });
    expect(JSON.stringify(all)).not.toMatch(/predictions|reliability/);
  });

  it.each(['ocpi', 'here'] as const)('all of them fit the schema in %s', (enums) => {
    const all = presentV3(rich, { enums, now: NOW, fields: new Set(locationFields) });
    expect(ChargingLocation.parse(all)).toEqual(all);
  });

  it('leaves out what is not known, instead of making it false, 0 or empty', () => {
    const bare = site({
      evses: [evse('E1', { connectors: [{ id: '1', standard: 'CHADEMO', last_updated: '2026-01-01T00:00:00Z' }] })],
    });
    const all = presentV3(bare, { enums: 'ocpi', now: NOW, fields: new Set(locationFields) });
    expect(all).toEqual({
      id: `here:evcp:charginglocation:${bare.contentId}`,
      location: { lat: 52.0116, lng: 4.3571 },
      name: 'Voltstad',
      supportedVehicles: ['car'],
      operator: { name: 'Voltstad', partnerId: partnerIdOf('Voltstad'), eMobilityIds: ['NL-VLT'] },
      address: { label: 'Markt 11, Delft', street: 'Markt', houseNumber: '11', city: 'Delft', countryCode: 'NLD' },
      timeZone: 'Europe/Amsterdam',
      cpoLocationId: 'LOC-1',
      evses: [
        {
          uid: 'E1',
          id: expect.stringMatching(/^here:evcp:evse:[0-9a-f]{64}$/) as string,
          status: 'AVAILABLE',
          modified: '2026-03-10T11:00:00.000Z',
          connectors: [{ id: '1', standard: 'CHADEMO' }],
        },
      ],
    });
  });
});

describe('connectorTypes', () => {
  const mixed = site({
    evses: [
      evse('AC', { connectors: [connector({ tariff_ids: ['T1'] })] }),
      evse('BOTH', { connectors: [connector({ tariff_ids: ['T2'] }), ccs({ id: '2', tariff_ids: ['T3'] })] }),
    ],
    tariffs: [tariff('T1'), tariff('T2', { currency: 'USD' }), tariff('T3', { currency: 'GBP' })],
  });

  it('keeps EVSEs and groups that have one, and the tariffs that are left', () => {
    const shown = presentV3(mixed, {
      enums: 'ocpi',
      now: NOW,
      fields: new Set(['evses', 'connectorGroups', 'tariffs']),
      connectorTypes: new Set(['IEC_62196_T2_COMBO']),
    });
    expect(shown.evses?.map(({ uid }) => uid)).toEqual(['BOTH']);
    expect(shown.evses?.[0]?.connectors.map(({ tariffIndexes }) => tariffIndexes)).toEqual([[0], [1]]);
    expect(shown.connectorGroups).toMatchObject([
      { standard: 'IEC_62196_T2_COMBO', tariffIndexes: [1], connectors: [{ evseUid: 'BOTH', connectorIds: ['2'] }] },
    ]);
    expect(shown.tariffs?.map(({ currency }) => currency)).toEqual(['USD', 'GBP']);
  });

  it('tells whether anything of a location is left; REMOVED EVSEs are not', () => {
    expect(hasConnectorType(mixed, new Set(['CHADEMO', 'IEC_62196_T2']))).toBe(true);
    expect(hasConnectorType(mixed, new Set(['CHADEMO']))).toBe(false);
    expect(hasConnectorType(site({ evses: [evse('E1', { status: 'REMOVED' })] }), new Set(['IEC_62196_T2']))).toBe(
      false,
    );
  });
});

describe('dialects', () => {
  const states = site({
    evses: (['PLANNED', 'REMOVED', 'OUTOFORDER', 'OPERATIONAL'] as const).map((status) => evse(status, { status })),
  });
  const statusesIn = (enums: 'ocpi' | 'here') =>
    presentV3(states, { enums, now: NOW, fields: new Set(['evses']) }).evses?.map(({ uid, status }) => [uid, status]);

  it('ocpi prints the guide’s statuses and lists REMOVED EVSEs', () => {
    expect(statusesIn('ocpi')).toEqual([
      ['PLANNED', 'PLANNED'],
      ['REMOVED', 'REMOVED'],
      ['OUTOFORDER', 'OUTOFORDER'],
      ['OPERATIONAL', 'OPERATIONAL'],
    ]);
  });

  it('here has neither planned nor removed', () => {
    expect(statusesIn('here')).toEqual([
      ['PLANNED', 'inoperative'],
      ['OUTOFORDER', 'outOfOrder'],
      ['OPERATIONAL', 'operational'],
    ]);
  });

  it('counts no REMOVED EVSE in either', () => {
    for (const enums of ['ocpi', 'here'] as const) {
      const { connectorGroups } = presentV3(states, { enums, now: NOW, fields: new Set(['connectorGroups']) });
      expect(connectorGroups).toMatchObject([{ connectorCount: 3, availableConnectorCount: 0 }]);
    }
  });

  it('spells connector standards as v3 does, whatever the feed’s case', () => {
    const red = site({ evses: [evse('E1', { connectors: [connector({ standard: 'IEC_60309_2_three_32' })] })] });
    for (const enums of ['ocpi', 'here'] as const) {
      const { evses } = presentV3(red, { enums, now: NOW, fields: new Set(['evses']) });
      expect(evses?.[0]?.connectors[0]?.standard).toBe('IEC_60309_2_THREE_32');
    }
  });
});
