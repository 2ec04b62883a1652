/** EV Charge Points API v3, 3.20.1. Generated from spec/golden/v3/openapi.json by `node tools/client-types.ts`; edit neither. */

export interface Address {
  label?: string;
  street?: string;
  houseNumber?: string;
  state?: string;
  county?: string;
  city?: string;
  district?: string;
  subdistrict?: string;
  block?: string;
  subblock?: string;
  countryCode?: string;
  postalCode?: string;
  languageCode?: string;
}

export interface BusinessDetails {
  name: string;
  /** 36 characters, stable for a company; derived from its name where its source states none. */
  partnerId: string;
  website?: string;
  eMobilityIds?: EMobilityId[];
  logo?: Image;
}

/** What is not known is absent. */
export interface ChargingLocation {
  /** `here:evcp:charginglocation:<contentId>`, unless the server is set up with another prefix. */
  id: string;
  location: Location;
  supportedVehicles?: EvVehicleCategory[];
  name?: string;
  /** Points on the road network. */
  accessPoints?: Location[];
  address?: Address;
  parkingType?: EvParkingType;
  operator?: BusinessDetails;
  suboperator?: BusinessDetails;
  facilityTypes?: EvFacilityType[];
  /** IANA name. */
  timeZone?: string;
  openingHours?: OpeningHoursType;
  cpoLocationId?: string;
  energyMix?: EnergyMix;
  connectorGroups?: ConnectorGroup[];
  /** Alternatives: any one lets in. */
  restrictions?: EvAccessRestrictionReason[];
  eMobilityServiceProviders?: BusinessDetails[];
  /** E.164 */
  supportPhoneNumber?: string;
  truckRestrictions?: TruckRestrictions;
  isPullThrough?: boolean;
  vehicleLimitations?: VehicleLimitations;
  /** Some EVSEs need a reservation. */
  reservationRequired?: boolean;
  evses?: Evse[];
  predictions?: Prediction[];
  tariffs?: Tariff[];
  nearbyPlaces?: NearbyPlace[];
  hasMoreNearbyPlaces?: boolean;
}

export interface ChargingLocations {
  items?: ChargingLocation[];
  /** Ids as they were asked for. */
  missingItems?: string[];
}

export type ConnectorFormat = 'SOCKET' | 'CABLE' | 'socket' | 'cable';

export interface ConnectorGroup {
  standard: ConnectorType;
  /** W */
  maxPower: number;
  /** Alike connectors of one EVSE count once. */
  connectorCount: number;
  /** Absent where no status is known. */
  availableConnectorCount?: number;
  /** Only together with `evses`. */
  connectors?: ConnectorReference[];
  predictions?: Prediction[];
  /** Places in `tariffs` of the location, from 0. */
  tariffIndexes?: number[];
  reliability?: Reliability;
}

export interface ConnectorReference {
  evseUid: string;
  connectorIds: string[];
}

export type ConnectorType =
  | 'DOMESTIC_B'
  | 'NEMA_5_20'
  | 'DOMESTIC_D'
  | 'DOMESTIC_E'
  | 'DOMESTIC_F'
  | 'DOMESTIC_G'
  | 'DOMESTIC_H'
  | 'DOMESTIC_I'
  | 'DOMESTIC_K'
  | 'DOMESTIC_L'
  | 'DOMESTIC_M'
  | 'CHADEMO'
  | 'IEC_62196_T1'
  | 'IEC_62196_T2'
  | 'IEC_62196_T3C'
  | 'IEC_62196_T1_COMBO'
  | 'IEC_62196_T2_COMBO'
  | 'IEC_60309_2_SINGLE_16'
  | 'IEC_60309_2_THREE_16'
  | 'IEC_60309_2_THREE_32'
  | 'IEC_60309_2_THREE_64'
  | 'DOMESTIC_J'
  | 'SAE_J3400'
  | 'DOMESTIC_A'
  | 'DOMESTIC_C'
  | 'IEC_62196_T3A'
  | 'NEMA_14_50'
  | 'GBT_AC'
  | 'GBT_DC'
  | 'NEMA_6_50'
  | 'NEMA_6_30'
  | 'NEMA_10_30'
  | 'NEMA_10_50'
  | 'NEMA_14_30'
  | 'DOMESTIC_N'
  | 'DOMESTIC_O'
  | 'CHAOJI'
  | 'PANTOGRAPH_TOP_DOWN'
  | 'PANTOGRAPH_BOTTOM_UP'
  | 'TESLA_R'
  | 'MCS'
  | 'TESLA_S'
  | (string & {});

export interface ConnectorTypeMetadata {
  standard: ConnectorType;
  commonName: string;
  /** W, the highest in the country; absent only where none is known. */
  maxPower?: number;
  /** Connector type id of v2 and of the search filters. */
  legacyId?: number;
}

export interface CountryMetadata {
  countryCode: string;
  eMobilityServiceProviders?: MetadataDetails[];
  operators?: MetadataDetails[];
  connectorTypes?: ConnectorTypeMetadata[];
}

export type DayOfWeek =
  | 'MONDAY'
  | 'TUESDAY'
  | 'WEDNESDAY'
  | 'THURSDAY'
  | 'FRIDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'mo'
  | 'tu'
  | 'we'
  | 'th'
  | 'fr'
  | 'sa'
  | 'su';

export type EMobilityId = string;

export interface EnergyMix {
  isGreenEnergy: boolean;
  energySources?: {
    source: EnergySourceCategory;
    percentage: number;
  }[];
  supplier?: string;
  energyProduct?: string;
  environmentalImpacts?: {
    category: EnvironmentalImpactCategory;
    /** g/kWh */
    amount: number;
  }[];
}

export type EnergySourceCategory =
  | 'NUCLEAR'
  | 'GENERAL_FOSSIL'
  | 'COAL'
  | 'GAS'
  | 'GENERAL_GREEN'
  | 'SOLAR'
  | 'WIND'
  | 'WATER'
  | 'nuclear'
  | 'generalFossil'
  | 'coal'
  | 'gas'
  | 'generalGreen'
  | 'solar'
  | 'wind'
  | 'water';

export type EnvironmentalImpactCategory = 'NUCLEAR_WASTE' | 'CARBON_DIOXIDE' | 'nuclearWaste' | 'carbonDioxide';

/** Of the statuses 400, 404, 500 and 503. */
export interface ErrorResponse {
  title: string;
  status: number;
  code: string;
  cause: string;
  action: string;
  correlationId: string;
}

export type EvAccessRestrictionReason =
  'customersOnly' | 'brandOnly' | 'carSharingOnly' | 'taxisOnly' | 'other' | (string & {});

export interface EvConnector {
  /** Unique within the EVSE. */
  id: string;
  standard: ConnectorType;
  /** Absent only where the source does not say. */
  format?: ConnectorFormat;
  /** Absent only where the source does not say. */
  powerType?: PowerType;
  /** V, line to neutral for three phases. */
  maxVoltage?: number;
  /** A */
  maxCurrent?: number;
  /** W */
  maxPower?: number;
  termsAndConditionsUrl?: string;
  /** Places in `tariffs` of the location, from 0. */
  tariffIndexes?: number[];
}

export type EvFacilityType =
  | 'HOTEL'
  | 'RESTAURANT'
  | 'CAFE'
  | 'MALL'
  | 'SUPERMARKET'
  | 'SPORT'
  | 'RECREATION_AREA'
  | 'NATURE'
  | 'MUSEUM'
  | 'BIKE_SHARING'
  | 'BUS_STOP'
  | 'TAXI_STAND'
  | 'TRAM_STOP'
  | 'METRO_STATION'
  | 'TRAIN_STATION'
  | 'AIRPORT'
  | 'PARKING_LOT'
  | 'CARPOOL_PARKING'
  | 'FUEL_STATION'
  | 'WIFI'
  | 'hotel'
  | 'restaurant'
  | 'cafe'
  | 'mall'
  | 'supermarket'
  | 'sport'
  | 'recreationArea'
  | 'nature'
  | 'museum'
  | 'bikeSharing'
  | 'busStop'
  | 'taxiStand'
  | 'tramStop'
  | 'metroStation'
  | 'trainStation'
  | 'airport'
  | 'parkingLot'
  | 'carpoolParking'
  | 'fuelStation'
  | 'wifi'
  | 'business'
  | 'education'
  | 'finance'
  | 'health'
  | 'service'
  | 'store'
  | 'fastFood'
  | 'bakery'
  | 'truckStop'
  | 'playground'
  | 'toilets'
  | (string & {});

export type EvParkingType =
  | 'ALONG_MOTORWAY'
  | 'PARKING_GARAGE'
  | 'PARKING_LOT'
  | 'ON_DRIVEWAY'
  | 'ON_STREET'
  | 'UNDERGROUND_GARAGE'
  | 'alongMotorway'
  | 'parkingGarage'
  | 'parkingLot'
  | 'onDriveway'
  | 'onStreet'
  | 'undergroundGarage'
  | (string & {});

export type EvTruckAccessCategory = 'light' | 'medium' | 'heavy';

export type EvTruckAmenity =
  | 'truckParking'
  | 'truckWash'
  | 'truckRepair'
  | 'truckDealership'
  | 'secureTruckParking'
  | 'foodDelivery'
  | 'toilet'
  | 'washingMachine'
  | 'shower'
  | 'eateryRestaurant'
  | 'vendingMachine'
  | 'driverLounge'
  | 'outdoorGym'
  | 'powerSupply'
  | 'atm'
  | 'accessControlledArea'
  | 'licensePlateRecognition'
  | 'perimeterFence'
  | 'pedestrianTurnstiles'
  | 'cameraSurveillance'
  | 'guard'
  | 'floodLighting'
  | 'entryGate'
  | 'exitGate'
  | (string & {});

export type EvVehicleCategory = 'car' | 'twoWheeler' | 'truck' | (string & {});

export type EvVehicleTypes =
  | 'VAN'
  | 'SEMI_TRACTOR'
  | 'RIGID'
  | 'TRUCK_WITH_TRAILER'
  | 'MOTORCYCLE'
  | 'PERSONAL_VEHICLE'
  | 'PERSONAL_VEHICLE_WITH_TRAILER'
  | 'BUS'
  | 'DISABLED'
  | 'van'
  | 'semiTractor'
  | 'rigid'
  | 'truckWithTrailer'
  | (string & {});

export interface Evse {
  uid: string;
  status: EvseStatus;
  /** When the status was last said. */
  modified: string;
  connectors: EvConnector[];
  id?: string;
  evseId?: string;
  capabilities?: EvseCapability[];
  floorLevel?: string;
  physicalReference?: string;
  location?: Location;
  paymentSupports?: EvsePaymentSupport[];
  reliability?: Reliability;
  parking?: EvseParking;
  statusInfo?: StatusInfo;
}

export type EvseCapability =
  | 'CHARGING_PROFILE_CAPABLE'
  | 'CHARGING_PREFERENCES_CAPABLE'
  | 'REMOTE_START_STOP_CAPABLE'
  | 'RESERVABLE'
  | 'TOKEN_GROUP_CAPABLE'
  | 'UNLOCK_CAPABLE'
  | 'START_SESSION_CONNECTOR_REQUIRED'
  | 'chargingProfile'
  | 'chargingPreferences'
  | 'remoteStartStop'
  | 'reservable'
  | 'tokenGroup'
  | 'unlock'
  | (string & {});

/** Alpha. An absent boolean is unknown. */
export interface EvseParking {
  conditions?: EvseParkingConditions[];
  vehicleTypes?: EvVehicleTypes[];
  vehicleLimitations?: VehicleLimitations;
  noClearanceHeight?: boolean;
  evsePosition?: EvsePosition;
  parkingDirection?: EvseParkingDirection;
  reservationRequired?: boolean;
}

export type EvseParkingConditions =
  | 'DISABLED'
  | 'CUSTOMERS'
  | 'TAXIS'
  | 'EV_ONLY'
  | 'PLUGGED'
  | 'MOTORCYCLES'
  | 'EMPLOYEES'
  | 'TENANTS'
  | 'disabled'
  | 'customers'
  | 'taxis'
  | (string & {});

export type EvseParkingDirection =
  'PARALLEL' | 'PERPENDICULAR' | 'ANGLE' | 'parallel' | 'perpendicular' | 'angle' | 'pullThrough';

export type EvsePaymentSupport =
  | 'chipCard'
  | 'contactlessCard'
  | 'creditCard'
  | 'debitCard'
  | 'pedTerminal'
  | 'rfidReader'
  | 'authByCarPlugAndCharge'
  | 'authByCarAutocharge'
  | 'onlineApplePay'
  | 'onlinePaypal'
  | 'onlineCreditCard'
  | 'onlineGooglePay'
  | 'onlineBankPayment'
  | 'terminalQrCode'
  | 'terminalSms'
  | 'operatorApp'
  | 'mobilePayment'
  | (string & {});

export type EvsePosition = 'LEFT' | 'RIGHT' | 'CENTER' | 'left' | 'right' | 'center';

export type EvseStatus =
  | 'AVAILABLE'
  | 'BLOCKED'
  | 'CHARGING'
  | 'INOPERATIVE'
  | 'OUTOFORDER'
  | 'PLANNED'
  | 'REMOVED'
  | 'RESERVED'
  | 'UNKNOWN'
  | 'OPERATIONAL'
  | 'available'
  | 'blocked'
  | 'charging'
  | 'inoperative'
  | 'outOfOrder'
  | 'reserved'
  | 'unknown'
  | 'operational';

/** Of all other statuses. */
export interface GenericErrorResponse {
  error: string;
  error_description?: string;
  status?: number;
}

export interface HealthResponse {
  status?: 'ok' | 'fail';
  message?: string;
}

export interface Image {
  url: string;
  thumbnailUrl?: string;
}

/** A point in degrees, WGS 84. */
export interface Location {
  lat: number;
  lng: number;
}

export interface MetadataByCountry {
  countries?: CountryMetadata[];
  /** Asked for, and without any location. */
  missingCountries?: string[];
}

export interface MetadataDetails {
  name: string;
  partnerId: string;
  tariffs?: {
    name: string;
  }[];
  /** Of eMSPs, in all places of the country. An extension of this server: the published document has none. */
  eMobilityIds?: EMobilityId[];
}

/** Alpha. No source of this server has nearby places, so that none are answered. */
export interface NearbyPlace {
  placeId: string;
  categories: string[];
  /** Metres, straight line. */
  distance?: number;
  /** Metres. */
  walkingDistance?: number;
}

export interface OpeningHoursType {
  open24x7?: boolean;
  chargingWhenClosed?: boolean;
  regularSchedule?: {
    days: DayOfWeek[];
    periods: TimePeriod[];
  }[];
  /** Whole days that differ from the regular schedule, from today on, at most a year ahead. */
  exceptions?: {
    date: string;
    periods?: TimePeriod[];
    closed?: boolean;
  }[];
}

export type PowerType =
  | 'AC_1_PHASE'
  | 'AC_2_PHASE'
  | 'AC_2_PHASE_SPLIT'
  | 'AC_3_PHASE'
  | 'DC'
  | 'ac1Phase'
  | 'ac2Phase'
  | 'ac2PhaseSplit'
  | 'ac3Phase'
  | 'dc';

export interface Prediction {
  /** Local to the location. */
  date: string;
  confidence: number;
  periodsPerDay: number;
  /** One per period of the day. */
  availabilityProbabilities: number[];
  /** Minutes, one per period of the day. */
  predictedWaitTimes: number[];
  predictedOccupancies?: number[];
}

export interface PriceComponent {
  dimension: PriceDimension;
  /** Without VAT, per kWh, hour or session. A free charge is a flat price of 0. */
  price: number;
  /** Percent; absent where there is none or the source says nothing. */
  vat?: number;
  /** Wh for energy, seconds for time; each started step is billed. */
  step?: number;
}

export type PriceDimension = 'ENERGY' | 'FLAT' | 'PARKING_TIME' | 'TIME' | 'energy' | 'flat' | 'parkingTime' | 'time';

/** Alpha. */
export interface Reliability {
  /** 1 bad, 3 good. */
  operational?: number;
  statusReliability?: 'reliable' | 'unreliable' | 'outdated' | (string & {});
  /** Of the last 28 days. */
  chargingSessions?: {
    lastSuccessful?: string;
    successfulCount?: number;
  };
}

/** Ours, beside the contract: where a status comes from and how old it is. */
export interface StatusInfo {
  /** When the source says that it saw the status. */
  observedAt: string;
  /** When it reached this server. */
  receivedAt: string;
  /** When the source last stood by all that it says; only where it is pulled. */
  confirmedAt?: string;
  source: string;
  /** Since the status was last observed or confirmed. */
  ageSeconds: number;
}

export interface Tariff {
  partner: string;
  partnerId: string;
  currency: string;
  /** In order of precedence: per dimension, the first element whose condition holds gives the price. */
  elements: TariffElement[];
  name?: string;
  type?: TariffType;
}

export interface TariffCondition {
  date?: {
    from?: string;
    /** Exclusive. */
    to?: string;
  };
  days?: DayOfWeek[];
  /** Seconds since the charging session began. */
  duration?: {
    /** Inclusive. */
    min?: number;
    /** Exclusive. */
    max?: number;
  };
  /** Wraps over midnight where `to` is before `from`. */
  time?: TimePeriod;
  overstayBatteryLevel?: number;
}

export interface TariffElement {
  components: PriceComponent[];
  condition?: TariffCondition;
}

export type TariffType = 'adhoc' | 'emsp' | 'cpo';

/** Local time of the location. */
export interface TimePeriod {
  from?: string;
  /** Exclusive; 00:00:00 is the end of the day. */
  to?: string;
}

/** An absent boolean is unknown. */
export interface TruckRestrictions {
  truckAccess?: EvTruckAccessCategory[];
  hazardousGoodsRestricted?: boolean;
  noClearanceHeight?: boolean;
  trailerParking?: boolean;
  overnightParking?: boolean;
  amenities?: EvTruckAmenity[];
}

export interface VehicleLimitations {
  /** kg */
  weight?: number;
  /** cm */
  height?: number;
  /** cm */
  width?: number;
  /** cm */
  length?: number;
  /** 0: trailers are forbidden. */
  permittedTrailers?: number;
}

export interface VersionResponse {
  apiVersion: string;
  serviceVersion?: string;
}

/** One charging location by its identifier. */
export interface GetLocationQuery {
  /** What to answer beyond the minimal set. `statusInfo` is an addition of this server: the EVSEs, and of each where its status comes from and how old it is. */
  readonly fields?:
    | readonly (
        | 'address'
        | 'evses'
        | 'truckRestrictions'
        | 'locationInfo'
        | 'emsps'
        | 'connectorGroups'
        | 'predictions'
        | 'reliability'
        | 'tariffs'
        | 'nearby'
        | 'statusInfo'
      )[]
    | undefined;
  /** Days of predictions, from today in the zone of the location; fewer may come. */
  readonly days?: number | undefined;
  /** Which tariffs, where `fields` asks for them: `all`, `adhoc` (as when absent), `cpo`, `emsp`, `partner:<partnerId>` or `partner:<partnerId>;name=<name>,<name>`. The older forms `<partnerId>` and `<partnerId>,<name>` bring the ad hoc tariffs along. Of one partner the last value counts. */
  readonly tariff?: readonly string[] | undefined;
  /** Spelling of enumerations: `ocpi` as the migration guide prints them, `here` as the published v3 document does. Without it, the setting of this server counts. An addition of this server. */
  readonly enums?: 'ocpi' | 'here' | undefined;
}

/** Several charging locations by their identifiers. */
export interface GetLocationsQuery {
  /** Identifiers of locations; only what follows the last colon of each counts. Answered in this order, each once. For more than 50, send content ids alone to keep the URL short. */
  readonly ids: readonly string[];
  /** What to answer beyond the minimal set. `statusInfo` is an addition of this server: the EVSEs, and of each where its status comes from and how old it is. */
  readonly fields?:
    | readonly (
        | 'address'
        | 'evses'
        | 'truckRestrictions'
        | 'locationInfo'
        | 'emsps'
        | 'connectorGroups'
        | 'predictions'
        | 'reliability'
        | 'tariffs'
        | 'nearby'
        | 'statusInfo'
      )[]
    | undefined;
  /** Days of predictions, from today in the zone of the location; fewer may come. */
  readonly days?: number | undefined;
  /** Which tariffs, where `fields` asks for them: `all`, `adhoc` (as when absent), `cpo`, `emsp`, `partner:<partnerId>` or `partner:<partnerId>;name=<name>,<name>`. The older forms `<partnerId>` and `<partnerId>,<name>` bring the ad hoc tariffs along. Of one partner the last value counts. */
  readonly tariff?: readonly string[] | undefined;
  /** Only EVSEs and connector groups that have one of these standards; locations without any are left out and are not missing either. A standard that no location has matches nothing. */
  readonly connectorTypes?: readonly string[] | undefined;
  /** Spelling of enumerations: `ocpi` as the migration guide prints them, `here` as the published v3 document does. Without it, the setting of this server counts. An addition of this server. */
  readonly enums?: 'ocpi' | 'here' | undefined;
}

/** Operators, eMSPs, tariff names and connector types by country. */
export interface GetCountryMetaQuery {
  /** ISO 3166-1 alpha-3, in any case. Without it, all countries that have locations. */
  readonly countryCodes?: readonly string[] | undefined;
  /** What to answer of each country beside its code. `tariffs` adds names to the companies. */
  readonly fields?: readonly ('eMobilityServiceProviders' | 'operators' | 'tariffs' | 'connectorTypes')[] | undefined;
}

/** Lists that stand in a query once for each value; the others have commas between theirs. */

export const repeatedParameters: readonly string[] = ['tariff'];
