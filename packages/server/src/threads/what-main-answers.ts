/** Which requests a serving thread leaves to the main thread. */
import { pathOf } from '../http/request-line.ts';
import { surfaceFor } from '../http/route.ts';
import type { MountedSurface } from '../http/surface.ts';

/** Those that take a walk through all places: it is done once, and kept for a while. */
const walks = [/^\/v3\/(?:countryMetadata|openapi)$/, /^\/ev\/roamings\./];

/** @param own the surfaces that the thread has */
export function isForMain(path: string, own: readonly MountedSurface[]): boolean {
  return !own.includes(surfaceFor(path, own)) || walks.some((walk) => walk.test(path));
}

/** Of a request line: a path, or a whole URL as proxies are sent it. */
export function pathOfTarget(target: string): string {
  return pathOf(target.startsWith('/') ? `http://host${target}` : target);
}
