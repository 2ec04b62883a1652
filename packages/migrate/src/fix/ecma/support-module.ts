/** The module that `fix` adds to a client: discovery and lookup in the place of v2's searches. */
import { withoutTypes } from './without-types.ts';

export const supportModuleName = 'v3-requests';

export const supportModule = async (isTypeScript: boolean): Promise<string> =>
  isTypeScript ? source : withoutTypes(source);

const source = `/**
 * Discovery and lookup in the place of v2's searches. Written by \`pantograph fix\`; yours from here on.
 *
 * Locations come as v3 has them, with three additions that v2 had in place: \`distance\` (metres, from discovery), groups
 * also for connectors of unknown power, and \`pricing\` of each group (ad hoc tariffs, with VAT).
 */
import type { ChargingLocation, Client, ConnectorType } from '@pantograph/client';
import { bbox, circle, createClient, route } from '@pantograph/client';

const FIELDS = ['address', 'evses', 'connectorGroups', 'tariffs'] as const;
/** Where a search of v2 did not say how many. */
const DEFAULT_LIMIT = 50;

/** Where: around a point, within a box, or along some points. */
export interface Area {
  /** Or 'latitude,longitude,radius', the radius in metres. */
  around?: Record<'lat' | 'lng' | 'radius', number | string> | string;
  /** Or 'north,west;south,east', in degrees. What is found in a box has no distance. */
  within?: Record<'north' | 'west' | 'south' | 'east', number | string> | string;
  /** 'latitude,longitude;latitude,longitude;…', and behind it ';width' of the whole corridor in metres where it is not 1000. */
  along?: string;
}

export interface Search extends Area {
  /** Standards, such as IEC_62196_T2. */
  connectorTypes?: readonly string[] | undefined;
  /** Charge cards. */
  partnerIds?: readonly string[] | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

const clients = new Map<string, Client>();

/**
 * The base address is of a server that has /v3 and /v1, or what v2 had below it; for two hosts, use lookupUrl and
 * searchUrl of createClient. With an API key, or a bearer token in its place.
 */
export function clientFor(address: string, apiKey?: string, token?: string): Client {
  const baseUrl = address.replace(/\\/(?:ev\\/?)?$/, '');
  const name = [baseUrl, apiKey, token].join(' ');
  const client = clients.get(name) ?? createClient({ baseUrl, apiKey, token });
  clients.set(name, client);
  return client;
}

/** Discovery, then lookup of what was found, nearest first. Any, as \`response.json()\` is, where the caller names no type. */
export async function findLocations<Answer = any>(client: Client, search: Search): Promise<Answer> {
  const { limit = DEFAULT_LIMIT, offset = 0, partnerIds } = search;
  const connectorTypes = search.connectorTypes as ConnectorType[] | undefined;
  const evStation = { connectorTypes, eMobilityServiceProviderPartnerIds: partnerIds };
  const where = { ...areaOf(search), evStation };
  const places: { id: string; distance?: number }[] = [];
  let seen = 0;
  let hasMore = false;
  for await (const place of client.eachPlace(where)) {
    hasMore = places.length === limit;
    if (hasMore) break;
    if (seen++ >= offset) places.push(place);
  }
  const { items } = await client.locations(
    places.map(({ id }) => id),
    { fields: FIELDS },
  );
  const byId = new Map(items.map((location) => [contentId(location.id), location]));
  const found = places.flatMap(({ id, distance }) => {
    const location = byId.get(contentId(id));
    return location === undefined ? [] : [{ ...withGroups(location), ...(search.within === undefined ? { distance } : {}) }];
  });
  return { hasMore, count: found.length, items: found } as Answer;
}

/** As v2 counted: all places of an area, whatever plugs they have. */
export async function countLocations<Answer = any>(client: Client, area: Area): Promise<Answer> {
  let count = 0;
  for await (const { items } of client.eachPlacePage(areaOf(area))) count += items.length;
  return { count } as Answer;
}

/** One id that is unknown is an error; of a list, those that are known are answered, as v2's bulk requests did. */
export async function lookUpLocations<Answer = any>(
  client: Client,
  ids: string | readonly (string | readonly string[])[],
): Promise<Answer> {
  const items =
    typeof ids === 'string'
      ? [await client.location(ids, { fields: FIELDS })]
      : (await client.locations(ids.flat(), { fields: FIELDS })).items;
  return { hasMore: false, items: items.map(withGroups) } as Answer;
}

const contentId = (id: string): string => id.slice(id.lastIndexOf(':') + 1);

/** Where to search, and where distances are measured from. */
function areaOf({ around, within, along }: Area): { at: { lat: number; lng: number }; in?: string; route?: string } {
  if (along !== undefined) return alongPoints(along.split(';').filter((part) => part.trim() !== ''));
  if (within !== undefined) {
    const corners = typeof within === 'string' ? within.split(/[,;]/) : [within.north, within.west, within.south, within.east];
    const [north = NaN, west = NaN, south = NaN, east = NaN] = corners.map(Number);
    const middle = west + (west <= east ? east - west : east - west + 360) / 2;
    const at = { lat: (north + south) / 2, lng: middle > 180 ? middle - 360 : middle };
    return { at, in: bbox({ west, south, east, north }) };
  }
  const given = typeof around === 'object' ? [around.lat, around.lng, around.radius] : (around ?? '').split(',');
  const [lat = NaN, lng = NaN, radius = NaN] = given.map(Number);
  return { at: { lat, lng }, in: circle({ lat, lng }, radius) };
}

function alongPoints(parts: string[]) {
  const width = parts.find((part) => !part.includes(','));
  const points = parts
    .filter((part) => part !== width)
    .map((part) => {
      const [lat = NaN, lng = NaN] = part.split(',').map(Number);
      return { lat, lng };
    });
  const [at = { lat: NaN, lng: NaN }] = points;
  return { at, route: route(points, width === undefined ? undefined : Number(width)) };
}

function withGroups(location: ChargingLocation) {
  const groups = [...(location.connectorGroups ?? []), ...groupsWithoutPower(location)];
  return { ...location, connectorGroups: groups.map((group) => ({ ...group, pricing: pricesOf(location, group) })) };
}

interface Group {
  standard: string;
  connectorCount: number;
  tariffIndexes?: number[];
}

/** v3 groups by standard and power; connectors whose power is unknown are in no group. */
function groupsWithoutPower(location: ChargingLocation): Group[] {
  const groups = new Map<string, { connectorCount: number; tariffIndexes: number[] }>();
  for (const { connectors } of location.evses ?? []) {
    const unpowered = connectors.filter((each) => each.maxPower === undefined);
    for (const standard of new Set(unpowered.map((each) => each.standard))) {
      const group = groups.get(standard) ?? { connectorCount: 0, tariffIndexes: [] };
      const indexes = unpowered.filter((each) => each.standard === standard).flatMap((each) => each.tariffIndexes ?? []);
      groups.set(standard, {
        connectorCount: group.connectorCount + 1,
        tariffIndexes: [...new Set([...group.tariffIndexes, ...indexes])],
      });
    }
  }
  return [...groups].map(([standard, group]) => ({ standard, ...group }));
}

const units: Record<string, string> = { energy: 'kWh', time: 'hours', parkingtime: 'hours', flat: 'session' };

/**
 * v3 states tariffs once for a location, without VAT; a group refers to them. As v2 did: ad hoc prices alone, and of those
 * none under a condition that v2 had no words for, which is any but days and times of the day.
 */
function pricesOf(location: ChargingLocation, group: Group) {
  return (group.tariffIndexes ?? []).flatMap((index) => {
    const { type = 'adhoc', currency = '', elements = [] } = location.tariffs?.[index] ?? {};
    const always = elements.filter(({ condition = {} }) => Object.keys(condition).every((key) => /^(?:time|days)$/.test(key)));
    const isPartial = always.length < elements.length;
    const components = type === 'adhoc' ? always.flatMap((element) => element.components) : [];
    // What is left out may cost something, so that 0 is not the whole truth.
    return components
      .filter(({ price }) => price !== 0 || !isPartial)
      .map(({ price, vat = 0, dimension }) => ({
        price: { value: Number((price * (1 + vat / 100)).toFixed(4)), currency },
        unit: units[dimension.replace('_', '').toLowerCase()] ?? dimension,
      }));
  });
}
`;
