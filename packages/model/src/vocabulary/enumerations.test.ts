/** Every enumeration against the published v3 document's values, and the ways between v3, v2, Search and OCPI. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  accessRestrictionOf,
  accessRestrictions,
  capabilityOfPaymentSupport,
  connectorFormats,
  daysOfWeek,
  energySources,
  environmentalImpacts,
  evseCapabilities,
  facilities,
  legacyPaymentOf,
  ocpiTariffTypeOf,
  parkingConditions,
  parkingTypes,
  paymentSupportOfLegacy,
  paymentSupportOfSearch,
  paymentSupports,
  paymentSupportsOf,
  powerTypes,
  searchPaymentOf,
  spellAllIn,
  spellIn,
  spellStatusIn,
  statuses,
  tariffDimensions,
  tariffTypeOf,
  tariffTypes,
  truckAccessCategories,
  truckAmenities,
  vehicleCategories,
  vehicleCategoriesOf,
  vehicleTypes,
} from './index.ts';

const published = JSON.parse(
  readFileSync(new URL('../../../../spec/golden/v3/enumerations.json', import.meta.url), 'utf8'),
) as Record<string, string[]>;

const ours: Record<string, readonly string[]> = {
  EvseStatus: [...new Set(statuses.flatMap((row) => row.here ?? []))],
  ConnectorFormat: connectorFormats.published,
  PowerType: powerTypes.published,
  EvseCapability: evseCapabilities.published,
  EvsePaymentSupport: paymentSupports.map((row) => row.support),
  EvParkingType: parkingTypes.published,
  EvVehicleCategory: vehicleCategories,
  EvVehicleTypes: vehicleTypes.published,
  EvseParkingConditions: parkingConditions.published,
  EvAccessRestrictionReason: accessRestrictions,
  EvTruckAccessCategory: truckAccessCategories,
  EvTruckAmenity: truckAmenities,
  EvFacilityType: facilities.published,
  EnergySourceCategory: energySources.published,
  EnvironmentalImpactCategory: environmentalImpacts.published,
  DayOfWeek: daysOfWeek.published,
  'Tariff.type': tariffTypes,
  'PriceComponent.dimension': tariffDimensions.published,
};

describe('published values', () => {
  it.each(Object.keys(published))('%s', (name) => {
    expect([...(ours[name] ?? [])].sort()).toEqual([...(published[name] ?? [])].sort());
  });
});

describe('dialects', () => {
  it('ocpi writes OCPI values, keeps what it does not know and the published spelling of what OCPI lacks', () => {
    expect(spellAllIn('ocpi', facilities, ['HOTEL', 'hotel', 'fastFood', 'IGLOO'])).toEqual([
      'HOTEL',
      'fastFood',
      'IGLOO',
    ]);
  });

  it('here writes published values only', () => {
    expect(spellAllIn('here', facilities, ['HOTEL', 'hotel', 'fastFood', 'IGLOO'])).toEqual(['hotel', 'fastFood']);
    expect(spellIn('here', evseCapabilities, 'START_SESSION_CONNECTOR_REQUIRED')).toBeUndefined();
  });

  it('here reads PLANNED as inoperative and has no word for REMOVED; ocpi has both', () => {
    expect(spellStatusIn('here', 'PLANNED')).toBe('inoperative');
    expect(spellStatusIn('here', 'REMOVED')).toBeUndefined();
    expect(spellStatusIn('ocpi', 'REMOVED')).toBe('REMOVED');
    expect(spellStatusIn('here', 'OUTOFORDER')).toBe('outOfOrder');
  });
});

describe('payment supports', () => {
  it('come from EVSE and connector capabilities and from beyond OCPI, each once, in the table’s order', () => {
    const evse = {
      capabilities: ['RFID_READER', 'RESERVABLE', 'CREDIT_CARD_PAYABLE'],
      connectors: [{ capabilities: ['ISO_15118_20_PLUG_AND_CHARGE', 'ISO_15118_2_PLUG_AND_CHARGE'] }, {}],
    };
    expect(paymentSupportsOf(evse, ['payByPoem', 'operatorApp', 'rfidReader'])).toEqual([
      'creditCard',
      'rfidReader',
      'authByCarPlugAndCharge',
      'operatorApp',
      'payByPoem',
    ]);
  });

  it('have the seven ids of Search, both ways', () => {
    const ids = paymentSupports.flatMap(({ support }) => searchPaymentOf(support) ?? []);
    expect(ids.toSorted()).toEqual([
      'authByCarPlugAndCharge',
      'creditCard',
      'debitCard',
      'onlineApplePay',
      'onlineGooglePay',
      'onlinePaypal',
      'operatorApp',
    ]);
    for (const id of ids) expect(searchPaymentOf(paymentSupportOfSearch(id) ?? '')).toBe(id);
  });

  it('have v2’s newer values, both ways', () => {
    const legacy = paymentSupports.flatMap(({ support }) => legacyPaymentOf(support) ?? []);
    const typesOf = (member: string) => legacy.filter((one) => one.member === member).map((one) => one.type);
    expect(typesOf('ePayment').toSorted()).toEqual([
      'online-apple-pay',
      'online-bank-payment',
      'online-credit-card',
      'online-google-pay',
      'online-paypal',
    ]);
    expect(typesOf('other').toSorted()).toEqual([
      'app',
      'auth-by-car-autocharge',
      'auth-by-car-plug-and-charge',
      'contactless-card',
      'rfid-reader',
      'terminal-qr-code',
      'terminal-sms',
    ]);
    expect(paymentSupportOfLegacy('creditCard', 'VISA')).toBe('creditCard');
    expect(paymentSupportOfLegacy('other', 'app')).toBe('operatorApp');
    expect(paymentSupportOfLegacy('cash')).toBeUndefined();
  });

  it('name the OCPI capability that says the same', () => {
    expect(capabilityOfPaymentSupport('chipCard')).toBe('CHIP_CARD_SUPPORT');
    expect(capabilityOfPaymentSupport('operatorApp')).toBeUndefined();
  });
});

describe('vehicles, access and tariffs', () => {
  it('files OCPI vehicle types under v3 categories', () => {
    expect(vehicleCategoriesOf(['RIGID', 'MOTORCYCLE', 'TRUCK_WITH_TRAILER', 'BUS'])).toEqual(['twoWheeler', 'truck']);
    expect(vehicleCategoriesOf(['VAN', 'PERSONAL_VEHICLE'])).toEqual(['car']);
  });

  it('reads restrictions that keep people out, and no others', () => {
    expect(['CUSTOMERS', 'TAXIS', 'TENANTS', 'EV_ONLY', 'DISABLED'].map(accessRestrictionOf)).toEqual([
      'customersOnly',
      'taxisOnly',
      'other',
      undefined,
      undefined,
    ]);
  });

  it('takes a tariff without type for one that is paid on the spot, unless it is an eMSP’s', () => {
    expect(tariffTypeOf(undefined, false)).toBe('adhoc');
    expect(tariffTypeOf('AD_HOC_PAYMENT', false)).toBe('adhoc');
    expect(tariffTypeOf('REGULAR', false)).toBe('cpo');
    expect(tariffTypeOf(undefined, true)).toBe('emsp');
    expect(tariffTypes.map(ocpiTariffTypeOf)).toEqual(['AD_HOC_PAYMENT', 'REGULAR', 'REGULAR']);
  });
});
