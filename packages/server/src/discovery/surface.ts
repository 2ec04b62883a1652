/** Discovery: `/v1/browse`, `/v1/discover`, `/v1/autosuggest` and `/v1/lookup`. Source: contract search. */
import { chain, settle } from '../http/eventually.ts';
import type { MountedSurface, Surface, SurfaceDependencies } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import { lookUpPlace } from './look-up-place.ts';
import type { Parameters } from './parameters.ts';
import type { Endpoint } from './read-presentation.ts';
import { discoveryPaths, endpointOf, readParameters } from './read-request.ts';
import { refuseInDiscovery } from './refuse.ts';
import { searchPlaces } from './search-places.ts';
import { suggestPlaces } from './suggest-places.ts';

export function discoverySurface(dependencies: SurfaceDependencies): Surface {
  return (request, context) => {
    const endpoint = endpointOf(request.url);
    if (endpoint === undefined) return undefined;
    return settle(
      () => chain(readParameters(request), (parameters) => respondTo(endpoint, parameters)),
      (error) => {
        if (error instanceof Refused) return refuseInDiscovery(error, context, request);
        throw error;
      },
    );

    function respondTo(asked: Endpoint, parameters: Parameters): Response {
      if (asked === 'lookup') return lookUpPlace(parameters, context, dependencies);
      if (asked === 'autosuggest') return suggestPlaces(request.url, parameters, context, dependencies);
      return searchPlaces(asked, parameters, context, dependencies);
    }
  };
}

export function mountDiscovery(dependencies: SurfaceDependencies): MountedSurface {
  return {
    name: 'discovery',
    paths: discoveryPaths,
    handle: discoverySurface(dependencies),
    refuse: refuseInDiscovery,
    access: 'keys',
  };
}
