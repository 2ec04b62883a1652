export { createClient } from './create-client.ts';
export type { Client } from './create-client.ts';
export { bbox, circle, countries, route } from './discovery/write-area.ts';
export type { Discovery } from './discovery/discovery.ts';
export type { BrowsePlaces, DiscoverPlaces, FindPlaces, SuggestPlaces } from './discovery/queries.ts';
export {
  ApiError,
  BadRequestError,
  ForbiddenError,
  NotFoundError,
  RateLimitedError,
  ServerError,
  UnauthorizedError,
} from './errors/api-error.ts';
export { ConnectionError, TimeoutError, TruncatedError, UnexpectedAnswerError } from './errors/failures.ts';
export { PantographError } from './errors/pantograph-error.ts';
export type { ErrorKind } from './errors/pantograph-error.ts';
export type { FindLocations, FoundLocation } from './find-locations.ts';
export type { KnownPrice, PricesResponse, UnknownPrice } from './generated/prices.ts';
export type { AutosuggestResponse, PlaceItem, SearchResponse } from './generated/search.ts';
export type {
  ChargingLocation,
  ChargingLocations,
  ConnectorGroup,
  ConnectorType,
  EvConnector,
  Evse,
  EvseStatus,
  MetadataByCountry,
  Tariff,
} from './generated/v3.ts';
export type { Legacy } from './legacy/legacy.ts';
export type { Ids, LocationFields, Lookup } from './lookup/lookup.ts';
export type { AnswerInfo, CallOptions, ClientOptions } from './options.ts';
export type { PricedSessionQuery, Prices } from './prices/prices.ts';
export type { Clock } from './transport/clock.ts';
export type { LatLng } from './transport/query-string.ts';
import type * as prices from './generated/prices.ts';
import type * as search from './generated/search.ts';
import type * as v2 from './generated/v2.ts';
import type * as v3 from './generated/v3.ts';
/** Every type of each API by its name in the description. */
export type { prices, search, v2, v3 };
