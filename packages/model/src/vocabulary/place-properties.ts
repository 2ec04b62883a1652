/** What kind of place a location is and where its energy comes from. Source: OCPI 2.3.0 mod_locations; contract v3, enumerations. */
import { spellings } from './spelling.ts';

/** OCPI ParkingType, v3 EvParkingType. */
export const parkingTypes = spellings([
  { ocpi: 'ALONG_MOTORWAY', here: 'alongMotorway' },
  { ocpi: 'PARKING_GARAGE', here: 'parkingGarage' },
  { ocpi: 'PARKING_LOT', here: 'parkingLot' },
  { ocpi: 'ON_DRIVEWAY', here: 'onDriveway' },
  { ocpi: 'ON_STREET', here: 'onStreet' },
  { ocpi: 'UNDERGROUND_GARAGE', here: 'undergroundGarage' },
]);

/** OCPI Facility, v3 EvFacilityType. */
export const facilities = spellings(
  [
    { ocpi: 'HOTEL', here: 'hotel' },
    { ocpi: 'RESTAURANT', here: 'restaurant' },
    { ocpi: 'CAFE', here: 'cafe' },
    { ocpi: 'MALL', here: 'mall' },
    { ocpi: 'SUPERMARKET', here: 'supermarket' },
    { ocpi: 'SPORT', here: 'sport' },
    { ocpi: 'RECREATION_AREA', here: 'recreationArea' },
    { ocpi: 'NATURE', here: 'nature' },
    { ocpi: 'MUSEUM', here: 'museum' },
    { ocpi: 'BIKE_SHARING', here: 'bikeSharing' },
    { ocpi: 'BUS_STOP', here: 'busStop' },
    { ocpi: 'TAXI_STAND', here: 'taxiStand' },
    { ocpi: 'TRAM_STOP', here: 'tramStop' },
    { ocpi: 'METRO_STATION', here: 'metroStation' },
    { ocpi: 'TRAIN_STATION', here: 'trainStation' },
    { ocpi: 'AIRPORT', here: 'airport' },
    { ocpi: 'PARKING_LOT', here: 'parkingLot' },
    { ocpi: 'CARPOOL_PARKING', here: 'carpoolParking' },
    { ocpi: 'FUEL_STATION', here: 'fuelStation' },
    { ocpi: 'WIFI', here: 'wifi' },
  ],
  {
    hereOnly: [
      'business',
      'education',
      'finance',
      'health',
      'service',
      'store',
      'fastFood',
      'bakery',
      'truckStop',
      'playground',
      'toilets',
    ],
  },
);

/** OCPI and v3 EnergySourceCategory; closed. */
export const energySources = spellings([
  { ocpi: 'NUCLEAR', here: 'nuclear' },
  { ocpi: 'GENERAL_FOSSIL', here: 'generalFossil' },
  { ocpi: 'COAL', here: 'coal' },
  { ocpi: 'GAS', here: 'gas' },
  { ocpi: 'GENERAL_GREEN', here: 'generalGreen' },
  { ocpi: 'SOLAR', here: 'solar' },
  { ocpi: 'WIND', here: 'wind' },
  { ocpi: 'WATER', here: 'water' },
]);

/** OCPI and v3 EnvironmentalImpactCategory. */
export const environmentalImpacts = spellings([
  { ocpi: 'NUCLEAR_WASTE', here: 'nuclearWaste' },
  { ocpi: 'CARBON_DIOXIDE', here: 'carbonDioxide' },
]);
