/** Discovery of charging places, 7.155. Generated from spec/golden/search/openapi.json by `node tools/client-types.ts`; edit neither. */

export interface AutosuggestResponse {
  items: (PlaceItem | QueryItem)[];
  /** Words that would complete the last one of the query; see `termsLimit`. */
  queryTerms: QueryTerm[];
  offset?: number;
  nextOffset?: number;
  count?: number;
  limit?: number;
  explain?: Explanation;
}

export interface AvailabilityEvse {
  id: string;
  /** The operator's own id. */
  cpoId: string;
  cpoEvseEMI3Id?: string;
  /** The words of v2. */
  state: 'AVAILABLE' | 'UNAVAILABLE' | 'OCCUPIED' | 'OUT_OF_SERVICE' | 'OFFLINE' | 'RESERVED' | 'OTHER';
  /** When the state was last said. */
  last_updated: string;
  connectors?: {
    id: string;
    cpoId: string;
    typeId: string;
    maxPowerLevel?: number;
  }[];
}

export interface Category {
  id: string;
  name: string;
  /** Only where it is true. */
  primary?: true;
}

export interface ChargingPoint {
  /** Alike connectors of one EVSE count once. */
  numberOfConnectors: number;
  phases?: number;
  /** Absent where no status is known; so are the other counts by state. */
  numberOfAvailable?: number;
  numberOfInUse?: number;
  numberOfOutOfService?: number;
  numberOfReserved?: number;
  voltsRange?: string;
  ampsRange?: string;
  lastUpdateTimestamp?: string;
}

export interface Contact {
  phone?: {
    value: string;
    label?: string;
  }[];
  www?: {
    value: string;
    label?: string;
  }[];
}

export interface ErrorResponse {
  status: number;
  title: string;
  /** Of the list of errors of this server. */
  code?: string;
  cause?: string;
  action?: string;
  /** Made for this request by the server. */
  correlationId: string;
  /** The caller's own `X-Request-ID`. */
  requestId: string;
}

export interface EvAvailability {
  stations: {
    id: string;
    cpoId: string;
    evses?: AvailabilityEvse[];
  }[];
}

export interface EvConnector {
  supplierName?: string;
  /** Name and numeric id of v2, the id as text. */
  connectorType: {
    name: string;
    id: string;
  };
  fixedCable?: boolean;
  /** kW */
  maxPowerLevel?: number;
  chargingPoint: ChargingPoint;
}

export interface EvStation {
  /** One entry for each connector type and power. */
  connectors?: EvConnector[];
  totalNumberOfConnectors?: number;
  access?: 'private' | 'public' | 'restricted';
  eMobilityServiceProviders?: {
    name: string;
    partnerId: string;
  }[];
  paymentMethods?: {
    id: string;
    accepted: boolean;
  }[];
}

export interface Explanation {
  id: string;
  title?: string;
  verdict: 'returned' | 'beyondLimit' | 'thinnedOut' | 'removedByFilter' | 'unknownPlace';
  /** Each condition that the place alone fails. */
  removedBy: {
    parameter: string;
    cause: string;
  }[];
}

export interface FacetValue {
  value: string;
  name?: string;
  /** Of all that matches, not of the page. */
  count: number;
}

export interface Facets {
  connectorTypes?: FacetValue[];
  operators?: FacetValue[];
  /** Each value is the lower bound of a band in kW; a place counts by its strongest connector. */
  power?: FacetValue[];
  status?: FacetValue[];
  /** How many places were counted: all that match. */
  counted: number;
}

export interface GenericErrorResponse {
  error: string;
  error_description?: string;
}

export interface Highlights {
  title?: TextRange[];
  address?: {
    label: TextRange[];
  };
}

export interface OpeningHours {
  text: string[];
  isOpen?: boolean;
  structured: StructuredHours[];
}

export interface PlaceAddress {
  label: string;
  /** ISO 3166-1 alpha-3. */
  countryCode: string;
  countryName?: string;
  state?: string;
  city?: string;
  street?: string;
  postalCode?: string;
  houseNumber?: string;
}

export interface PlaceCollection {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    id: string;
    geometry: {
      type: 'Point';
      coordinates: [number, number];
    };
    properties: {
      title: string;
      resultType: 'place';
      address: PlaceAddress;
      access: Position[];
      distance?: number;
      excursionDistance?: number;
      categories: Category[];
      chains?: {
        id: string;
        name: string;
      }[];
      contacts?: Contact[];
      openingHours?: OpeningHours[];
      timeZone?: TimeZone;
      extended?: {
        evStation?: EvStation;
        evAvailability?: EvAvailability;
      };
      highlights?: Highlights;
    };
  }[];
  offset?: number;
  nextOffset?: number;
  count?: number;
  limit?: number;
  facets?: Facets;
  explain?: Explanation;
}

export interface PlaceItem {
  /** The brand of the operator; never translated. */
  title: string;
  /** `here:pds:place:<content id>`; the content id is that of v3 and of v2. */
  id: string;
  resultType: 'place';
  address: PlaceAddress;
  position: Position;
  /** Points on the road network. */
  access: Position[];
  /** Metres from the centre; along a route, metres along it and then to the place. */
  distance?: number;
  /** Metres: twice the distance to the route. */
  excursionDistance?: number;
  categories: Category[];
  /** The operator, by its partner id. */
  chains?: {
    id: string;
    name: string;
  }[];
  contacts?: Contact[];
  openingHours?: OpeningHours[];
  timeZone?: TimeZone;
  extended?: {
    evStation?: EvStation;
    evAvailability?: EvAvailability;
  };
  highlights?: Highlights;
}

export interface Position {
  lat: number;
  lng: number;
}

export interface QueryItem {
  title: string;
  id: string;
  /** A search for a kind of places, or for the places of an operator. */
  resultType: 'categoryQuery' | 'chainQuery';
  /** The search itself, without credentials. */
  href: string;
  highlights?: Highlights;
}

export interface QueryTerm {
  term: string;
  replaces: string;
  start: number;
  /** The first character of the query that is not replaced. */
  end: number;
}

export interface SearchResponse {
  items: PlaceItem[];
  offset?: number;
  /** Absent on the last page; paging has its own keys only where `offset` was given. */
  nextOffset?: number;
  count?: number;
  limit?: number;
  facets?: Facets;
  explain?: Explanation;
}

export interface StructuredHours {
  /** THHMMSS, on the clock of the place. */
  start: string;
  /** As iCalendar writes it, such as PT8H. */
  duration: string;
  /** A rule of iCalendar with ":" in place of "=". */
  recurrence: string;
}

export interface TextRange {
  start: number;
  /** The first character that is not in it. */
  end: number;
}

export interface TimeZone {
  name: string;
  utcOffset: string;
}

/** Places of a kind around a position, along a route or in an area. */
export interface BrowseQuery {
  /** Centre of the search, latitude and longitude in degrees. Browse needs it and looks up to 250 km around it where no area is given; discover and autosuggest take either `at` or an area. */
  readonly at: string;
  /** At most one area, and at most one list of countries: `circle:{lat},{lng};r={metres}`, `bbox:{west},{south},{east},{north}`, `polygon:{lat},{lng};...` (an addition of this server), `countryCode:{ISO 3166-1 alpha-3},...`. */
  readonly in?: readonly string[] | undefined;
  /** Along a route: a flexible polyline of 2 to 2000 points and the width of the corridor in metres, 1000 where it is not given. A long one goes into the body of a POST instead. */
  readonly route?: string | undefined;
  /** Order by how far a place is off the route; only with `route`. */
  readonly ranking?: 'excursionDistance' | undefined;
  /** Kinds of places, by category id or by a branch of them. With `!` in front of a value, places of it are left out. */
  readonly categories?: readonly string[] | undefined;
  /** Operators, by partner id. With `!` in front of a value, places of it are left out. */
  readonly chains?: readonly string[] | undefined;
  /** Kinds of food, of which a charging place has none. With `!` in front of a value, places of it are left out. */
  readonly foodTypes?: readonly string[] | undefined;
  /** Words of the name of a place or of its operator; each may be cut off at its end. */
  readonly name?: string | undefined;
  /** Places for these vehicles come first; the others are not left out. */
  readonly mobilityMode?: 'car' | 'motorbike' | 'truck' | undefined;
  /** Languages of texts, best first: BCP 47 tags. */
  readonly lang?: readonly string[] | undefined;
  /** Id of a place: says why it is in the answer or is not. An addition of this server. */
  readonly explain?: string | undefined;
  /** Only charging places that meet all of these, on one and the same connector where they are about connectors. Lists have commas between their values; a property that is unknown is refused. */
  readonly evStation?:
    | {
        /** kW that a connector delivers at least. */
        readonly minPower?: number | undefined;
        /** kW that a connector delivers at most. */
        readonly maxPower?: number | undefined;
        /** Numeric connector type ids of v2. Any of them will do. */
        readonly connectorTypeIds?:
          | readonly (
              | '5'
              | '6'
              | '7'
              | '8'
              | '9'
              | '11'
              | '12'
              | '13'
              | '20'
              | '22'
              | '23'
              | '29'
              | '30'
              | '31'
              | '32'
              | '33'
              | '34'
              | '35'
              | '36'
              | '42'
              | '43'
              | '48'
              | '49'
              | '50'
              | '51'
              | '52'
              | '53'
              | '55'
              | '56'
              | '57'
              | '58'
              | '59'
              | '61'
              | '62'
              | '63'
              | '64'
              | '65'
              | '66'
              | '67'
              | '68'
            )[]
          | undefined;
        /** Connector standards of v3. An addition of this server. Any of them will do. */
        readonly connectorTypes?:
          | readonly (
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
              | (string & {})
            )[]
          | undefined;
        /** Names of operators. Any of them will do. */
        readonly supplierNames?: readonly string[] | undefined;
        /** Kind of current of a connector. */
        readonly current?: 'AC' | 'DC' | undefined;
        /** Charge cards, by partner id. Any of them will do. */
        readonly eMobilityServiceProviderPartnerIds?: readonly string[] | undefined;
        /** Ways to pay. Any of them will do. */
        readonly paymentMethodIds?:
          | readonly (
              | 'creditCard'
              | 'debitCard'
              | 'authByCarPlugAndCharge'
              | 'onlineApplePay'
              | 'onlinePaypal'
              | 'onlineGooglePay'
              | 'operatorApp'
            )[]
          | undefined;
        /** A connector is free now, by what is known. An addition of this server. */
        readonly available?: boolean | undefined;
        /** The place is open now, on its own clock. An addition of this server. */
        readonly openNow?: boolean | undefined;
        /** Operators, by partner id. An addition of this server. Any of them will do. */
        readonly operatorIds?: readonly string[] | undefined;
        /** Height of the vehicle in cm: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleHeight?: number | undefined;
        /** Length of the vehicle in cm: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleLength?: number | undefined;
        /** Width of the vehicle in cm: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleWidth?: number | undefined;
        /** Weight of the vehicle in kg: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleWeight?: number | undefined;
        /** Whether a place that states no limit passes the four above. An addition of this server. */
        readonly unknownLimits?: 'exclude' | 'include' | undefined;
      }
    | undefined;
  /** More of each place: `ev` its connectors and the state of each EVSE, `eMobilityServiceProviders` the charge cards it takes, `tz` its time zone. The others have nothing to show of a charging place. */
  readonly show?:
    | readonly (
        | 'ev'
        | 'eMobilityServiceProviders'
        | 'phonemes'
        | 'referenceCategories'
        | 'streetInfo'
        | 'tz'
        | 'fuel'
        | 'truck'
        | 'fuelPrices'
        | 'tripadvisor'
        | 'tripadvisorImageVariants'
      )[]
    | undefined;
  /** How many items at most. */
  readonly limit?: number | undefined;
  /** Items to pass over; with it, the answer says where the next page begins. */
  readonly offset?: number | undefined;
  /** Form of the answer. `geojson`, an addition of this server, is a FeatureCollection (RFC 7946). */
  readonly f?: 'json' | 'geojson' | undefined;
  /** How all that matches is made up. An addition of this server. */
  readonly facets?: readonly ('connectorTypes' | 'operators' | 'power' | 'status')[] | undefined;
}

/** Places that a text asks for. */
export interface DiscoverQuery {
  /** What to search for: a name, an address, a kind of place; in the languages of `lang`. */
  readonly q: string;
  /** Centre of the search, latitude and longitude in degrees. Browse needs it and looks up to 250 km around it where no area is given; discover and autosuggest take either `at` or an area. */
  readonly at?: string | undefined;
  /** At most one area, and at most one list of countries: `circle:{lat},{lng};r={metres}`, `bbox:{west},{south},{east},{north}`, `polygon:{lat},{lng};...` (an addition of this server), `countryCode:{ISO 3166-1 alpha-3},...`. */
  readonly in?: readonly string[] | undefined;
  /** Along a route: a flexible polyline of 2 to 2000 points and the width of the corridor in metres, 1000 where it is not given. A long one goes into the body of a POST instead. */
  readonly route?: string | undefined;
  /** Order by how far a place is off the route; only with `route`. */
  readonly ranking?: 'excursionDistance' | undefined;
  /** Places for these vehicles come first; the others are not left out. */
  readonly mobilityMode?: 'car' | 'motorbike' | 'truck' | undefined;
  /** Languages of texts, best first: BCP 47 tags. */
  readonly lang?: readonly string[] | undefined;
  /** Id of a place: says why it is in the answer or is not. An addition of this server. */
  readonly explain?: string | undefined;
  /** Only charging places that meet all of these, on one and the same connector where they are about connectors. Lists have commas between their values; a property that is unknown is refused. */
  readonly evStation?:
    | {
        /** kW that a connector delivers at least. */
        readonly minPower?: number | undefined;
        /** kW that a connector delivers at most. */
        readonly maxPower?: number | undefined;
        /** Numeric connector type ids of v2. Any of them will do. */
        readonly connectorTypeIds?:
          | readonly (
              | '5'
              | '6'
              | '7'
              | '8'
              | '9'
              | '11'
              | '12'
              | '13'
              | '20'
              | '22'
              | '23'
              | '29'
              | '30'
              | '31'
              | '32'
              | '33'
              | '34'
              | '35'
              | '36'
              | '42'
              | '43'
              | '48'
              | '49'
              | '50'
              | '51'
              | '52'
              | '53'
              | '55'
              | '56'
              | '57'
              | '58'
              | '59'
              | '61'
              | '62'
              | '63'
              | '64'
              | '65'
              | '66'
              | '67'
              | '68'
            )[]
          | undefined;
        /** Connector standards of v3. An addition of this server. Any of them will do. */
        readonly connectorTypes?:
          | readonly (
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
              | (string & {})
            )[]
          | undefined;
        /** Names of operators. Any of them will do. */
        readonly supplierNames?: readonly string[] | undefined;
        /** Kind of current of a connector. */
        readonly current?: 'AC' | 'DC' | undefined;
        /** Charge cards, by partner id. Any of them will do. */
        readonly eMobilityServiceProviderPartnerIds?: readonly string[] | undefined;
        /** Ways to pay. Any of them will do. */
        readonly paymentMethodIds?:
          | readonly (
              | 'creditCard'
              | 'debitCard'
              | 'authByCarPlugAndCharge'
              | 'onlineApplePay'
              | 'onlinePaypal'
              | 'onlineGooglePay'
              | 'operatorApp'
            )[]
          | undefined;
        /** A connector is free now, by what is known. An addition of this server. */
        readonly available?: boolean | undefined;
        /** The place is open now, on its own clock. An addition of this server. */
        readonly openNow?: boolean | undefined;
        /** Operators, by partner id. An addition of this server. Any of them will do. */
        readonly operatorIds?: readonly string[] | undefined;
        /** Height of the vehicle in cm: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleHeight?: number | undefined;
        /** Length of the vehicle in cm: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleLength?: number | undefined;
        /** Width of the vehicle in cm: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleWidth?: number | undefined;
        /** Weight of the vehicle in kg: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleWeight?: number | undefined;
        /** Whether a place that states no limit passes the four above. An addition of this server. */
        readonly unknownLimits?: 'exclude' | 'include' | undefined;
      }
    | undefined;
  /** More of each place: `ev` its connectors and the state of each EVSE, `eMobilityServiceProviders` the charge cards it takes, `tz` its time zone. The others have nothing to show of a charging place. */
  readonly show?:
    | readonly (
        | 'ev'
        | 'eMobilityServiceProviders'
        | 'phonemes'
        | 'referenceCategories'
        | 'streetInfo'
        | 'tz'
        | 'fuel'
        | 'truck'
        | 'fuelPrices'
        | 'tripadvisor'
        | 'tripadvisorImageVariants'
      )[]
    | undefined;
  /** How many items at most. */
  readonly limit?: number | undefined;
  /** Items to pass over; with it, the answer says where the next page begins. */
  readonly offset?: number | undefined;
  /** Form of the answer. `geojson`, an addition of this server, is a FeatureCollection (RFC 7946). */
  readonly f?: 'json' | 'geojson' | undefined;
  /** How all that matches is made up. An addition of this server. */
  readonly facets?: readonly ('connectorTypes' | 'operators' | 'power' | 'status')[] | undefined;
}

/** Places and further searches for a text that is being typed. */
export interface AutosuggestQuery {
  /** What to search for: a name, an address, a kind of place; in the languages of `lang`. */
  readonly q: string;
  /** Centre of the search, latitude and longitude in degrees. Browse needs it and looks up to 250 km around it where no area is given; discover and autosuggest take either `at` or an area. */
  readonly at?: string | undefined;
  /** At most one area, and at most one list of countries: `circle:{lat},{lng};r={metres}`, `bbox:{west},{south},{east},{north}`, `polygon:{lat},{lng};...` (an addition of this server), `countryCode:{ISO 3166-1 alpha-3},...`. */
  readonly in?: readonly string[] | undefined;
  /** Along a route: a flexible polyline of 2 to 2000 points and the width of the corridor in metres, 1000 where it is not given. A long one goes into the body of a POST instead. */
  readonly route?: string | undefined;
  /** Order by how far a place is off the route; only with `route`. */
  readonly ranking?: 'excursionDistance' | undefined;
  /** Places for these vehicles come first; the others are not left out. */
  readonly mobilityMode?: 'car' | 'motorbike' | 'truck' | undefined;
  /** Languages of texts, best first: BCP 47 tags. */
  readonly lang?: readonly string[] | undefined;
  /** Id of a place: says why it is in the answer or is not. An addition of this server. */
  readonly explain?: string | undefined;
  /** Only charging places that meet all of these, on one and the same connector where they are about connectors. Lists have commas between their values; a property that is unknown is refused. */
  readonly evStation?:
    | {
        /** kW that a connector delivers at least. */
        readonly minPower?: number | undefined;
        /** kW that a connector delivers at most. */
        readonly maxPower?: number | undefined;
        /** Numeric connector type ids of v2. Any of them will do. */
        readonly connectorTypeIds?:
          | readonly (
              | '5'
              | '6'
              | '7'
              | '8'
              | '9'
              | '11'
              | '12'
              | '13'
              | '20'
              | '22'
              | '23'
              | '29'
              | '30'
              | '31'
              | '32'
              | '33'
              | '34'
              | '35'
              | '36'
              | '42'
              | '43'
              | '48'
              | '49'
              | '50'
              | '51'
              | '52'
              | '53'
              | '55'
              | '56'
              | '57'
              | '58'
              | '59'
              | '61'
              | '62'
              | '63'
              | '64'
              | '65'
              | '66'
              | '67'
              | '68'
            )[]
          | undefined;
        /** Connector standards of v3. An addition of this server. Any of them will do. */
        readonly connectorTypes?:
          | readonly (
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
              | (string & {})
            )[]
          | undefined;
        /** Names of operators. Any of them will do. */
        readonly supplierNames?: readonly string[] | undefined;
        /** Kind of current of a connector. */
        readonly current?: 'AC' | 'DC' | undefined;
        /** Charge cards, by partner id. Any of them will do. */
        readonly eMobilityServiceProviderPartnerIds?: readonly string[] | undefined;
        /** Ways to pay. Any of them will do. */
        readonly paymentMethodIds?:
          | readonly (
              | 'creditCard'
              | 'debitCard'
              | 'authByCarPlugAndCharge'
              | 'onlineApplePay'
              | 'onlinePaypal'
              | 'onlineGooglePay'
              | 'operatorApp'
            )[]
          | undefined;
        /** A connector is free now, by what is known. An addition of this server. */
        readonly available?: boolean | undefined;
        /** The place is open now, on its own clock. An addition of this server. */
        readonly openNow?: boolean | undefined;
        /** Operators, by partner id. An addition of this server. Any of them will do. */
        readonly operatorIds?: readonly string[] | undefined;
        /** Height of the vehicle in cm: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleHeight?: number | undefined;
        /** Length of the vehicle in cm: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleLength?: number | undefined;
        /** Width of the vehicle in cm: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleWidth?: number | undefined;
        /** Weight of the vehicle in kg: it must fit a bay. Restricted. An addition of this server. */
        readonly vehicleWeight?: number | undefined;
        /** Whether a place that states no limit passes the four above. An addition of this server. */
        readonly unknownLimits?: 'exclude' | 'include' | undefined;
      }
    | undefined;
  /** More of each place: `details` its contacts and opening hours, `tz` its time zone. The others have nothing to show of a charging place. */
  readonly show?:
    readonly ('details' | 'phonemes' | 'referenceCategories' | 'streetInfo' | 'tz' | 'fuel' | 'truck')[] | undefined;
  /** How many items at most. */
  readonly limit?: number | undefined;
  /** Items to pass over; with it, the answer says where the next page begins. */
  readonly offset?: number | undefined;
  /** How many `queryTerms` at most. */
  readonly termsLimit?: number | undefined;
}

/** One place by its id. */
export interface LookupQuery {
  /** Id of a place; only what follows the last colon counts. */
  readonly id: string;
  /** Languages of texts, best first: BCP 47 tags. */
  readonly lang?: readonly string[] | undefined;
  /** More of each place: `ev` its connectors and the state of each EVSE, `eMobilityServiceProviders` the charge cards it takes, `tz` its time zone. The others have nothing to show of a charging place. */
  readonly show?:
    | readonly (
        | 'ev'
        | 'eMobilityServiceProviders'
        | 'phonemes'
        | 'referenceCategories'
        | 'streetInfo'
        | 'tz'
        | 'fuel'
        | 'truck'
        | 'fuelPrices'
        | 'tripadvisor'
        | 'tripadvisorImageVariants'
        | 'countryInfo'
        | 'postalCodeDetails'
        | 'addressUsage'
      )[]
    | undefined;
}

/** Lists that stand in a query once for each value; the others have commas between theirs. */

export const repeatedParameters: readonly string[] = ['in'];
