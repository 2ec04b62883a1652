/** Discovery: `/v1/browse`, `/v1/discover`, `/v1/autosuggest` and `/v1/lookup`. Source: contract search. */
import type { WholeAnswer } from '../http/answer.ts';
import { responseOf } from '../http/answer.ts';
import { chain, settle } from '../http/eventually.ts';
import type { MountedSurface, RequestContext, Surface, SurfaceDependencies } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import { lookUpPlace } from './look-up-place.ts';
import type { Parameters } from './parameters.ts';
import { readManner } from './read-manner.ts';
import type { Endpoint } from './read-presentation.ts';
import { readQuestion } from './read-question.ts';
import { discoveryPaths, endpointOf, readParameters } from './read-request.ts';
import { readySearches } from './ready-searches.ts';
import { refuseInDiscovery } from './refuse.ts';
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

function answerTo(
  endpoint: Endpoint,
  url: string,
  parameters: Parameters,
  context: RequestContext,
  dependencies: SurfaceDependencies,
): WholeAnswer {
  if (endpoint === 'lookup') return lookUpPlace(parameters, context, dependencies);
  if (endpoint === 'autosuggest') return suggestPlaces(url, parameters, context, dependencies);
  const question = readQuestion(endpoint, parameters, readManner(endpoint, parameters, context));
  return searchPlaces(question, context, dependencies);
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
