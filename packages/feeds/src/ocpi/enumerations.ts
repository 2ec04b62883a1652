/** OCPI's enumerations with what feeds write in place of their values. OCPI 2.3.0 mod_locations, mod_tariffs, types. */
import {
  connectorFormats,
  daysOfWeek,
  energySources,
  environmentalImpacts,
  evseCapabilities,
  evsePositions,
  facilities,
  ocpiTariffTypes,
  parkingConditions,
  parkingDirections,
  parkingTypes,
  paymentSupports,
  powerTypes,
  statuses,
  tariffDimensions,
  vehicleTypes,
} from '@pantograph/model/vocabulary';
import { enumeration, enumerationOf } from './enumeration.ts';

/** OCPP's words, v2's words, and what operators call these things; an EVSE that is offline has an unknown status. */
export const statusValues = enumeration(
  statuses.map((row) => row.status),
  {
    FREE: 'AVAILABLE',
    IDLE: 'AVAILABLE',
    OCCUPIED: 'CHARGING',
    BUSY: 'CHARGING',
    IN_USE: 'CHARGING',
    PREPARING: 'CHARGING',
    SUSPENDED_EV: 'CHARGING',
    SUSPENDED_EVSE: 'CHARGING',
    FINISHING: 'CHARGING',
    UNAVAILABLE: 'INOPERATIVE',
    OUT_OF_SERVICE: 'INOPERATIVE',
    MAINTENANCE: 'INOPERATIVE',
    CLOSED: 'INOPERATIVE',
    FAULTED: 'OUTOFORDER',
    FAULT: 'OUTOFORDER',
    BROKEN: 'OUTOFORDER',
    COMING_SOON: 'PLANNED',
    DECOMMISSIONED: 'REMOVED',
    OFFLINE: 'UNKNOWN',
    NO_DATA: 'UNKNOWN',
  },
);

const evseCapabilitiesThatPay = paymentSupports.flatMap((row) => row.capability ?? []);
const publishedPayments = Object.fromEntries(
  paymentSupports.flatMap((row) => (row.capability === undefined ? [] : [[row.support, row.capability]])),
);

export const evseCapabilityValues = enumeration([...evseCapabilities.values, ...evseCapabilitiesThatPay], {
  ...Object.fromEntries(evseCapabilities.rows.map((row) => [row.here, row.ocpi])),
  ...publishedPayments,
  RFID: 'RFID_READER',
  REMOTE_START_STOP: 'REMOTE_START_STOP_CAPABLE',
  RESERVATION: 'RESERVABLE',
  CONTACTLESS: 'CONTACTLESS_CARD_SUPPORT',
});

export const connectorCapabilityValues = enumeration(
  paymentSupports.flatMap((row) => row.connectorCapabilities ?? []),
  { ISO_15118_2: 'ISO_15118_2_PLUG_AND_CHARGE', ISO_15118_20: 'ISO_15118_20_PLUG_AND_CHARGE' },
);

export const formatValues = enumerationOf(connectorFormats, {
  OUTLET: 'SOCKET',
  ATTACHED_CABLE: 'CABLE',
  CABLE_ATTACHED: 'CABLE',
  TETHERED: 'CABLE',
  UNTETHERED: 'SOCKET',
});

export const powerTypeValues = enumerationOf(powerTypes, {
  AC_SINGLE_PHASE: 'AC_1_PHASE',
  AC_1PH: 'AC_1_PHASE',
  AC_THREE_PHASE: 'AC_3_PHASE',
  AC_3PH: 'AC_3_PHASE',
});

export const parkingTypeValues = enumerationOf(parkingTypes, {
  STREET: 'ON_STREET',
  GARAGE: 'PARKING_GARAGE',
  DRIVEWAY: 'ON_DRIVEWAY',
  MOTORWAY: 'ALONG_MOTORWAY',
});

export const facilityValues = enumerationOf(facilities, { GAS_STATION: 'FUEL_STATION', WI_FI: 'WIFI' });
export const parkingRestrictionValues = enumerationOf(parkingConditions);
export const parkingDirectionValues = enumerationOf(parkingDirections);
export const evsePositionValues = enumerationOf(evsePositions, { CENTRE: 'CENTER', MIDDLE: 'CENTER' });
export const vehicleTypeValues = enumerationOf(vehicleTypes, { CAR: 'PERSONAL_VEHICLE', MOTORBIKE: 'MOTORCYCLE' });
export const energySourceValues = enumerationOf(energySources, { HYDRO: 'WATER', COAL_FIRED: 'COAL' });
export const environmentalImpactValues = enumerationOf(environmentalImpacts, { CO2: 'CARBON_DIOXIDE' });

export const imageCategoryValues = enumeration([
  'CHARGER',
  'ENTRANCE',
  'LOCATION',
  'NETWORK',
  'OPERATOR',
  'OTHER',
  'OWNER',
]);

export const tokenTypeValues = enumeration(['AD_HOC_USER', 'APP_USER', 'EMAID', 'OTHER', 'RFID']);

export const tariffTypeValues = enumeration(ocpiTariffTypes, { AD_HOC: 'AD_HOC_PAYMENT' });

export const dimensionValues = enumerationOf(tariffDimensions, {
  KWH: 'ENERGY',
  START: 'FLAT',
  SESSION: 'FLAT',
  PARKING: 'PARKING_TIME',
});

export const dayValues = enumerationOf(daysOfWeek, {
  MON: 'MONDAY',
  TUE: 'TUESDAY',
  WED: 'WEDNESDAY',
  THU: 'THURSDAY',
  FRI: 'FRIDAY',
  SAT: 'SATURDAY',
  SUN: 'SUNDAY',
});

export const taxIncludedValues = enumeration(['YES', 'NO', 'N/A'], { TRUE: 'YES', FALSE: 'NO' });

export const reservationValues = enumeration(['RESERVATION', 'RESERVATION_EXPIRES']);
