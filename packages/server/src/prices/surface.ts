/** `/v1/prices`: what a charging session costs, itemised. Ours; its errors are those of the search contract. */
import { parametersOf, quoted } from '../discovery/parameters.ts';
import { refuseInDiscovery } from '../discovery/refuse.ts';
import { responseOf } from '../http/answer.ts';
import { pathOf, refuseMalformed } from '../http/request-line.ts';
import type { MountedSurface, Surface, SurfaceDependencies } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import { pricePlaces } from './price-places.ts';
import { readQuestion } from './read-question.ts';

const PATH = '/v1/prices';

type PriceDependencies = Pick<SurfaceDependencies, 'atlas'>;

export function pricesSurface(dependencies: PriceDependencies): Surface {
  return (request, context) => {
    if (pathOf(request.url) !== PATH) return undefined;
    try {
      return responseOf(pricePlaces(readRequest(request, context.now), dependencies));
    } catch (error) {
      if (error instanceof Refused) return refuseInDiscovery(error, context, request);
      throw error;
    }
  };
}

function readRequest({ url, method }: Request, now: Date): ReturnType<typeof readQuestion> {
  const malformed = refuseMalformed(url);
  if (malformed !== undefined) throw malformed;
  if (method !== 'GET' && method !== 'HEAD') {
    const cause = `The method ${quoted(method).slice(1, -1)} is not for ${PATH}`;
    throw new Refused('method_not_allowed', { cause, allowed: 'GET, HEAD' });
  }
  return readQuestion(parametersOf(new URL(url).searchParams), now);
}

export function mountPrices(dependencies: PriceDependencies): MountedSurface {
  return {
    name: 'prices',
    paths: [PATH],
    handle: pricesSurface(dependencies),
    refuse: refuseInDiscovery,
    access: 'keys',
  };
}
