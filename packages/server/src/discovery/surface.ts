/** Discovery: `/v1/browse`, `/v1/discover`, `/v1/autosuggest` and `/v1/lookup`. Source: contract search. */
import type { MountedSurface, Surface, SurfaceDependencies } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import { lookUpPlace } from './look-up-place.ts';
import { discoveryPaths, endpointOf, readParameters } from './read-request.ts';
import { refuseInDiscovery } from './refuse.ts';
import { searchPlaces } from './search-places.ts';
import { suggestPlaces } from './suggest-places.ts';

export function discoverySurface(dependencies: SurfaceDependencies): Surface {
  return async (request, context) => {
    const endpoint = endpointOf(request.url);
    if (endpoint === undefined) return undefined;
    try {
      const parameters = await readParameters(request);
      if (endpoint === 'lookup') return lookUpPlace(parameters, context, dependencies);
      if (endpoint === 'autosuggest') return suggestPlaces(request.url, parameters, context, dependencies);
      return searchPlaces(endpoint, parameters, context, dependencies);
    } catch (error) {
      if (error instanceof Refused) return refuseInDiscovery(error, context, request);
      throw error;
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
