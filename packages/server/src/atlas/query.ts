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
  /** A corridor: places at most half the width off the line of great circles through the points. */
  | { readonly kind: 'route'; readonly points: readonly Position[]; readonly widthMetres: number }
  /**
   * A simple ring with or without its first point repeated, at least three points. Edges are straight in latitude and
   * longitude and take the shorter way round, so that a ring may cross the antimeridian but not enclose a pole
   * (`polygonContains`).
   */
  | { readonly kind: 'polygon'; readonly ring: readonly Position[] };

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

/**
 * What a vehicle needs, in v3's units. A location matches where one EVSE that is not REMOVED admits the vehicle in every
 * dimension asked for: no limit that is stated (of the location, or of a bay of that EVSE) lies below the need, and one
 * is stated unless `unknownFits`. `noClearanceHeight` states that there is no limit of height.
 */
export interface VehicleNeeds {
  readonly heightCm?: number;
  readonly lengthCm?: number;
  readonly widthCm?: number;
  readonly weightKg?: number;
  /** Whether an unstated limit admits; absent is unknown, so that without this it does not. */
  readonly unknownFits?: true;
}

export interface SiteFilter {
  readonly connector?: ConnectorFilter;
  /** Any of these eMSP partner ids is accepted. */
  readonly eMobilityServiceProviders?: ReadonlySet<string>;
  /** Brand, operator or sub-operator name, compared without case; any of them. */
  readonly supplierNames?: ReadonlySet<string>;
  /** Partner ids of operator or sub-operator; any of each set, so that two sets may be met by the two companies. */
  readonly operatorIds?: readonly ReadonlySet<string>[];
  /** Partner id of operator or sub-operator; none of them. */
  readonly exceptOperatorIds?: ReadonlySet<string>;
  /** v3 EvsePaymentSupport, published spelling; any of them, at one EVSE. */
  readonly paymentSupports?: ReadonlySet<string>;
  /** ISO 3166-1 alpha-3. */
  readonly countries?: ReadonlySet<string>;
  /** `car`, `truck`, `twoWheeler`; any of each set of `any`, none of `none`. A location that names no vehicle is for cars. */
  readonly vehicles?: { readonly any?: readonly ReadonlySet<string>[]; readonly none?: ReadonlySet<string> };
  /**
   * Folded words (`foldText`): each is the beginning of a word in the location's name, brand, operator, sub-operator,
   * address, city, postal code, state or country code (`searchWordsOf`).
   */
  readonly words?: readonly string[];
  /** Folded words: each is the beginning of a word in the title, the location's name, operator or sub-operator (`nameWordsOf`). */
  readonly nameWords?: readonly string[];
  /** Known to be open at that moment; unknown hours do not match. */
  readonly openAt?: Date;
  readonly vehicle?: VehicleNeeds;
}

export interface SiteQuery {
  /**
   * Where distances are measured from; a route measures its own. Without either, from the area's centre (of a polygon,
   * the centre of the box around it); without an area too, every distance is 0.
   */
  readonly centre?: Position;
  readonly area?: Area;
  /** Hits lie in this area too; it has no part in distances. */
  readonly alsoWithin?: Area;
  readonly filter?: SiteFilter;
  readonly offset?: number;
  readonly limit: number;
  /** `excursionDistance` is for routes: the smallest detour first, then by distance, then by contentId. */
  readonly order?: 'distance' | 'excursionDistance';
  /**
   * For a box: a page that covers it evenly instead of the nearest. The box is cut into n by n equal cells of degrees,
   * n = ceil(sqrt(limit)); cells own their south and west edges, the last ones also the north and east edge. Hits are
   * numbered within their cell by (distance, contentId) from 0; the page is the first `limit` by (number, distance,
   * contentId), put in the usual order (`thinEvenly`). Not together with `offset`; without effect where `matched` fits the limit.
   */
  readonly thin?: 'evenly';
  /** Left out of the result. */
  readonly except?: ReadonlySet<ContentId>;
}
