/** v2, for programs that have not moved yet. */
import { UnexpectedAnswerError } from '../errors/failures.ts';
import type {
  ConnectorStatusesResponse,
  ConnectorTypesResponse,
  CountResponse,
  CountStationsAlongRouteQuery,
  CountStationsQuery,
  EvStation,
  EvsePool,
  PowerFeedTypesResponse,
  RoamingsResponse,
  StationsAlongRouteQuery,
  StationsQuery,
  StationsResponse,
  EvsesResponse,
} from '../generated/v2.ts';
import { repeatedParameters } from '../generated/v2.ts';
import { batchesOf, contentIdOf } from '../ids.ts';
import type { Ids } from '../lookup/lookup.ts';
import type { CallOptions } from '../options.ts';
import { queryString } from '../transport/query-string.ts';
import type { Transport } from '../transport/transport.ts';

export interface Legacy {
  /** One page. */
  stations(query: StationsQuery, call?: CallOptions): Promise<StationsResponse>;
  /** The stations of all pages; `maxresults` is the size of a page. */
  eachStation(query: StationsQuery, call?: CallOptions): AsyncGenerator<EvStation>;
  stationsAlongRoute(query: StationsAlongRouteQuery, call?: CallOptions): Promise<StationsResponse>;
  eachStationAlongRoute(query: StationsAlongRouteQuery, call?: CallOptions): AsyncGenerator<EvStation>;
  countStations(query: CountStationsQuery, call?: CallOptions): Promise<number>;
  countStationsAlongRoute(query: CountStationsAlongRouteQuery, call?: CallOptions): Promise<number>;
  station(id: string, call?: CallOptions): Promise<EvStation>;
  pool(id: string, call?: CallOptions): Promise<EvStation>;
  /** Unknown ids are left out. */
  stationsById(ids: Ids, call?: CallOptions): Promise<EvStation[]>;
  pools(ids: Ids, call?: CallOptions): Promise<EvStation[]>;
  /** The state of every EVSE, by the ids of pools. */
  evses(poolIds: Ids, call?: CallOptions): Promise<EvsePool[]>;
  connectorTypes(call?: CallOptions): Promise<ConnectorTypesResponse['connectorType']>;
  powerFeedTypes(call?: CallOptions): Promise<PowerFeedTypesResponse['powerFeedType']>;
  connectorStatuses(call?: CallOptions): Promise<ConnectorStatusesResponse['connectorStatus']>;
  roamings(call?: CallOptions): Promise<RoamingsResponse['roaming']>;
}

/** Longer ones go into a body: not every server on the way takes long URLs. */
const LONGEST_ROUTE_IN_URL = 2000;

export function legacyOf(ask: Transport): Legacy {
  async function get<Body>(resource: string, query: object = {}, call?: CallOptions): Promise<Body> {
    const parameters = queryString(query, repeatedParameters);
    return (await ask<Body>({ api: 'legacy', path: `${resource}.json`, query: parameters }, call)).body;
  }

  async function alongRoute<Body>(
    resource: string,
    { route, width, ...query }: StationsAlongRouteQuery,
    call?: CallOptions,
  ): Promise<Body> {
    if (route.length <= LONGEST_ROUTE_IN_URL) return get(resource, { route, width, ...query }, call);
    const body = { type: 'application/json', text: JSON.stringify({ route, width }) };
    const question = { api: 'legacy', path: `${resource}.json`, query: queryString(query), body } as const;
    return (await ask<Body>(question, call)).body;
  }

  async function one(resource: string, id: string, call?: CallOptions): Promise<EvStation> {
    const path = `${resource}/${encodeURIComponent(contentIdOf(id))}.json`;
    const { body, info } = await ask<StationsResponse>({ api: 'legacy', path }, call);
    const [station] = stationsOf(body);
    // What is not there is answered with 404, so that this is no answer of v2.
    if (station === undefined) throw new UnexpectedAnswerError('The answer has no station', info);
    return station;
  }

  const stationsIn = (resource: string, ids: Ids, call?: CallOptions): Promise<EvStation[]> =>
    inBatches(ids, async (id) => stationsOf(await get(resource, { id }, call)));

  const stations: Legacy['stations'] = (query, call) => get('stations', query, call);
  const stationsAlongRoute: Legacy['stationsAlongRoute'] = (query, call) =>
    alongRoute('stations/alongroute', query, call);

  return {
    stations,
    stationsAlongRoute,
    eachStation: (query, call) => eachOf(query, (page) => stations(page, call)),
    eachStationAlongRoute: (query, call) => eachOf(query, (page) => stationsAlongRoute(page, call)),
    countStations: async (query, call) => (await get<CountResponse>('stations/count', query, call)).count,
    countStationsAlongRoute: async (query, call) =>
      (await alongRoute<CountResponse>('stations/alongroute/count', query, call)).count,
    station: (id, call) => one('stations', id, call),
    pool: (id, call) => one('pools', id, call),
    stationsById: (ids, call) => stationsIn('stations/bulk', ids, call),
    pools: (ids, call) => stationsIn('pools/bulk', ids, call),
    evses: (ids, call) => inBatches(ids, async (id) => (await get<EvsesResponse>('evses/bulk', { id }, call)).pools),
    connectorTypes: async (call) => (await get<ConnectorTypesResponse>('connectortypes', {}, call)).connectorType,
    powerFeedTypes: async (call) => (await get<PowerFeedTypesResponse>('powerfeedtypes', {}, call)).powerFeedType,
    connectorStatuses: async (call) =>
      (await get<ConnectorStatusesResponse>('connectorstatuses', {}, call)).connectorStatus,
    roamings: async (call) => (await get<RoamingsResponse>('roamings', {}, call)).roaming,
  };
}

function stationsOf({ evStations }: StationsResponse): readonly EvStation[] {
  return evStations.evStation;
}

async function inBatches<Item>(
  ids: Ids,
  ask: (contentIds: readonly string[]) => Promise<readonly Item[]>,
): Promise<Item[]> {
  const all: Item[] = [];
  for await (const batch of batchesOf(ids)) all.push(...(await ask(batch.map(contentIdOf))));
  return all;
}

async function* eachOf<Query extends { readonly offset?: number | undefined }>(
  query: Query,
  ask: (query: Query) => Promise<StationsResponse>,
): AsyncGenerator<EvStation> {
  let offset = query.offset ?? 0;
  for (let hasMore = true; hasMore;) {
    const page = await ask({ ...query, offset });
    const found = stationsOf(page);
    yield* found;
    offset += found.length;
    hasMore = page.hasMore && found.length > 0;
  }
}
