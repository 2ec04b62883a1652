/** What v2 can say of a price paid on the spot. Prices without VAT, per kWh, hour or session, as in OCPI and v3. */
import type { DayOfWeek, TariffDimensionType } from '../../vocabulary/index.ts';

export interface AdHocTariff {
  /** ISO 4217. */
  readonly currency: string;
  /** In order of precedence. */
  readonly elements: readonly AdHocElement[];
  /** Elements that hold under conditions v2 cannot state are left out, and this says so. */
  readonly partial: boolean;
}

export interface AdHocElement {
  readonly components: readonly AdHocComponent[];
  /** Empty: every day. */
  readonly days: readonly DayOfWeek[];
  /** Local time as seconds after midnight, `until` exclusive; `undefined`: the whole day. */
  readonly from: number | undefined;
  readonly until: number | undefined;
}

export interface AdHocComponent {
  readonly dimension: TariffDimensionType;
  readonly price: number;
  /** Percent; `undefined` is none or unknown. */
  readonly vat: number | undefined;
  /** Wh or seconds, whichever the dimension counts; `undefined` for a flat price. */
  readonly step: number | undefined;
}
