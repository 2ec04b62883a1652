import { describe, expect, it } from 'vitest';
import { Location, Tariff } from '../index.ts';
import { presentLocation, presentTariff } from './present.ts';
import { Location211, Location221, Location230, Tariff211, Tariff221 } from './schemas.ts';

const at = '2026-01-01T00:00:00Z';

const location = Location.parse({
  country_code: 'NL',
  party_id: 'ABC',
  id: 'L1',
  publish: true,
  address: 'Kade 1',
  city: 'Delft',
  state: 'Zuid-Holland',
  country: 'NLD',
  coordinates: { latitude: '52.0116', longitude: '4.3571' },
  parking_type: 'ALONG_MOTORWAY',
  parking_places: [{ id: 'p', vehicle_types: ['VAN'] }],
  facilities: ['HOTEL', 'TRAM_STOP', 'SAUNA'],
  help_phone: '+31',
  time_zone: 'Europe/Amsterdam',
  energy_mix: { is_green_energy: true, environ_impact: [{ category: 'CARBON_DIOXIDE', amount: 1 }] },
  evses: [
    {
      uid: 'E1',
      status: 'OPERATIONAL',
      capabilities: ['RFID_READER', 'PED_TERMINAL'],
      parking_restrictions: ['TAXIS'],
      connectors: [
        { id: '1', standard: 'IEC_62196_T2', max_electric_power: 22000, tariff_ids: ['a', 'b'], last_updated: at },
        {
          id: '2',
          standard: 'SAE_J3400',
          format: 'CABLE',
          power_type: 'DC',
          max_voltage: 500,
          max_amperage: 300,
          last_updated: at,
        },
        {
          id: '3',
          standard: 'GBT_DC',
          format: 'CABLE',
          power_type: 'DC',
          max_voltage: 500,
          max_amperage: 300,
          last_updated: at,
        },
      ],
      last_updated: at,
    },
    { uid: 'E2', status: 'AVAILABLE', connectors: [{ id: '1', standard: 'MCS', last_updated: at }], last_updated: at },
  ],
  last_updated: at,
});

const codesAt = (notices: readonly { code: string; path: string }[]) =>
  notices.map(({ code, path }) => `${code} ${path}`);

describe('presentLocation', () => {
  it('2.3.0: fills what the standard requires, and says so', () => {
    const { value, notices } = presentLocation(location, '2.3.0');
    expect(Location230.parse(value)).toMatchObject({
      evses: [
        {
          status: 'UNKNOWN',
          connectors: [{ power_type: 'AC_3_PHASE', format: 'SOCKET', max_voltage: 230, max_amperage: 32 }, {}, {}],
        },
        { connectors: [{ power_type: 'DC', format: 'CABLE' }] },
      ],
    });
    expect(codesAt(notices)).toContain('default_filled /evses/0/connectors/0/format');
    expect(codesAt(notices)).toContain('value_replaced /evses/0/status');
    expect(codesAt(notices)).toContain('default_filled /parking_places/0/reservation_required');
  });

  it('2.2.1: leaves out plugs it does not know, and EVSEs without any other', () => {
    const { value, notices } = presentLocation(location, '2.2.1');
    const parsed = Location221.strict().parse(value);
    expect(parsed.evses.map((evse) => [evse.uid, evse.connectors.map((connector) => connector.id)])).toEqual([
      ['E1', ['1', '3']],
    ]);
    expect(parsed.facilities).toEqual(['HOTEL', 'TRAM_STOP']);
    expect(parsed.evses[0]?.parking_restrictions).toEqual([]);
    expect(codesAt(notices)).toEqual(
      expect.arrayContaining([
        'field_dropped /parking_places',
        'field_dropped /help_phone',
        'value_dropped /facilities/2',
        'value_dropped /evses/0/connectors/1/standard',
        'value_dropped /evses/1',
      ]),
    );
  });

  it('2.1.1: volts and amperes, one tariff, a type, and who it belongs to is not in the object', () => {
    const { value, notices } = presentLocation(location, '2.1.1');
    const parsed = Location211.strict().parse(value);
    expect(parsed).toMatchObject({
      type: 'OTHER',
      postal_code: '#NA',
      facilities: ['HOTEL'],
      energy_mix: { environ_impact: [{ source: 'CARBON_DIOXIDE', amount: 1 }] },
      evses: [
        { uid: 'E1', capabilities: ['RFID_READER'], connectors: [{ voltage: 230, amperage: 32, tariff_id: 'a' }] },
      ],
    });
    expect(parsed.evses[0]?.connectors).toHaveLength(1);
    expect(codesAt(notices)).toContain('value_dropped /evses/0/connectors/0/tariff_ids/1');
  });
});

const tariff = Tariff.parse({
  country_code: 'NL',
  party_id: 'ABC',
  id: 'a',
  currency: 'EUR',
  type: 'AD_HOC_PAYMENT',
  min_price: { before_taxes: 1, after_taxes: 1.21 },
  elements: [
    { price_components: [{ type: 'FLAT', price: 2, step_size: 1 }], restrictions: { reservation: 'RESERVATION' } },
    { price_components: [{ type: 'ENERGY', price: 0.5, vat: 21, step_size: 1 }], restrictions: { min_kwh: 1 } },
  ],
  tax_included: 'NO',
  last_updated: at,
});

describe('presentTariff', () => {
  it('2.2.1 carries price limits as Price', () => {
    const { value } = presentTariff(tariff, '2.2.1');
    expect(Tariff221.strict().parse(value).min_price).toEqual({ excl_vat: 1, incl_vat: 1.21 });
  });

  it('2.2.1 cannot carry prices that include tax', () => {
    expect(presentTariff({ ...tariff, tax_included: 'YES' }, '2.2.1').value).toBeUndefined();
  });

  it('2.1.1 leaves out reservation prices and says what else went', () => {
    const { value, notices } = presentTariff(tariff, '2.1.1');
    expect(Tariff211.strict().parse(value).elements).toEqual([
      { price_components: [{ type: 'ENERGY', price: 0.5, step_size: 1 }], restrictions: { min_kwh: 1 } },
    ]);
    expect(codesAt(notices)).toEqual(
      expect.arrayContaining(['field_dropped /type', 'value_dropped /elements/0/restrictions/reservation']),
    );
  });

  it('2.1.1 cannot carry a price that depends on the current', () => {
    const [, energy] = tariff.elements;
    const elements = [{ price_components: energy?.price_components ?? [], restrictions: { min_current: 16 } }];
    expect(presentTariff({ ...tariff, elements }, '2.1.1').value).toBeUndefined();
  });
});
