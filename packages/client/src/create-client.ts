/** A client of all APIs. */
import type { Discovery } from './discovery/discovery.ts';
import { discoveryOf } from './discovery/discovery.ts';
import type { FindLocations } from './find-locations.ts';
import { findLocationsOf } from './find-locations.ts';
import type { Legacy } from './legacy/legacy.ts';
import { legacyOf } from './legacy/legacy.ts';
import type { Lookup } from './lookup/lookup.ts';
import { lookupOf } from './lookup/lookup.ts';
import type { ClientOptions } from './options.ts';
import type { Prices } from './prices/prices.ts';
import { pricesOf } from './prices/prices.ts';
import { transportOf } from './transport/transport.ts';

export interface Client extends Lookup, Discovery, Prices {
  /** Discovery, then lookup of what was found, page by page. */
  readonly findLocations: FindLocations;
  readonly v2: Legacy;
}

/** Throws `TypeError` for options that cannot be meant. */
export function createClient(options: ClientOptions): Client {
  const ask = transportOf(options);
  const lookup = lookupOf(ask);
  const discovery = discoveryOf(ask);
  return {
    ...lookup,
    ...discovery,
    ...pricesOf(ask),
    findLocations: findLocationsOf(discovery, lookup),
    v2: legacyOf(ask),
  };
}
