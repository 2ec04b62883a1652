/** Which endpoint a path means. */
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

export interface Route {
  readonly operation: Operation;
  /** As in the path, still percent-encoded; empty where the endpoint has none. */
  readonly id: string;
}

const LOCATIONS = '/v3/locations/';

const byPath = new Map(operations.map((operation) => [`/v3${operation.path}`, operation]));

export const paths: readonly string[] = [...byPath.keys()];

/** Everything after `/locations/` is the id, slashes included: ids are opaque. */
export function routeOf(path: string): Route | undefined {
  const isLocation = path.startsWith(LOCATIONS) && path.length > LOCATIONS.length;
  const operation = byPath.get(isLocation ? '/v3/locations/{id}' : path);
  return operation && { operation, id: isLocation ? path.slice(LOCATIONS.length) : '' };
}
