/** Contract v3: names, companies, addresses, phones, energy, EVSEs and connector groups. */
import { describe, expect, it } from 'vitest';
import { partnerIdOf } from '../../location/index.ts';
import { namingSchemeFault, presentProviders, presentV3 } from '../index.ts';
import type { LocationField } from '../index.ts';
import { NOW, ccs, connector, evse, site } from '../testing/site.ts';
import { presentOperator, presentSuboperator } from './business-details.ts';
import { presentConnectorGroups } from './connector-groups.ts';
import { presentEnergyMix } from './energy-mix.ts';
import { evseIdOf } from './identifier.ts';
import { presentName } from './name.ts';

const show = (place: ReturnType<typeof site>, ...fields: LocationField[]) =>
  presentV3(place, { enums: 'ocpi', now: NOW, fields: new Set(fields) });

describe('name', () => {
  const { location } = site({ name: 'Markt garage', suboperator: { name: 'Parkeer Delft' } });
  const { operator: _operator, suboperator: _suboperator, ...nameless } = location;

  it('is the sub-operator, else the operator, else exactly the English default', () => {
    expect(presentName(location)).toBe('Parkeer Delft');
    expect(presentName(site().location)).toBe('Voltstad');
    expect(presentName({ ...nameless, country: 'DEU' })).toBe('EV Charging Station');
  });

  it.each([
    ['{brand}, {street} {houseNumber}, {city}', 'Parkeer Delft, Markt 11, Delft'],
    ['{brand} | {name}', 'Parkeer Delft | Markt garage'],
    ['{city}: {brand}', 'Delft: Parkeer Delft'],
  ])('follows a scheme: %s', (template, name) => {
    expect(presentName(location, { template })).toBe(name);
  });

  it('leaves no separators dangling where a value is missing', () => {
    const bare = { ...nameless, address: '', city: 'Delft', name: '' };
    expect(presentName(bare, { template: '{name} - {street} {houseNumber}, {city}' })).toBe('Delft');
    expect(presentName(bare, { template: '{brand}, {street} {houseNumber}, {city}' })).toBe(
      'EV Charging Station, Delft',
    );
    expect(presentName(bare, { template: '{brand} ({street})' })).toBe('EV Charging Station');
    expect(presentName(bare, { template: '{street}' })).toBe('EV Charging Station');
  });

  it('takes the default of the country, where the scheme has one', () => {
    const scheme = { template: '{brand} {city}', defaultNames: { DEU: 'Ladestation' } };
    expect(presentName({ ...nameless, country: 'DEU' }, scheme)).toBe('Ladestation Delft');
    expect(presentName(nameless, scheme)).toBe('EV Charging Station Delft');
  });

  it('says what is wrong with a scheme', () => {
    expect(namingSchemeFault({ template: '{brand} {city}' })).toBeUndefined();
    expect(namingSchemeFault({ template: '{brand} {town}' })).toMatch(/\{town\} is no placeholder.*\{houseNumber\}/);
    expect(namingSchemeFault({ template: 'Charger' })).toMatch(/without a placeholder/);
  });
});

describe('companies', () => {
  it('operator: id of the extension or derived from the name, its party as eMobility id, logo', () => {
    const logo = {
      url: 'https://v.example/l.png',
      thumbnail: 'https://v.example/t.png',
      category: 'OPERATOR',
      type: 'png',
    };
    expect(presentOperator(site({ operator: { name: 'Voltstad', website: 'https://v.example', logo } }))).toEqual({
      name: 'Voltstad',
      partnerId: partnerIdOf('Voltstad'),
      website: 'https://v.example',
      eMobilityIds: ['NL-VLT'],
      logo: { url: 'https://v.example/l.png', thumbnailUrl: 'https://v.example/t.png' },
    });
    expect(presentOperator(site({ party_id: '', extension: { operatorPartnerId: 'p-1' } }))).toEqual({
      name: 'Voltstad',
      partnerId: 'p-1',
    });
  });

  it('suboperator: apart from the operator, without its party', () => {
    const place = site({ suboperator: { name: 'Sub' }, extension: { suboperatorPartnerId: 'p-2' } });
    expect(presentSuboperator(place)).toEqual({ name: 'Sub', partnerId: 'p-2' });
    expect(presentSuboperator(site())).toBeUndefined();
  });

  it('eMobilityServiceProviders: of the extension and of the EVSEs, each once, malformed ids left out', () => {
    const partnerId = partnerIdOf('PlugPass');
    const place = site({
      evses: [
        evse('1', { accepted_service_providers: ['plugpass', 'CardTwo'] }),
        evse('2', { accepted_service_providers: ['CardTwo'] }),
      ],
      extension: { eMobilityServiceProviders: [{ name: 'PlugPass', partnerId, eMobilityIds: ['DE-PP1', 'de*pp1'] }] },
    });
    expect(presentProviders(place)).toEqual([
      { name: 'PlugPass', partnerId, eMobilityIds: ['DE-PP1'] },
      { name: 'CardTwo', partnerId: partnerIdOf('CardTwo') },
    ]);
  });
});

describe('address', () => {
  it('has street and house number apart, and a label of the line, postal code and city', () => {
    const place = site({ address: 'Peelo 22 A', postal_code: '9403 TZ', city: 'Assen', state: 'Drenthe' });
    expect(show(place, 'address').address).toEqual({
      label: 'Peelo 22 A, 9403 TZ Assen',
      street: 'Peelo',
      houseNumber: '22 A',
      state: 'Drenthe',
      city: 'Assen',
      countryCode: 'NLD',
      postalCode: '9403 TZ',
    });
  });

  it('leaves out what is empty', () => {
    expect(show(site({ address: ' ', city: '', country: 'TUR' }), 'address').address).toEqual({ countryCode: 'TUR' });
  });
});

describe('supportPhoneNumber', () => {
  it.each([
    ['+31 15 260 2500', '+31152602500'],
    ['0031-15-2602500', '+31152602500'],
    ['+49 (0) 30 / 1234567', '+49301234567'],
  ])('%s is %s', (help_phone, phone) => {
    expect(show(site({ help_phone }), 'locationInfo').supportPhoneNumber).toBe(phone);
  });

  it.each(['015 260 2500', '0800-CHARGE', '+1', 'ask inside'])(
    '%s has no country or is no number, and stays out',
    (help_phone) => {
      expect(show(site({ help_phone }), 'locationInfo')).not.toHaveProperty('supportPhoneNumber');
    },
  );
});

describe('energyMix', () => {
  it('carries over, without impossible figures and unlisted sources', () => {
    const mix = {
      is_green_energy: true,
      energy_sources: [
        { source: 'WIND', percentage: 70 },
        { source: 'SOLAR', percentage: 0 },
        { source: 'HAMSTER', percentage: 20 },
        { source: 'WATER', percentage: 130 },
      ],
      environ_impact: [
        { category: 'CARBON_DIOXIDE', amount: 12.5 },
        { category: 'NUCLEAR_WASTE', amount: -1 },
      ],
      supplier_name: 'Stromwerk',
      energy_product_name: 'Wind',
    };
    expect(presentEnergyMix(mix, 'here')).toEqual({
      isGreenEnergy: true,
      energySources: [
        { source: 'wind', percentage: 70 },
        { source: 'solar', percentage: 0 },
      ],
      supplier: 'Stromwerk',
      energyProduct: 'Wind',
      environmentalImpacts: [{ category: 'carbonDioxide', amount: 12.5 }],
    });
    expect(presentEnergyMix(mix, 'ocpi').energySources?.map(({ source }) => source)).toEqual(['WIND', 'SOLAR']);
    expect(presentEnergyMix({ is_green_energy: false }, 'here')).toEqual({ isGreenEnergy: false });
  });
});

describe('evses', () => {
  it('capabilities and paymentSupports are told apart, in the dialect', () => {
    const capable = site({
      evses: [
        evse('1', { capabilities: ['RFID_READER', 'RESERVABLE', 'START_SESSION_CONNECTOR_REQUIRED', 'LEVITATION'] }),
      ],
      extension: { evses: { '1': { paymentSupports: ['onlinePaypal'] } } },
    });
    const [inOcpi] = show(capable, 'evses').evses ?? [];
    expect(inOcpi?.capabilities).toEqual(['RESERVABLE', 'START_SESSION_CONNECTOR_REQUIRED', 'LEVITATION']);
    expect(inOcpi?.paymentSupports).toEqual(['rfidReader', 'onlinePaypal']);
    const [inHere] = presentV3(capable, { enums: 'here', now: NOW, fields: new Set(['evses']) }).evses ?? [];
    expect(inHere?.capabilities).toEqual(['reservable']);
    expect(inHere?.paymentSupports).toEqual(['rfidReader', 'onlinePaypal']);
  });

  it('modified is when the source last spoke of the EVSE or of its status', () => {
    const modified = (observed: Record<string, string>) => show(site({ observed }), 'evses').evses?.[0]?.modified;
    expect(modified({})).toBe('2026-03-10T11:00:00.000Z');
    expect(modified({ E1: '2026-03-10T11:30:00Z' })).toBe('2026-03-10T11:30:00.000Z');
    expect(modified({ E1: '2026-03-09T11:30:00Z' })).toBe('2026-03-10T11:00:00.000Z');
  });

  it('ids are 64 hexadecimal digits, of the place and the EVSE, without regard to case', () => {
    const { contentId } = site();
    expect(evseIdOf(contentId, 'E1')).toMatch(/^here:evcp:evse:[0-9a-f]{64}$/);
    expect(evseIdOf(contentId, 'e1')).toBe(evseIdOf(contentId, 'E1'));
    expect(evseIdOf(contentId, 'E2')).not.toBe(evseIdOf(contentId, 'E1'));
    expect(evseIdOf(site({ id: 'LOC-2' }).contentId, 'E1')).not.toBe(evseIdOf(contentId, 'E1'));
  });

  it('carries place, floor, label, link and terms', () => {
    const full = site({
      evses: [
        evse('1', {
          evse_id: 'NL*VLT*E1',
          floor_level: '-1',
          physical_reference: 'A',
          coordinates: { latitude: '0', longitude: '-180.0' },
          connectors: [connector({ terms_and_conditions: 'https://v.example/terms' })],
        }),
      ],
    });
    expect(show(full, 'evses').evses?.[0]).toMatchObject({
      evseId: 'NL*VLT*E1',
      floorLevel: '-1',
      physicalReference: 'A',
      location: { lat: 0, lng: -180 },
      connectors: [{ termsAndConditionsUrl: 'https://v.example/terms' }],
    });
  });
});

describe('maxVoltage', () => {
  it.each([
    ['three phases to neutral', { power_type: 'AC_3_PHASE', max_voltage: 230 }, 230],
    ['three phases to neutral in Canada', { power_type: 'AC_3_PHASE', max_voltage: 347 }, 347],
    ['three phases between the lines', { power_type: 'AC_3_PHASE', max_voltage: 400 }, 231],
    ['three phases between the lines in America', { power_type: 'AC_3_PHASE', max_voltage: 480 }, 277],
    ['one phase', { power_type: 'AC_1_PHASE', max_voltage: 400 }, 400],
    ['direct current', { power_type: 'DC', max_voltage: 920 }, 920],
  ] as const)('is to neutral for three phases, else as it is: %s', (_, given, volts) => {
    const shown = show(site({ evses: [evse('E1', { connectors: [connector(given)] })] }), 'evses');
    expect(shown.evses?.[0]?.connectors[0]?.maxVoltage).toBe(volts);
  });
});

describe('connectorGroups', () => {
  it('same standard and same power; alike connectors of one EVSE count once; unknown power is in none', () => {
    const { max_electric_power: _, ...unknownPower } = connector({ id: '9' });
    const groups = presentConnectorGroups([
      evse('1', { connectors: [connector({ id: '1' }), connector({ id: '2' }), ccs({ id: '3' }), unknownPower] }),
      evse('2', { status: 'CHARGING' }),
      evse('3', { status: 'REMOVED' }),
      evse('4', { connectors: [connector({ max_electric_power: 11_000 })], status: 'UNKNOWN' }),
    ]);
    expect(groups).toEqual([
      { standard: 'IEC_62196_T2', maxPower: 22_000, connectorCount: 2, availableConnectorCount: 1 },
      { standard: 'IEC_62196_T2_COMBO', maxPower: 150_000, connectorCount: 1, availableConnectorCount: 1 },
      { standard: 'IEC_62196_T2', maxPower: 11_000, connectorCount: 1 },
    ]);
  });

  it('references name each connector once', () => {
    const [group] = presentConnectorGroups(
      [evse('1', { connectors: [connector({ id: '1' }), connector({ id: '2' }), connector({ id: '1' })] })],
      { withReferences: true },
    );
    expect(group?.connectors).toEqual([{ evseUid: '1', connectorIds: ['1', '2'] }]);
  });
});
