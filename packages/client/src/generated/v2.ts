/** EV Charge Points API v2, 2.0.0. Generated from spec/golden/v2/openapi.json by `node tools/client-types.ts`; edit neither. */

export interface Address {
  street?: string;
  streetNumber?: string;
  city?: string;
  postalCode?: string;
  region?: string;
  /** ISO 3166-1 alpha-3. */
  country?: string;
}

export interface ChargingPoint {
  chargeMode?: string;
  /** Deprecated in favour of the range. */
  volts?: number;
  voltsRange?: string;
  phases?: number;
  /** Deprecated in favour of the range. */
  amps?: number;
  ampsRange?: string;
  /** Alike connectors of one EVSE count once. */
  numberOfConnectors?: number;
  /** Absent where no status is known; so are the other counts by state. */
  numberOfAvailable?: number;
  numberOfInUse?: number;
  numberOfOutOfService?: number;
  numberOfReserved?: number;
  lastUpdateTimestamp?: string;
}

export interface Connector {
  supplierName?: string;
  supplierContacts?: Contacts;
  connectorType: NumberedType;
  /** Never written: its numbers were not published. */
  powerFeedType?: NumberedType;
  chargeCapacity?: string;
  /** kW */
  maxPowerLevel?: number;
  customerChargeLevel?: string;
  customerConnectorName?: string;
  fixedCable?: boolean;
  connectorDetails?: ConnectorDetails;
  chargingPoint?: ChargingPoint;
  connectorStatuses?: {
    connectorStatus: ConnectorStatus[];
  };
}

export interface ConnectorDetails {
  deviceName?: string;
  reservable?: boolean;
  reservationInformation?: string;
  privateAccess?: boolean;
  open24x7?: boolean;
  openingTime?: string;
  openingHours?: OpeningHours;
  pay?: boolean;
  paymentMethodDetails?: PaymentMethods;
  manufacturer?: string;
  manufacturerModel?: string;
  privateAccessInformation?: string;
  /** What is paid on the spot, ad hoc. */
  pricing?: Pricing[];
}

export interface ConnectorStatus {
  cpoEvseId?: string;
  cpoEvseEMI3Id?: string;
  cpoConnectorId?: string;
  state: State;
  physicalReference?: string;
}

export interface ConnectorStatusesResponse {
  connectorStatus: NumberedType[];
}

export interface ConnectorTypesResponse {
  connectorType: NumberedType[];
}

export interface Contacts {
  phone?: {
    value: string;
    label?: string;
  }[];
  website?: {
    value: string;
    label?: string;
  }[];
}

export interface Coordinates {
  latitude: number;
  longitude: number;
}

export interface CountResponse {
  count: number;
}

export interface ErrorBody {
  Type: string;
  /** What is wrong, what to do, and the correlation id. */
  Message: string[];
}

export interface EvStation {
  /** Equal to `poolId` on this server. */
  id: string;
  pvId?: string;
  lastUpdateTimestamp?: string;
  timeZone?: string;
  address?: Address;
  contacts?: Contacts;
  position: Coordinates;
  entrancePosition?: Coordinates;
  /** Metres: as the crow flies, or along a path and then to the station. */
  distance?: number;
  name?: string;
  /** The sub-operator, else the operator. */
  brand?: string;
  /** The location id of v3. */
  poolId?: string;
  cpoId?: string;
  totalNumberOfConnectors?: number;
  connectors?: {
    connector: Connector[];
  };
  evStationDetails?: EvStationDetails;
  roaming?: RoamingPartner[];
  lastUpdatedTimeStamp?: string;
}

export interface EvStationDetails {
  privateAccess?: boolean;
  restrictedAccess?: boolean;
  accessibilityType?: 'PUBLIC' | 'PRIVATE' | 'RESTRICTED';
  paymentMethods?: PaymentMethods;
  notes?: string;
}

export interface EvsePool {
  id: string;
  stations: {
    id: string;
    cpoId?: string;
    evses: {
      id: string;
      cpoId: string;
      cpoEvseEMI3Id?: string;
      physicalReference?: string;
      state?: State;
      last_updated?: string;
      connectors: {
        id: string;
        cpoId?: string;
        typeId: string;
        maxPowerLevel?: number;
        state?: State;
        last_updated?: string;
      }[];
    }[];
  }[];
}

export interface EvsesResponse {
  pools: EvsePool[];
}

export interface NumberedType {
  /** A number, as text. */
  id: string;
  name: string;
}

export interface OpeningHours {
  regularOpeningHours?: {
    daymask: number | string;
    period: {
      from: string;
      to: string;
    }[];
  }[];
  annualOpenings?: unknown[];
}

export interface PaymentMethods {
  subscription?: {
    accept: boolean;
    provider?: string;
  };
  creditCard?: {
    accept: boolean;
    types?: {
      type: string[];
    };
  };
  debitCard?: {
    accept: boolean;
  };
  cash?: {
    accept: boolean;
    currencies?: {
      currency: string[];
    };
  };
  check?: {
    accept: boolean;
    types?: {
      type: string[];
    };
  };
  ePayment?: {
    accept: boolean;
    types?: {
      type: string[];
    };
  };
  other?: {
    accept: boolean;
    types?: {
      type: string[];
    };
  };
  note?: string;
}

export interface PowerFeedTypesResponse {
  powerFeedType: NumberedType[];
}

export interface Pricing {
  pricingModel: 'kWh' | 'Session' | 'TimeUnit' | 'ParkAndCharge' | 'TransactionFee' | 'Subscription';
  /** With VAT, where its rate is known. */
  price?: {
    value: number;
    currency: string;
  };
  unit?: 'hours' | 'session' | 'kWh';
  timePeriod?: string;
  timeConstraints?: OpeningHours;
  descriptions?: string[];
}

export interface RoamingPartner {
  emsp: string;
  partner_id: string;
  ema_id?: string[];
}

export interface RoamingsResponse {
  roaming: {
    emsp: string;
    partner_id: string;
    ema_id?: string[];
    country: string[];
  }[];
}

export type State =
  'AVAILABLE' | 'UNAVAILABLE' | 'OCCUPIED' | 'OUT_OF_SERVICE' | 'OFFLINE' | 'RESERVED' | 'OTHER' | 'UNKNOWN';

export interface StationsResponse {
  /** Whether to ask on, with a larger `offset`. */
  hasMore: boolean;
  /** Stations in this page; absent where they are looked up by id. See `strictcount`. */
  count?: number;
  evStations: {
    evStation: EvStation[];
  };
}

/** Stations in a circle, a box or a corridor. */
export interface StationsQuery {
  /** In a circle: `lat,lon,radius`, the radius in whole metres up to 200,000. Exactly one of prox, bbox and corridor. */
  readonly prox?: string | undefined;
  /** In a box: `lat,lon;lat,lon`, the top left corner first; no side longer than 400 km. Exactly one of prox, bbox and corridor. */
  readonly bbox?: string | undefined;
  /** Along a line: `lat,lon;lat,lon;...` of 2 to 2000 points and, after them, `;width` in metres where it is not 1000; at most 5000 km². Exactly one of prox, bbox and corridor. */
  readonly corridor?: string | undefined;
  /** Only stations with a connector of one of these types, by numeric id. */
  readonly connectortype?:
    | readonly (
        | 5
        | 6
        | 7
        | 8
        | 9
        | 11
        | 12
        | 13
        | 20
        | 22
        | 23
        | 29
        | 30
        | 31
        | 32
        | 33
        | 34
        | 35
        | 36
        | 42
        | 43
        | 48
        | 49
        | 50
        | 51
        | 52
        | 53
        | 55
        | 56
        | 57
        | 58
        | 59
        | 61
        | 62
        | 63
        | 64
        | 65
        | 66
        | 67
        | 68
      )[]
    | undefined;
  /** Only stations that take one of these charge cards, by partner id. */
  readonly emsp?: readonly string[] | undefined;
  /** Whether `count` is the number of all stations that match, filters included. By contract it is the size of the page, and that of a count disregards filters. An addition of this server. */
  readonly strictcount?: boolean | undefined;
  /** How many stations at most. */
  readonly maxresults?: number | undefined;
  /** Stations to pass over. */
  readonly offset?: number | undefined;
}

/** How many stations are in a circle, a box or a corridor. */
export interface CountStationsQuery {
  /** In a circle: `lat,lon,radius`, the radius in whole metres up to 200,000. Exactly one of prox, bbox and corridor. */
  readonly prox?: string | undefined;
  /** In a box: `lat,lon;lat,lon`, the top left corner first; no side longer than 400 km. Exactly one of prox, bbox and corridor. */
  readonly bbox?: string | undefined;
  /** Along a line: `lat,lon;lat,lon;...` of 2 to 2000 points and, after them, `;width` in metres where it is not 1000; at most 5000 km². Exactly one of prox, bbox and corridor. */
  readonly corridor?: string | undefined;
  /** Only stations with a connector of one of these types, by numeric id. */
  readonly connectortype?:
    | readonly (
        | 5
        | 6
        | 7
        | 8
        | 9
        | 11
        | 12
        | 13
        | 20
        | 22
        | 23
        | 29
        | 30
        | 31
        | 32
        | 33
        | 34
        | 35
        | 36
        | 42
        | 43
        | 48
        | 49
        | 50
        | 51
        | 52
        | 53
        | 55
        | 56
        | 57
        | 58
        | 59
        | 61
        | 62
        | 63
        | 64
        | 65
        | 66
        | 67
        | 68
      )[]
    | undefined;
  /** Only stations that take one of these charge cards, by partner id. */
  readonly emsp?: readonly string[] | undefined;
  /** Whether `count` is the number of all stations that match, filters included. By contract it is the size of the page, and that of a count disregards filters. An addition of this server. */
  readonly strictcount?: boolean | undefined;
}

/** Stations along a route. */
export interface StationsAlongRouteQuery {
  /** Along a route: a flexible polyline of 2 to 2000 points. */
  readonly route: string;
  /** Width of the corridor in metres. */
  readonly width?: number | undefined;
  /** Only stations with a connector of one of these types, by numeric id. */
  readonly connectortype?:
    | readonly (
        | 5
        | 6
        | 7
        | 8
        | 9
        | 11
        | 12
        | 13
        | 20
        | 22
        | 23
        | 29
        | 30
        | 31
        | 32
        | 33
        | 34
        | 35
        | 36
        | 42
        | 43
        | 48
        | 49
        | 50
        | 51
        | 52
        | 53
        | 55
        | 56
        | 57
        | 58
        | 59
        | 61
        | 62
        | 63
        | 64
        | 65
        | 66
        | 67
        | 68
      )[]
    | undefined;
  /** Only stations that take one of these charge cards, by partner id. */
  readonly emsp?: readonly string[] | undefined;
  /** Whether `count` is the number of all stations that match, filters included. By contract it is the size of the page, and that of a count disregards filters. An addition of this server. */
  readonly strictcount?: boolean | undefined;
  /** How many stations at most. */
  readonly maxresults?: number | undefined;
  /** Stations to pass over. */
  readonly offset?: number | undefined;
}

/** How many stations are along a route. */
export interface CountStationsAlongRouteQuery {
  /** Along a route: a flexible polyline of 2 to 2000 points. */
  readonly route: string;
  /** Width of the corridor in metres. */
  readonly width?: number | undefined;
  /** Only stations with a connector of one of these types, by numeric id. */
  readonly connectortype?:
    | readonly (
        | 5
        | 6
        | 7
        | 8
        | 9
        | 11
        | 12
        | 13
        | 20
        | 22
        | 23
        | 29
        | 30
        | 31
        | 32
        | 33
        | 34
        | 35
        | 36
        | 42
        | 43
        | 48
        | 49
        | 50
        | 51
        | 52
        | 53
        | 55
        | 56
        | 57
        | 58
        | 59
        | 61
        | 62
        | 63
        | 64
        | 65
        | 66
        | 67
        | 68
      )[]
    | undefined;
  /** Only stations that take one of these charge cards, by partner id. */
  readonly emsp?: readonly string[] | undefined;
  /** Whether `count` is the number of all stations that match, filters included. By contract it is the size of the page, and that of a count disregards filters. An addition of this server. */
  readonly strictcount?: boolean | undefined;
}

/** Several stations by their ids. */
export interface StationsByIdQuery {
  /** Ids, once for each; only what follows the last colon counts. Unknown ones are left out of the answer. */
  readonly id: readonly string[];
}

/** The state of every EVSE of several pools. */
export interface EvsesQuery {
  /** Ids, once for each; only what follows the last colon counts. Unknown ones are left out of the answer. */
  readonly id: readonly string[];
}

/** Several pools by their ids. */
export interface PoolsQuery {
  /** Ids, once for each; only what follows the last colon counts. Unknown ones are left out of the answer. */
  readonly id: readonly string[];
}

/** Lists that stand in a query once for each value; the others have commas between theirs. */

export const repeatedParameters: readonly string[] = ['id'];
