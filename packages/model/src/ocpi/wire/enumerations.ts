/** Which values a closed enumeration has in which version. OCPI 2.1.1, 2.2.1 and 2.3.0, mod_locations. */
import type { OcpiWireVersion } from './version.ts';

/** Values by the version that brought them; 2.3.0 keeps the list open, so what it brought is only what the older ones lack. */
type Introduced = Readonly<Record<OcpiWireVersion, readonly string[]>>;

const connectorTypes: Introduced = {
  '2.1.1': [
    'CHADEMO',
    ...Array.from('ABCDEFGHIJKL', (letter) => `DOMESTIC_${letter}`),
    'IEC_60309_2_single_16',
    'IEC_60309_2_three_16',
    'IEC_60309_2_three_32',
    'IEC_60309_2_three_64',
    'IEC_62196_T1',
    'IEC_62196_T1_COMBO',
    'IEC_62196_T2',
    'IEC_62196_T2_COMBO',
    'IEC_62196_T3A',
    'IEC_62196_T3C',
    'TESLA_R',
    'TESLA_S',
  ],
  '2.2.1': [
    'PANTOGRAPH_BOTTOM_UP',
    'PANTOGRAPH_TOP_DOWN',
    'CHAOJI',
    'DOMESTIC_M',
    'DOMESTIC_N',
    'DOMESTIC_O',
    'GBT_AC',
    'GBT_DC',
    'NEMA_5_20',
    'NEMA_6_30',
    'NEMA_6_50',
    'NEMA_10_30',
    'NEMA_10_50',
    'NEMA_14_30',
    'NEMA_14_50',
  ],
  '2.3.0': ['MCS', 'SAE_J3400'],
};

const capabilities: Introduced = {
  '2.1.1': [
    'CHARGING_PROFILE_CAPABLE',
    'CREDIT_CARD_PAYABLE',
    'REMOTE_START_STOP_CAPABLE',
    'RESERVABLE',
    'RFID_READER',
    'UNLOCK_CAPABLE',
  ],
  '2.2.1': [
    'CHARGING_PREFERENCES_CAPABLE',
    'CHIP_CARD_SUPPORT',
    'CONTACTLESS_CARD_SUPPORT',
    'DEBIT_CARD_PAYABLE',
    'PED_TERMINAL',
    'TOKEN_GROUP_CAPABLE',
    'START_SESSION_CONNECTOR_REQUIRED',
  ],
  '2.3.0': [],
};

const facilities: Introduced = {
  '2.1.1': [
    'HOTEL',
    'RESTAURANT',
    'CAFE',
    'MALL',
    'SUPERMARKET',
    'SPORT',
    'RECREATION_AREA',
    'NATURE',
    'MUSEUM',
    'BUS_STOP',
    'TAXI_STAND',
    'TRAIN_STATION',
    'AIRPORT',
    'CARPOOL_PARKING',
    'FUEL_STATION',
    'WIFI',
  ],
  '2.2.1': ['BIKE_SHARING', 'TRAM_STOP', 'METRO_STATION', 'PARKING_LOT'],
  '2.3.0': [],
};

const parkingRestrictions: Introduced = {
  '2.1.1': ['EV_ONLY', 'PLUGGED', 'DISABLED', 'CUSTOMERS', 'MOTORCYCLES'],
  '2.2.1': [],
  '2.3.0': ['EMPLOYEES', 'TAXIS', 'TENANTS'],
};

const parkingTypes: Introduced = {
  '2.1.1': [],
  '2.2.1': ['ALONG_MOTORWAY', 'PARKING_GARAGE', 'PARKING_LOT', 'ON_DRIVEWAY', 'ON_STREET', 'UNDERGROUND_GARAGE'],
  '2.3.0': [],
};

const closed = { connectorTypes, capabilities, facilities, parkingRestrictions, parkingTypes };
export type ClosedEnumeration = keyof typeof closed;

/** The values a peer of that older version accepts; 2.3.0 accepts any. */
export function valuesIn(version: '2.1.1' | '2.2.1', enumeration: ClosedEnumeration): ReadonlySet<string> {
  return known[version][enumeration];
}

function upTo(versions: readonly OcpiWireVersion[]): Record<ClosedEnumeration, ReadonlySet<string>> {
  const set = (name: ClosedEnumeration) => new Set(versions.flatMap((version) => closed[name][version]));
  return {
    connectorTypes: set('connectorTypes'),
    capabilities: set('capabilities'),
    facilities: set('facilities'),
    parkingRestrictions: set('parkingRestrictions'),
    parkingTypes: set('parkingTypes'),
  };
}

const known = { '2.1.1': upTo(['2.1.1']), '2.2.1': upTo(['2.1.1', '2.2.1']) };
