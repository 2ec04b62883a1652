/** What can be asked of the atlas. Surfaces translate their parameters into this; it knows no wire format. */
import type { ContentId, Position } from '@pantograph/model/location';

/** Degrees, WGS 84; radii and widths in metres. A box whose west is greater than its east crosses the antimeridian. */
export type Area =
  | { readonly kind: 'circle'; readonly centre: Position; readonly radiusMetres: number }
  | {
      readonly kind: 'box';
      readonly west: number;
      readonly south: number;
      readonly east: number;
      readonly north: number;
    }
  | { readonly kind: 'route'; readonly points: readonly Position[]; readonly widthMetres: number };

/**
 * Conditions on one connector and its EVSE together: a location matches where a single connector fulfils all of them.
 * REMOVED EVSEs match nothing.
 */
export interface ConnectorFilter {
  /** v3 spelling; any of them. */
  readonly standards?: ReadonlySet<string>;
  /** Inclusive. A connector of unknown power matches neither bound. */
  readonly minPowerWatts?: number;
  readonly maxPowerWatts?: number;
  readonly current?: 'AC' | 'DC';
  /** The EVSE's status is AVAILABLE now. */
  readonly available?: true;
}

export interface SiteFilter {
  readonly connector?: ConnectorFilter;
  /** Any of these eMSP partner ids is accepted. */
  readonly eMobilityServiceProviders?: ReadonlySet<string>;
  /** Brand, operator or sub-operator name, compared without case; any of them. */
  readonly supplierNames?: ReadonlySet<string>;
  /** Partner id of operator or sub-operator; any of them. */
  readonly operatorIds?: ReadonlySet<string>;
  /** v3 EvsePaymentSupport, published spelling; any of them, at one EVSE. */
  readonly paymentSupports?: ReadonlySet<string>;
  /** ISO 3166-1 alpha-3. */
  readonly countries?: ReadonlySet<string>;
  /** `car`, `truck`, `twoWheeler`; any of `any`, none of `none`. */
  readonly vehicles?: { readonly any?: ReadonlySet<string>; readonly none?: ReadonlySet<string> };
  /** Case-insensitive part of the location's name, brand or address. */
  readonly text?: string;
  readonly openAt?: Date;
}

export interface SiteQuery {
  /** Where distances are measured from; without it, the area's own centre or the route. */
  readonly centre?: Position;
  readonly area?: Area;
  readonly filter?: SiteFilter;
  readonly offset?: number;
  readonly limit: number;
  readonly order?: 'distance' | 'excursionDistance';
  /** Left out of the result. */
  readonly except?: ReadonlySet<ContentId>;
}
