/** Prices, 1.0.0. Generated from spec/golden/prices/openapi.json by `node tools/client-types.ts`; edit neither. */

export interface Amount {
  /** Absent where the source includes a tax of an unknown rate. */
  exclVat?: number;
  /** Equal to the other where there is no tax. */
  inclVat?: number;
}

export interface AskedSession {
  /** As asked, or the minute that has begun. */
  start: string;
  energy?: number;
  power?: number;
  duration?: number;
  parking: number;
}

export interface ErrorResponse {
  status: number;
  title: string;
  code?: string;
  cause?: string;
  action?: string;
  correlationId: string;
  requestId: string;
}

export interface GenericErrorResponse {
  error: string;
  error_description?: string;
}

export interface KnownPrice {
  tariff: PricedTariff;
  /** Those of the group that have this tariff; absent where all have. */
  connectors?: PricedConnectors[];
  currency: string;
  /** Within the tariff's limits, rounded to the smallest coin of the currency, halves up. */
  total: Amount;
  /** Which limit of the tariff made the total differ from the sum. */
  limit?: 'min_price' | 'max_price';
  /** Of all components, four decimals. */
  sum: Amount;
  components: PricedComponent[];
  /** What the tariff charges for at other times or in other sessions. */
  notApplied?: OtherComponent[];
  /** `no_vat_stated`: the source names no VAT for a price, which is then none. `unpriced_time_is_free`: for a part of the charging neither energy nor time has a price. */
  assumed?: ('no_vat_stated' | 'unpriced_time_is_free')[];
}

export interface OtherComponent {
  dimension: 'ENERGY' | 'FLAT' | 'PARKING_TIME' | 'TIME';
  unit: 'kWh' | 'h' | 'session';
  price: Amount;
  vat?: number;
  /** When it holds, as OCPI has it. */
  restrictions?: {
    start_time?: string;
    end_time?: string;
    start_date?: string;
    end_date?: string;
    min_kwh?: number;
    max_kwh?: number;
    min_current?: number;
    max_current?: number;
    min_power?: number;
    max_power?: number;
    min_duration?: number;
    max_duration?: number;
    day_of_week?: ('MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY')[];
    reservation?: string;
  };
}

export interface PricedComponent {
  dimension: 'ENERGY' | 'FLAT' | 'PARKING_TIME' | 'TIME';
  unit: 'kWh' | 'h' | 'session';
  /** What was used. */
  quantity: number;
  /** With what steps add. */
  billed: number;
  /** What is begun is billed whole: Wh of energy, seconds of time. */
  step?: number;
  /** Of one unit. */
  price: Amount;
  /** Percent. Absent where the source names none. */
  vat?: number;
  /** `billed` times `price`, four decimals. */
  amount: Amount;
  /** When it held; of a session fee, when it fell due. */
  periods: TimeSpan[];
}

export interface PricedConnectors {
  evseUid: string;
  connectorIds: string[];
}

export interface PricedGroup {
  standard: string;
  /** kW */
  maxPower?: number;
  connectors: PricedConnectors[];
  /** Absent where it cannot be told how long the session would take. */
  session?: PricedSession;
  prices: (KnownPrice | UnknownPrice)[];
}

export interface PricedPlace {
  id: string;
  /** On whose clock tariffs go. Absent where it is not known. */
  timeZone?: string;
  connectorGroups: PricedGroup[];
}

export interface PricedSession {
  start: string;
  /** When charging ends and parking begins. */
  charged: string;
  end: string;
  /** kWh */
  energy: number;
  /** kW */
  power: number;
  /** Minutes of charging. */
  duration: number;
  /** Minutes after it. */
  parking: number;
  /** `constant_power`: the power stays the same while charging. `power_of_connector`: it is the most that the connector gives. */
  assumed: ('constant_power' | 'power_of_connector')[];
}

export interface PricedTariff {
  id: string;
  partner: string;
  partnerId: string;
  name?: string;
  type: 'adhoc' | 'emsp' | 'cpo';
}

export interface PricesResponse {
  asked: AskedSession;
  items: PricedPlace[];
  /** Ids of which nothing is known, as they were asked for. */
  missingItems: string[];
}

export interface TimeSpan {
  from: string;
  to: string;
}

export interface UnknownPrice {
  tariff?: {
    id?: string;
    partner?: string;
    partnerId?: string;
    name?: string;
    type?: 'adhoc' | 'emsp' | 'cpo';
  };
  connectors?: PricedConnectors[];
  /** Why there is no price. Unknown is never free. */
  unknown: {
    code:
      | 'no_tariff'
      | 'tariff_missing'
      | 'no_tariff_of_kind'
      | 'not_valid_then'
      | 'restriction_unknown'
      | 'power_unknown'
      | 'power_beyond_connector'
      | 'session_too_long'
      | 'time_zone_unknown'
      | 'voltage_unknown'
      | 'nothing_priced'
      | 'tax_unknown';
    reason: string;
  };
}

/** What a charging session costs. */
export interface GetPricesQuery {
  /** Places, by ids of any form; only what follows the last colon counts. */
  readonly id: readonly string[];
  /** One EVSE of one place, by its uid or its EVSE id. */
  readonly evse?: string | undefined;
  /** One connector of that EVSE. */
  readonly connector?: string | undefined;
  /** Connectors of these standards. */
  readonly standard?: readonly string[] | undefined;
  /** kWh. Without it, what `duration` and the power give; without either, 20. */
  readonly energy?: number | undefined;
  /** kW that the vehicle takes at most. Without it, what the connector gives at most. Not together with energy and duration. */
  readonly power?: number | undefined;
  /** Minutes of charging. Without it, what the energy takes at that power. */
  readonly duration?: number | undefined;
  /** Minutes that the vehicle stays after charging. */
  readonly parking?: number | undefined;
  /** When charging starts, ISO 8601 with its offset. Without it, the minute that has begun. */
  readonly start?: string | undefined;
  /** Which tariffs, in the words of v3: `all`, `adhoc` (as when absent), `cpo`, `emsp`, `partner:<partnerId>`, `partner:<partnerId>;name=<name>,<name>`, and the older forms without `partner:`. */
  readonly tariff?: readonly string[] | undefined;
}

/** Lists that stand in a query once for each value; the others have commas between theirs. */

export const repeatedParameters: readonly string[] = ['tariff'];
