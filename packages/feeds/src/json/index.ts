export { FeedFailure } from './feed-failure.ts';
export type { FeedPlace } from './feed-failure.ts';
export type { ItemPlace, JsonItem } from './json-item.ts';
export { jsonObjectLists, jsonObjects } from './json-objects.ts';
export type { JsonObjectsOptions } from './json-objects.ts';
export { openBytes } from './open-bytes.ts';
export type { OpenBytesOptions } from './open-bytes.ts';
