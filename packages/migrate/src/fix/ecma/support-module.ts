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
import type { ChargingLocation, Client, ConnectorGroup, ConnectorType } from '@pantograph/client';
import { circle, createClient } from '@pantograph/client';

const FIELDS = ['address', 'evses', 'connectorGroups', 'tariffs'] as const;
/** Where a search of v2 did not say how many. */
const DEFAULT_LIMIT = 50;

export interface Search {
  /** Or 'latitude,longitude,radius', the radius in metres. */
  around: { lat: number; lng: number; radius: number } | string;
  /** Standards, such as IEC_62196_T2. */
  connectorTypes?: readonly string[];
  limit?: number;
  offset?: number;
}

const clients = new Map<string, Client>();

/** The base address is of a server that has /v3 and /v1; for two hosts, use lookupUrl and searchUrl of createClient. */
export function clientFor(baseUrl: string, apiKey?: string): Client {
  const known = clients.get(\`\${baseUrl} \${apiKey ?? ''}\`);
  const client = known ?? createClient({ baseUrl, ...(apiKey === undefined ? {} : { apiKey }) });
  clients.set(\`\${baseUrl} \${apiKey ?? ''}\`, client);
  return client;
}

/** Discovery, then lookup of what was found, nearest first. */
export async function findLocations<Answer>(client: Client, search: Search): Promise<Answer> {
  const { lat, lng, radius } = typeof search.around === 'string' ? readCircle(search.around) : search.around;
  const { limit = DEFAULT_LIMIT, offset = 0 } = search;
  const at = { lat, lng };
  const connectorTypes = search.connectorTypes as ConnectorType[] | undefined;
  const where = { at, in: circle(at, radius), ...(connectorTypes === undefined ? {} : { evStation: { connectorTypes } }) };
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
    return location === undefined ? [] : [{ ...withGroups(location), distance }];
  });
  return { hasMore, count: found.length, items: found } as Answer;
}

/** One id that is unknown is an error; of several, those that are known are answered. */
export async function lookUpLocations<Answer>(client: Client, ids: string | readonly string[]): Promise<Answer> {
  const items =
    typeof ids === 'string'
      ? [await client.location(ids, { fields: FIELDS })]
      : (await client.locations(ids, { fields: FIELDS })).items;
  return { hasMore: false, items: items.map(withGroups) } as Answer;
}

const contentId = (id: string): string => id.slice(id.lastIndexOf(':') + 1);

function readCircle(text: string): { lat: number; lng: number; radius: number } {
  const [lat = NaN, lng = NaN, radius = NaN] = text.split(',').map(Number);
  return { lat, lng, radius };
}

function withGroups(location: ChargingLocation) {
  const groups = (location.connectorGroups ?? []).map((group) => ({ ...group, pricing: pricesOf(location, group) }));
  return { ...location, connectorGroups: [...groups, ...groupsWithoutPower(location)] };
}

/** v3 groups by standard and power; connectors whose power is unknown are in no group. */
function groupsWithoutPower(location: ChargingLocation): { standard: string; connectorCount: number }[] {
  const counts = new Map<string, number>();
  for (const evse of location.evses ?? []) {
    const standards = evse.connectors.filter((each) => each.maxPower === undefined).map((each) => each.standard);
    for (const standard of new Set(standards)) counts.set(standard, (counts.get(standard) ?? 0) + 1);
  }
  return [...counts].map(([standard, connectorCount]) => ({ standard, connectorCount }));
}

const units: Record<string, string> = { energy: 'kWh', time: 'hours', parkingtime: 'hours', flat: 'session' };

/** v3 states tariffs once for a location, without VAT; a group refers to them. */
function pricesOf(location: ChargingLocation, group: ConnectorGroup) {
  return (group.tariffIndexes ?? []).flatMap((index) => {
    const tariff = location.tariffs?.[index];
    return (tariff?.elements ?? []).flatMap(({ components }) =>
      components.map(({ price, vat = 0, dimension }) => ({
        price: { value: price * (1 + vat / 100), currency: tariff?.currency ?? '' },
        unit: units[dimension.replace('_', '').toLowerCase()] ?? dimension,
      })),
    );
  });
}
`;
