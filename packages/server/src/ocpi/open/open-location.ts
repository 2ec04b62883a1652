/**
 * `/ocpi/open/{version}/locations/{contentId}`: one location as peers are given it, for people with a key of ours and no
 * peer's token. The object alone, without OCPI's envelope. Only what its source lets be passed on.
 */
import type { ContentId } from '@pantograph/model/location';
import { contentIdIn } from '@pantograph/model/location';
import { answer } from '../../http/answer.ts';
import { attributionOf } from '../../http/attribution.ts';
import { renderProblem } from '../../http/problem.ts';
import { pathOf } from '../../http/request-line.ts';
import type { MountedSurface, Surface } from '../../http/surface.ts';
import { Refused } from '../../refusal/refused.ts';
import type { Store } from '../../store/store.ts';
import { wireLocation } from '../sender/sender-module.ts';
import { spokenVersionIn, spokenVersions } from '../version.ts';

const OPEN_PREFIX = '/ocpi/open/';

type OpenStore = Pick<Store, 'location' | 'sources'>;

export function mountOpenLocation(store: OpenStore): MountedSurface {
  return {
    name: 'ocpi-open',
    paths: [OPEN_PREFIX],
    access: 'keys',
    handle: openLocationSurface(store),
    refuse: renderProblem,
  };
}

export function openLocationSurface(store: OpenStore): Surface {
  return (request, context) => {
    const [version = '', resource, id = '', ...more] = pathOf(request.url).slice(OPEN_PREFIX.length).split('/');
    if (resource !== 'locations' || id === '' || more.length > 0) return undefined;
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new Refused('method_not_allowed', { cause: `${request.method} was sent`, allowed: 'GET, HEAD' });
      }
      return locationAnswer(store, version, contentIdIn(decodeURIComponent(id)));
    } catch (error) {
      if (error instanceof Refused) return renderProblem(error, context);
      throw error;
    }
  };
}

function locationAnswer(store: OpenStore, version: string, contentId: ContentId): Response {
  const spoken = spokenVersionIn(version);
  if (spoken === undefined) {
    throw new Refused('parameter_invalid', {
      parameter: '{version}',
      cause: `There is no OCPI ${JSON.stringify(version.slice(0, 40))} here`,
      allowed: spokenVersions.join(', '),
    });
  }
  const stored = store.location(contentId);
  if (stored?.location.publish !== true) {
    throw new Refused('not_found', { cause: `No location has the id ${JSON.stringify(contentId.slice(0, 80))}` });
  }
  const source = store.sources().find(({ name }) => name === stored.key.source);
  if (source?.redistribute !== true) {
    throw new Refused('not_found', { cause: 'The source of this location does not let it be passed on as OCPI' });
  }
  const credit = attributionOf([source]);
  return answer(JSON.stringify(wireLocation(stored, { version: spoken })), {
    headers: { 'content-type': 'application/json', ...(credit === undefined ? {} : { 'x-attribution': credit }) },
  });
}
