/** What those who run the server ask it: `/ready` for orchestrators, `/metrics` for Prometheus. */
import { answer } from '../http/answer.ts';
import { mayUse } from '../http/caller.ts';
import { renderProblem } from '../http/problem.ts';
import type { MountedSurface } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

/** Needs no credentials: it tells nothing but whether to send requests here. How much there is, `/metrics` says. */
export function readySurface({ store }: { readonly store: Pick<Store, 'seq'> }): MountedSurface {
  return {
    name: 'ready',
    paths: ['/ready'],
    access: 'open',
    refuse: renderProblem,
    handle(request) {
      refuseOtherMethods(request);
      try {
        store.seq();
      } catch (error) {
        const refused = new Refused('unavailable', { cause: 'The store does not answer', retryAfter: 5 });
        refused.cause = error;
        throw refused;
      }
      return answer(JSON.stringify({ status: 'ok' }), {
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      });
    },
  };
}

/** Names keys and traffic, so that it takes the right `admin`. */
export function metricsSurface(metrics: Metrics): MountedSurface {
  return {
    name: 'metrics',
    paths: ['/metrics'],
    access: 'keys',
    refuse: renderProblem,
    async handle(request, { caller }) {
      refuseOtherMethods(request);
      if (!mayUse(caller, 'admin')) {
        throw new Refused('rights_missing', { parameter: '/metrics', cause: 'Metrics take a right', allowed: 'admin' });
      }
      return answer(await metrics.exposition(), {
        headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' },
      });
    },
  };
}

function refuseOtherMethods({ method }: Request): void {
  if (method === 'GET') return;
  throw new Refused('method_not_allowed', { cause: `${method} was sent`, allowed: 'GET, HEAD' });
}
