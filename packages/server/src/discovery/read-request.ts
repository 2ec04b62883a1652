/** Which endpoint is asked for, and its parameters wherever they stand. Source: contract search, endpoints. */
import type { Eventually } from '../http/eventually.ts';
import { maxBodyBytes } from '../http/limits.ts';
import { withBoundedBody } from '../http/request-body.ts';
import { pathOf, refuseMalformed } from '../http/request-line.ts';
import { Refused } from '../refusal/refused.ts';
import type { Parameters } from './parameters.ts';
import { parametersOf, quoted } from './parameters.ts';
import type { Endpoint } from './read-presentation.ts';

const FORM = 'application/x-www-form-urlencoded';

const endpoints: Readonly<Record<string, { readonly endpoint: Endpoint; readonly methods: readonly string[] }>> = {
  '/v1/browse': { endpoint: 'browse', methods: ['GET', 'HEAD', 'POST'] },
  '/v1/discover': { endpoint: 'discover', methods: ['GET', 'HEAD', 'POST'] },
  '/v1/autosuggest': { endpoint: 'autosuggest', methods: ['GET', 'HEAD', 'POST'] },
  '/v1/lookup': { endpoint: 'lookup', methods: ['GET', 'HEAD'] },
};

export const discoveryPaths: readonly string[] = Object.keys(endpoints);

/** `undefined`: no path of this surface. */
export function endpointOf(url: string): Endpoint | undefined {
  return endpoints[pathOf(url)]?.endpoint;
}

/** At once, but for the body of a POST. */
export function readParameters(request: Request): Eventually<Parameters> {
  const malformed = refuseMalformed(request.url);
  if (malformed !== undefined) throw malformed;
  const methods = endpoints[pathOf(request.url)]?.methods ?? [];
  if (!methods.includes(request.method)) {
    throw new Refused('method_not_allowed', {
      cause: `The method ${quoted(request.method).slice(1, -1)} is not for ${pathOf(request.url)}`,
      allowed: methods.join(', '),
    });
  }
  const search = new URL(request.url).searchParams;
  if (request.method !== 'POST') return parametersOf(search);
  return addRoute(search, request).then(() => parametersOf(search));
}

/** The body of a POST holds the route, and nothing else. */
async function addRoute(search: URLSearchParams, request: Request): Promise<void> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== FORM) {
    const found = type === undefined ? 'no content type' : quoted(type);
    throw new Refused('media_type_unsupported', { cause: `The body has ${found}`, allowed: FORM });
  }
  const body = new URLSearchParams(await (await withBoundedBody(request, maxBodyBytes)).text());
  for (const name of body.keys()) {
    if (name === 'route') continue;
    const parameter = quoted(name).slice(1, -1);
    const cause = `The parameter ${parameter} stands in the body, which holds the route alone`;
    throw new Refused('parameter_misplaced', { parameter, cause, allowed: 'the URL' });
  }
  const routes = body.getAll('route');
  if (routes.length === 0) {
    throw new Refused('parameter_missing', {
      parameter: 'route',
      cause: 'The body has no route',
      allowed: 'route={flexible polyline} in the body, or ask with GET',
    });
  }
  if (search.has('route')) {
    throw new Refused('parameter_conflict', {
      parameter: 'route',
      cause: 'The parameter route stands in the URL and in the body',
      allowed: 'route in one of them',
    });
  }
  for (const route of routes) search.append('route', route);
}
