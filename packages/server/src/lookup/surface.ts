/** v3 lookup under `/v3/`. Contract v3; docs/v3.md says what is done of it and where this server differs. */
import { Refused } from '../refusal/refused.ts';
import { chain, settle } from '../http/eventually.ts';
import { refuseMalformed } from '../http/request-line.ts';
import type { Eventually } from '../http/eventually.ts';
import type { MountedSurface, RequestContext, Surface } from '../http/surface.ts';
import { countryIndexCache } from './country-index-cache.ts';
import type { Lookup, LookupDependencies } from './lookup.ts';
import { apiDescription } from './openapi/description.ts';
import { operations } from './operations.ts';
import { readyLocations } from './ready-locations.ts';
import { refuseInLookup } from './refuse.ts';
import { paths, routeOf } from './route.ts';

export const LOOKUP_PREFIX = '/v3/';

export function lookupSurface(dependencies: LookupDependencies): Surface {
  return surfaceOver(lookupOf(dependencies));
}

export function mountLookup(dependencies: LookupDependencies): MountedSurface {
  const lookup = lookupOf(dependencies);
  return {
    name: 'lookup',
    paths: [LOOKUP_PREFIX],
    handle: surfaceOver(lookup),
    ready: readyLocations(lookup),
    refuse: refuseInLookup,
    access: 'keys',
  };
}

function lookupOf(dependencies: LookupDependencies): Lookup {
  return {
    ...dependencies,
    lookup: dependencies.lookup ?? {},
    countryIndex: countryIndexCache(dependencies.atlas),
    description: apiDescription(dependencies.atlas, operations),
  };
}

function surfaceOver(lookup: Lookup): Surface {
  return (request, context) => {
    const url = new URL(request.url);
    if (url.pathname !== '/v3' && !url.pathname.startsWith(LOOKUP_PREFIX)) return undefined;
    return settle(
      () => respond(request, url, context, lookup),
      (error) => {
        if (error instanceof Refused) return refuseInLookup(error, context, request);
        throw error;
      },
    );
  };
}

function respond(request: Request, url: URL, context: RequestContext, lookup: Lookup): Eventually<Response> {
  const malformed = refuseMalformed(request.url);
  if (malformed !== undefined) throw malformed;
  const { pathname, searchParams: query } = url;
  const route = routeOf(pathname);
  if (route === undefined) {
    throw new Refused('path_unknown', { cause: `There is no such path; there are ${paths.join(', ')}` });
  }
  const { operation } = route;
  const id = decodeURIComponent(route.id);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new Refused('method_not_allowed', {
      cause: `${request.method} is not allowed for ${operation.path}`,
      allowed: 'GET, HEAD',
    });
  }
  return chain(operation.answer({ request, query, id, context, lookup }), (response) =>
    request.method === 'HEAD' ? new Response(null, response) : response,
  );
}
