/** Places as discovery lists them: `/v1/browse`. Only what the page reads of them. */
import type { Filters } from '../state/filters.ts';
import { filterParameters } from '../state/filters.ts';
import type { Point } from '../state/view-state.ts';
import { pathWith } from './ask.ts';
import { flexiblePolylineOf } from './flexible-polyline.ts';

export interface ListedPlace {
  readonly id: string;
  readonly title: string;
  readonly address: {
    readonly label: string;
    readonly street?: string;
    readonly houseNumber?: string;
    readonly city?: string;
  };
  readonly position: Point;
  /** Metres. */
  readonly distance?: number;
  /** Metres there and back; only along a route. */
  readonly excursionDistance?: number;
  readonly openingHours?: readonly { readonly isOpen?: boolean }[];
  readonly extended?: {
    readonly evStation?: {
      readonly connectors?: readonly ListedConnector[];
      readonly eMobilityServiceProviders?: readonly Company[];
    };
    readonly evAvailability?: {
      readonly stations: readonly {
        readonly evses?: readonly { readonly state: string; readonly last_updated?: string }[];
      }[];
    };
  };
}

export interface Company {
  readonly name: string;
  readonly partnerId: string;
}

interface ListedConnector {
  readonly connectorType: { readonly id: string; readonly name: string };
  /** kW. */
  readonly maxPowerLevel?: number;
  readonly chargingPoint?: { readonly numberOfConnectors?: number; readonly numberOfAvailable?: number };
}

export interface FacetValue {
  readonly value: string;
  readonly name?: string;
  readonly count: number;
}

export interface PlaceList {
  readonly items: readonly ListedPlace[];
  readonly facets?: { readonly operators?: readonly FacetValue[]; readonly connectorTypes?: readonly FacetValue[] };
}

/** Degrees; a west greater than the east crosses the antimeridian. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface PlaceQuestion {
  readonly centre: Point;
  readonly bounds?: Bounds;
  readonly route?: readonly Point[];
  readonly filters: Filters;
  readonly limit: number;
  readonly facets?: boolean;
}

/** Width of the corridor along a route, metres. */
const CORRIDOR = 10_000;
/** Metres around the centre where there is no map to bound the list. */
const AROUND = 50_000;

export function placesPath({ centre, bounds, route, filters, limit, facets }: PlaceQuestion): string {
  const at = positionText(centre);
  return pathWith('/v1/browse', [
    ['at', at],
    ...(route === undefined
      ? [['in', bounds === undefined ? `circle:${at};r=${String(AROUND)}` : boxText(bounds)] as const]
      : ([
          ['route', `${flexiblePolylineOf(route)};w=${String(CORRIDOR)}`],
          ['ranking', 'excursionDistance'],
        ] as const)),
    ...filterParameters(filters),
    ['show', 'ev,eMobilityServiceProviders'],
    ['limit', String(limit)],
    // With pages, the nearest come first; without, they are spread over the box.
    ['offset', '0'],
    ...(facets === true ? [['facets', 'operators'] as const] : []),
  ]);
}

function positionText({ lat, lng }: Point): string {
  return `${lat.toFixed(5)},${lng.toFixed(5)}`;
}

function boxText({ west, south, east, north }: Bounds): string {
  return `bbox:${[west, south, east, north].map((degrees) => degrees.toFixed(5)).join(',')}`;
}

export function contentIdOf(placeId: string): string {
  return placeId.slice(placeId.lastIndexOf(':') + 1);
}

/** What a list shows of a place. Figures are absent where nothing is known. */
export interface PlaceFigures {
  /** kW. */
  readonly power?: number;
  readonly evses: number;
  readonly available?: number;
  /** v2 ids of plugs, strongest first. */
  readonly plugs: readonly { readonly id: string; readonly power?: number }[];
  /** When a status was last said, ISO 8601. */
  readonly newest?: string;
}

export function figuresOf({ extended }: ListedPlace): PlaceFigures {
  const connectors = extended?.evStation?.connectors ?? [];
  const evses = (extended?.evAvailability?.stations ?? []).flatMap((station) => station.evses ?? []);
  const powers = connectors.flatMap(({ maxPowerLevel }) => maxPowerLevel ?? []);
  const isLive = evses.some(({ state }) => state !== 'OTHER');
  const plugs = new Map<string, number | undefined>();
  for (const { connectorType, maxPowerLevel } of connectors) {
    const before = plugs.get(connectorType.id);
    plugs.set(connectorType.id, before === undefined ? maxPowerLevel : Math.max(before, maxPowerLevel ?? 0));
  }
  const newest = evses
    .flatMap((evse) => evse.last_updated ?? [])
    .toSorted()
    .at(-1);
  return {
    evses: evses.length,
    plugs: [...plugs]
      .map(([id, power]) => (power === undefined ? { id } : { id, power }))
      .toSorted((a, b) => (b.power ?? 0) - (a.power ?? 0)),
    ...(powers.length === 0 ? {} : { power: Math.max(...powers) }),
    ...(isLive ? { available: evses.filter(({ state }) => state === 'AVAILABLE').length } : {}),
    ...(newest === undefined ? {} : { newest }),
  };
}
