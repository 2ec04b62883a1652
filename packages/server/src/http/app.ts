/**
 * The edge: everything that is the same for every surface. It routes by surface, keeps out what no surface should see,
 * knows who asks, and dresses what comes back.
 */
import type { Access, Admission } from '../access/access.ts';
import type { Log } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import { redactSecrets } from '../observe/redact.ts';
import { Refused } from '../refusal/refused.ts';
import type { Caller } from './caller.ts';
import { isPreflight, preflightAnswer } from './cross-origin.ts';
import type { Outcome } from './dress.ts';
import { dress } from './dress.ts';
import type { Eventually } from './eventually.ts';
import { chain, settle } from './eventually.ts';
import { maxBodyBytes, maxRequestIdLength, timeouts } from './limits.ts';
import { renderProblem } from './problem.ts';
import { withBoundedBody } from './request-body.ts';
import { pathOf, refuseMalformed } from './request-line.ts';
import { surfaceFor } from './route.ts';
import type { MountedSurface, RequestContext } from './surface.ts';
import { within } from './within.ts';

interface AppOptions {
  /** The first whose paths cover a request's answers it. */
  readonly surfaces: readonly MountedSurface[];
  /** Without one, every request is a caller's inside this process. */
  readonly access?: Access;
  readonly metrics?: Metrics;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Milliseconds for a surface to answer. */
  readonly answerTimeout?: number;
}

export interface App {
  /** `peer`: the address at the other end of the connection. Neither throws nor rejects. */
  fetch(request: Request, peer?: string): Eventually<Response>;
}

export function createApp({ surfaces, access, metrics, log, newId, now, answerTimeout }: AppOptions): App {
  const render = (refused: Refused, surface: MountedSurface, request: Request, context: RequestContext): Response => {
    metrics?.refused(surface.name, refused.code);
    try {
      return surface.refuse(refused, context, request);
    } catch (error) {
      log.error({ err: error, correlationId: context.correlationId, surface: surface.name }, 'refusal not rendered');
      return renderProblem(refused, context);
    }
  };

  /** The one place where a fault of ours is logged. */
  const refusalOf = (error: unknown, request: Request, { correlationId }: RequestContext): Refused => {
    if (error instanceof Refused) return error;
    const url = redactSecrets(request.url);
    log.error({ err: error, correlationId, method: request.method, url }, 'request failed');
    return new Refused('internal_error', { cause: 'The server failed to answer this request' });
  };

  const refuse = (error: unknown, surface: MountedSurface, request: Request, context: RequestContext): Outcome => {
    const refused = refusalOf(error, request, context);
    const response = render(refused, surface, request, context);
    return { response, isPrivate: false, headers: refusalHeaders(refused) };
  };

  const handle = (surface: MountedSurface, request: Request, context: RequestContext): Eventually<Response> => {
    const asked = request.method === 'HEAD' ? new Request(request.url, { headers: [...request.headers] }) : request;
    const found = surface.handle(asked, context);
    const answered = found instanceof Promise ? within(found, answerTimeout ?? timeouts.answer) : found;
    return chain(answered, (response) => {
      if (response === undefined) throw new Refused('path_unknown', { cause: 'There is nothing at this path' });
      return response;
    });
  };

  const handleFor = (
    { caller, credentials, retryAfter }: Admission,
    surface: MountedSurface,
    request: Request,
    context: RequestContext,
  ): Eventually<Outcome> => {
    if (retryAfter > 0)
      throw new Refused('too_many_requests', { cause: 'The rate of this caller is used up', retryAfter });
    return chain(handleWhole(surface, request, { ...context, caller }), (response) => ({
      response,
      isPrivate: credentials,
    }));
  };

  const handleWhole = (surface: MountedSurface, request: Request, context: RequestContext): Eventually<Response> => {
    if (request.method === 'GET' || request.method === 'HEAD') return handle(surface, request, context);
    return withBoundedBody(request, maxBodyBytes).then((whole) => handle(surface, whole, context));
  };

  const respond = (
    surface: MountedSurface,
    request: Request,
    context: RequestContext,
    peer: string | undefined,
  ): Eventually<Outcome> => {
    const malformed = refuseMalformed(request.url);
    if (malformed !== undefined) throw malformed;
    if (isPreflight(request)) return { response: preflightAnswer(), isPrivate: false };
    if (access === undefined || surface.access !== 'keys') {
      const unasked = access === undefined ? context : { ...context, caller: unknownCaller };
      return chain(handleWhole(surface, request, unasked), (response) => ({ response, isPrivate: false }));
    }
    return chain(access.admit(request, peer, context.now), (admission) =>
      handleFor(admission, surface, request, context),
    );
  };

  return {
    fetch(request, peer) {
      const started = performance.now();
      const context = newContext(request, newId(), now(), peer);
      const surface = surfaceFor(pathOf(request.url), surfaces);
      const fail = (error: unknown): Outcome => refuse(error, surface, request, context);
      const outcome = settle(() => respond(surface, request, context, peer), fail);
      const dressed = settle(
        () => chain(outcome, (made) => dress(made, request, context)),
        // A body that broke while it was read or coded.
        (error) => dress(fail(error), request, context),
      );
      return chain(dressed, (response) => {
        const milliseconds = performance.now() - started;
        metrics?.answered(surface.name, response.status, milliseconds / 1000);
        if (log.isLevelEnabled('debug')) {
          const { method } = request;
          const url = redactSecrets(request.url);
          const { correlationId } = context;
          log.debug(
            { correlationId, surface: surface.name, method, url, status: response.status, milliseconds },
            'answered',
          );
        }
        return response;
      });
    },
  };
}

/** Who nobody asked for credentials has no right that needs some. */
const unknownCaller: Caller = { id: 'unknown', rights: new Set() };

function newContext(request: Request, correlationId: string, now: Date, peer: string | undefined): RequestContext {
  const requestId = request.headers
    .get('x-request-id')
    ?.replace(/[^\x20-\x7e]/g, '')
    .slice(0, maxRequestIdLength);
  const context = { correlationId, now, ...(peer !== undefined && { peer }) };
  return requestId === undefined || requestId === '' ? context : { ...context, requestId };
}

function refusalHeaders({ code, details, entry }: Refused): Record<string, string> {
  const { retryAfter } = details;
  if (retryAfter !== undefined) return { 'retry-after': String(retryAfter) };
  if (entry.status === 401) {
    const problem = code === 'credentials_invalid' ? ', error="invalid_token"' : '';
    return { 'www-authenticate': `Bearer realm="pantograph"${problem}` };
  }
  return {};
}
