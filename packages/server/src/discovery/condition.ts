/** What one parameter demands of a place. Kept apart until the search, so that each can be asked on its own. */
import type { Area, SiteFilter } from '../atlas/query.ts';

export interface Condition {
  /** As the caller knows it. */
  readonly parameter: string;
  readonly filter?: SiteFilter;
  readonly area?: Area;
}

/** Filters of lists that come again are the same object, which spares the atlas to compare them. */
const known = new WeakMap<readonly Condition[], SiteFilter>();

/** All conditions together. */
export function filterOf(conditions: readonly Condition[]): SiteFilter {
  const before = known.get(conditions);
  if (before !== undefined) return before;
  const filter = joined(conditions);
  known.set(conditions, filter);
  return filter;
}

function joined(conditions: readonly Condition[]): SiteFilter {
  return conditions.reduce<SiteFilter>((all, { filter }) => (filter === undefined ? all : both(all, filter)), {});
}

function both(one: SiteFilter, other: SiteFilter): SiteFilter {
  return {
    ...one,
    ...other,
    ...set('connector', bothOf(one.connector, other.connector, bothConnectors)),
    ...set(
      'vehicle',
      bothOf(one.vehicle, other.vehicle, (a, b) => ({ ...a, ...b })),
    ),
    ...set('vehicles', bothOf(one.vehicles, other.vehicles, bothVehicles)),
    ...set('operatorIds', bothOf(one.operatorIds, other.operatorIds, eachOf)),
    ...set('countries', bothOf(one.countries, other.countries, inBoth)),
  };
}

type Connectors = NonNullable<SiteFilter['connector']>;

function bothConnectors(one: Connectors, other: Connectors): Connectors {
  const standards = bothOf(one.standards, other.standards, inBoth);
  return { ...one, ...other, ...(standards === undefined ? {} : { standards }) };
}

type Vehicles = NonNullable<SiteFilter['vehicles']>;

function bothVehicles(one: Vehicles, other: Vehicles): Vehicles {
  const any = bothOf(one.any, other.any, eachOf);
  const none = bothOf(one.none, other.none, inEither);
  return { ...(any === undefined ? {} : { any }), ...(none === undefined ? {} : { none }) };
}

/** What a place has one of. */
function inBoth(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((value) => other.has(value)));
}

/** What a place may have several of: it may meet each demand with another one. */
function eachOf<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return [...one, ...other];
}

function inEither(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one, ...other]);
}

function bothOf<T>(one: T | undefined, other: T | undefined, join: (one: T, other: T) => T): T | undefined {
  if (one === undefined) return other;
  return other === undefined ? one : join(one, other);
}

function set<Key extends keyof SiteFilter>(key: Key, value: SiteFilter[Key]): Partial<SiteFilter> {
  return value === undefined ? {} : { [key]: value };
}
