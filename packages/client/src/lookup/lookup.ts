/** v3: everything about charging locations that are known by their ids. */
import type {
  ChargingLocation,
  ChargingLocations,
  GetCountryMetaQuery,
  GetLocationQuery,
  GetLocationsQuery,
  HealthResponse,
  MetadataByCountry,
  VersionResponse,
} from '../generated/v3.ts';
import { repeatedParameters } from '../generated/v3.ts';
import { batchesOf, contentIdOf } from '../ids.ts';
import type { CallOptions } from '../options.ts';
import { queryString } from '../transport/query-string.ts';
import type { Transport } from '../transport/transport.ts';

export type LocationFields = Omit<GetLocationsQuery, 'ids'>;
/** Any number of them. */
export type Ids = Iterable<string> | AsyncIterable<string>;

export interface Lookup {
  location(id: string, query?: GetLocationQuery, call?: CallOptions): Promise<ChargingLocation>;
  /** In the order of the ids, each once; `missingItems` are those that name nothing, as they were given. */
  locations(ids: Ids, query?: LocationFields, call?: CallOptions): Promise<Required<ChargingLocations>>;
  /** The same as they come, batch by batch. Ids that name nothing are passed over: `locations` tells which. */
  eachLocation(ids: Ids, query?: LocationFields, call?: CallOptions): AsyncGenerator<ChargingLocation>;
  countryMetadata(query?: GetCountryMetaQuery, call?: CallOptions): Promise<MetadataByCountry>;
  health(call?: CallOptions): Promise<HealthResponse>;
  version(call?: CallOptions): Promise<VersionResponse>;
}

export function lookupOf(ask: Transport): Lookup {
  const get = async <Body>(path: string, query: object, call?: CallOptions): Promise<Body> =>
    (await ask<Body>({ api: 'lookup', path, query: queryString(query, repeatedParameters) }, call)).body;

  async function* eachBatch(
    ids: Ids,
    query: LocationFields,
    call?: CallOptions,
  ): AsyncGenerator<Required<ChargingLocations>> {
    for await (const batch of batchesOf(ids)) {
      const given = new Map(batch.map((id) => [contentIdOf(id), id]));
      const answer = await get<ChargingLocations>('locations', { ids: [...given.keys()], ...query }, call);
      const { items = [], missingItems = [] } = answer;
      yield { items, missingItems: missingItems.map((id) => given.get(contentIdOf(id)) ?? id) };
    }
  }

  return {
    location: (id, query = {}, call) => get(`locations/${encodeURIComponent(contentIdOf(id))}`, query, call),
    async locations(ids, query = {}, call) {
      const all: Required<ChargingLocations> = { items: [], missingItems: [] };
      for await (const { items, missingItems } of eachBatch(ids, query, call)) {
        all.items.push(...items);
        all.missingItems.push(...missingItems);
      }
      return all;
    },
    async *eachLocation(ids, query = {}, call) {
      for await (const { items } of eachBatch(ids, query, call)) yield* items;
    },
    countryMetadata: (query = {}, call) => get('countryMetadata', query, call),
    health: (call) => get('health', {}, call),
    version: (call) => get('version', {}, call),
  };
}
