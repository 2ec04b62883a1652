/**
 * The edge: everything that is the same for every surface. It routes by surface, keeps out what no surface should see,
 * knows who asks, and dresses what comes back.
 */
import type { Access, Admission } from '../access/access.ts';
import type { Log } from '../observe/log.ts';
import { redactSecrets } from '../observe/redact.ts';
import type { EdgeCounts } from '../observe/tally.ts';
import { Refused } from '../refusal/refused.ts';
import { StoreBusy } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { answerOf, responseOf } from './answer.ts';
import type { Asked } from './asked.ts';
import type { PlainRequest } from './plain-request.ts';
import type { Caller } from './caller.ts';
import { isPreflight, preflightAnswer } from './cross-origin.ts';
import type { Outcome, Reply } from './dress.ts';
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
  readonly metrics?: EdgeCounts;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Milliseconds for a surface to answer. */
  readonly answerTimeout?: number;
}

/** Where a request came from, where that is not inside this process. */
export interface Origin {
  /** The address at the other end of the connection. */
  readonly peer?: string | undefined;
  /** The same request with its body in memory; refuses one that is too long. */
  readonly withBody?: (request: Request, maxBytes: number) => Promise<Request>;
}

/** None of it throws or rejects. */
export interface App {
  fetch(request: Request, peer?: string): Eventually<Response>;
  /** The same, short of a `Response`. */
  reply(request: Request, origin: Origin): Eventually<Reply>;
  /** What lies ready, or needs no `Request`. `undefined`: nothing was done, `reply` is to be asked. */
  replyPlain(plain: PlainRequest, origin: Origin): Eventually<Reply> | undefined;
  /** What cannot be read as a request, but for its path, in the form of the surface there. */
  refuse(path: string, refused: Refused, origin: Origin): Eventually<Reply>;
}

/** A request on its way through the edge. */
interface Errand {
  readonly asked: Asked;
  readonly surface: MountedSurface;
  readonly origin: Origin;
  /** Puts it to the surface. */
  readonly ask: (context: RequestContext) => Eventually<Answer>;
}

export function createApp({ surfaces, access, metrics, log, newId, now, answerTimeout }: AppOptions): App {
  const render = (refused: Refused, { surface, asked }: Errand, context: RequestContext): Response => {
    metrics?.refused(surface.name, refused.code);
    try {
      return surface.refuse(refused, context, asked);
    } catch (error) {
      log.error({ err: error, correlationId: context.correlationId, surface: surface.name }, 'refusal not rendered');
      return renderProblem(refused, context);
    }
  };

  /** The one place where a fault of ours is logged. */
  const refusalOf = (error: unknown, { method, url }: Asked, { correlationId }: RequestContext): Refused => {
    if (error instanceof Refused) return error;
    const isBusy = error instanceof StoreBusy;
    if (isBusy) return new Refused('unavailable', { cause: 'Another process is writing to the store', retryAfter: 5 });
    log.error({ err: error, correlationId, method, url: redactSecrets(url) }, 'request failed');
    return new Refused('internal_error', { cause: 'The server failed to answer this request' });
  };

  const refuse = (error: unknown, errand: Errand, context: RequestContext): Eventually<Outcome> => {
    const refused = refusalOf(error, errand.asked, context);
    return chain(answerOf(render(refused, errand, context)), (answer) => ({
      answer,
      isPrivate: false,
      headers: refusalHeaders(refused),
    }));
  };

  const inTime = <T>(found: Eventually<T | undefined>): Eventually<T> =>
    chain(found instanceof Promise ? within(found, answerTimeout ?? timeouts.answer) : found, (answered) => {
      if (answered === undefined) throw new Refused('path_unknown', { cause: 'There is nothing at this path' });
      return answered;
    });

  const handle = (surface: MountedSurface, request: Request, context: RequestContext): Eventually<Answer> =>
    chain(inTime(surface.handle(request, context)), answerOf);

  const answerAdmitted = (admission: Admission, { ask }: Errand, context: RequestContext): Eventually<Outcome> => {
    const { caller, credentials, retryAfter } = admission;
    if (retryAfter > 0)
      throw new Refused('too_many_requests', { cause: 'The rate of this caller is used up', retryAfter });
    return chain(ask({ ...context, caller }), (answer) => ({ answer, isPrivate: credentials }));
  };

  const respond = (errand: Errand, context: RequestContext): Eventually<Outcome> => {
    const { asked, surface, origin, ask } = errand;
    const malformed = refuseMalformed(asked.url);
    if (malformed !== undefined) throw malformed;
    if (isPreflight(asked)) return { answer: preflightAnswer, isPrivate: false };
    if (access === undefined || surface.access !== 'keys') {
      const unasked = access === undefined ? context : { ...context, caller: unknownCaller };
      return chain(ask(unasked), (answer) => ({ answer, isPrivate: false }));
    }
    return chain(access.admit(asked, origin.peer, context.now), (admission) =>
      answerAdmitted(admission, errand, context),
    );
  };

  const run = (errand: Errand): Eventually<Reply> => {
    const started = performance.now();
    const { asked, surface, origin } = errand;
    const context = newContext(asked, newId(), now(), origin.peer);
    const dressed = settle(
      () => chain(respond(errand, context), (outcome) => dress(outcome, asked, context)),
      (error) => chain(refuse(error, errand, context), (outcome) => dress(outcome, asked, context)),
    );
    return chain(dressed, (reply) => {
      const milliseconds = performance.now() - started;
      metrics?.answered(surface.name, reply.status, milliseconds / 1000);
      if (log.isLevelEnabled('debug')) {
        const { method } = asked;
        const url = redactSecrets(asked.url);
        const { correlationId } = context;
        log.debug(
          { correlationId, surface: surface.name, method, url, status: reply.status, milliseconds },
          'answered',
        );
      }
      return reply;
    });
  };

  const askPlain = (surface: MountedSurface, plain: PlainRequest): Errand['ask'] | undefined => {
    const { handleAsked, ready } = surface;
    const { method, target, url, headers, body } = plain;
    if (handleAsked === undefined || method === 'HEAD') return body === undefined ? ready?.(target) : undefined;
    if (body === undefined) {
      return (context) => inTime(handleAsked({ method, url, headers, text: () => Promise.resolve('') }, context));
    }
    return (context) =>
      body(maxBodyBytes).then((text) =>
        inTime(handleAsked({ method, url, headers, text: () => Promise.resolve(text) }, context)),
      );
  };

  const reply = (request: Request, origin: Origin): Eventually<Reply> => {
    const surface = surfaceFor(pathOf(request.url), surfaces);
    const { withBody = withBoundedBody } = origin;
    const ask = (context: RequestContext): Eventually<Answer> => {
      if (request.method === 'GET') return handle(surface, request, context);
      if (request.method === 'HEAD') {
        return handle(surface, new Request(request.url, { headers: [...request.headers] }), context);
      }
      return withBody(request, maxBodyBytes).then((whole) => handle(surface, whole, context));
    };
    return run({ asked: request, surface, origin, ask });
  };

  return {
    fetch: (request, peer) => chain(reply(request, { peer }), responseOf),
    reply,
    refuse(path, refused, origin) {
      const asked = { method: 'GET', url: `http://localhost${path}`, headers: { get: () => null } };
      const ask = (): never => {
        throw refused;
      };
      return run({ asked, surface: { ...surfaceFor(path, surfaces), access: 'open' }, origin, ask });
    },
    replyPlain(plain, origin) {
      const surface = surfaceFor(pathOf(plain.url), surfaces);
      const ask = askPlain(surface, plain);
      return ask && run({ asked: plain, surface, origin, ask });
    },
  };
}

/** Who nobody asked for credentials has no right that needs some. */
const unknownCaller: Caller = { id: 'unknown', rights: new Set() };

function newContext(asked: Asked, correlationId: string, now: Date, peer: string | undefined): RequestContext {
  const requestId = asked.headers
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
