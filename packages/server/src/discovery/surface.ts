/** Discovery: `/v1/browse`, `/v1/discover`, `/v1/autosuggest` and `/v1/lookup`. Source: contract search. */
import type { WholeAnswer } from '../http/answer.ts';
import { responseOf } from '../http/answer.ts';
import { chain, settle } from '../http/eventually.ts';
import type { MountedSurface, ReadySurface, RequestContext, Surface, SurfaceDependencies } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import { lookUpPlace } from './look-up-place.ts';
import type { Parameters } from './parameters.ts';
import { parametersOf } from './parameters.ts';
import type { Endpoint } from './read-presentation.ts';
import { discoveryPaths, endpointOf, readParameters } from './read-request.ts';
import { refusalAnswer, refuseInDiscovery } from './refuse.ts';
import { searchPlaces } from './search-places.ts';
import { suggestPlaces } from './suggest-places.ts';

export function discoverySurface(dependencies: SurfaceDependencies): Surface {
  return (request, context) => {
    const { url } = request;
    const endpoint = endpointOf(url);
    if (endpoint === undefined) return undefined;
    return settle(
      () => chain(readParameters(request), (read) => responseOf(answerTo(endpoint, url, read, context, dependencies))),
      (error) => {
        if (error instanceof Refused) return refuseInDiscovery(error, context, request);
        throw error;
      },
    );
  };
}

/** Searches for places, whose parameters stand in the query and read there as they do in a URL. */
function readySearches(dependencies: SurfaceDependencies): ReadySurface {
  return (target) => {
    const mark = target.indexOf('?');
    const endpoint = mark < 0 ? undefined : readyEndpoints.get(target.slice(0, mark));
    if (endpoint === undefined) return undefined;
    return (context) => {
      try {
        const parameters = parametersOf(new URLSearchParams(target.slice(mark + 1)));
        return searchPlaces(endpoint, parameters, context, dependencies);
      } catch (error) {
        if (error instanceof Refused) return refusalAnswer(error, context);
        throw error;
      }
    };
  };
}

const readyEndpoints = new Map<string, Endpoint>([
  ['/v1/browse', 'browse'],
  ['/v1/discover', 'discover'],
]);

function answerTo(
  endpoint: Endpoint,
  url: string,
  parameters: Parameters,
  context: RequestContext,
  dependencies: SurfaceDependencies,
): WholeAnswer {
  if (endpoint === 'lookup') return lookUpPlace(parameters, context, dependencies);
  if (endpoint === 'autosuggest') return suggestPlaces(url, parameters, context, dependencies);
  return searchPlaces(endpoint, parameters, context, dependencies);
}

export function mountDiscovery(dependencies: SurfaceDependencies): MountedSurface {
  return {
    name: 'discovery',
    paths: discoveryPaths,
    handle: discoverySurface(dependencies),
    ready: readySearches(dependencies),
    refuse: refuseInDiscovery,
    access: 'keys',
  };
}
