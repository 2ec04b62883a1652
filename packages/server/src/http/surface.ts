/** A surface is a function: protocol semantics without a web framework. */
import type { Caller } from './caller.ts';
import type { Atlas } from '../atlas/atlas.ts';
import type { Refused } from '../refusal/refused.ts';
import type { Answer, WholeAnswer } from './answer.ts';
import type { Asked, AskedWhole } from './asked.ts';
import type { Eventually } from './eventually.ts';

/** What the edge knows of a request. */
export interface RequestContext {
  /** Made for this request; on every response and in every error body. */
  readonly correlationId: string;
  readonly now: Date;
  /** The caller's own `X-Request-ID`, cleaned and bounded; the edge echoes it. */
  readonly requestId?: string;
  /** The address at the other end of the connection, where there is one. */
  readonly peer?: string;
  /** Ask `mayUse(caller, right)`. Absent: a caller inside this process, who may do everything. */
  readonly caller?: Caller;
}

/** What presenters are set up with. */
export interface SurfaceSettings {
  /** v3 dialect where a request does not choose. */
  readonly enums: 'ocpi' | 'here';
}

export interface SurfaceDependencies {
  readonly atlas: Atlas;
  readonly settings: SurfaceSettings;
}

/**
 * Answers a request under its own prefix, errors of its contract included. Throws only for our own faults.
 * `undefined`: the path is none of this surface's.
 */
export type Surface = (
  request: Request,
  context: RequestContext,
) => Promise<Response | undefined> | Response | undefined;

/**
 * Answers what is asked most, at once and without `Request` and `Response`. It gets the path and query of a GET that are
 * written plainly (`plain-request.ts`); `undefined` means that `handle` is to be asked. Else the answer, refusals
 * included, is what `handle` would have said; it may depend on the caller's rights only where `handle` does.
 */
export type ReadySurface = (target: string) => ((context: RequestContext) => WholeAnswer) | undefined;

/** A surface that needs no more of a request than the edge reads of it, and makes no `Response`. */
export type AskedSurface = (asked: AskedWhole, context: RequestContext) => Eventually<Answer | undefined>;

/**
 * Puts any refusal of the catalogue, our own faults included (`internal_error`), into the error body of a surface's
 * contract. The one place per surface that does; the edge uses it for what it refuses before the surface is asked.
 */
export type RefusalRenderer = (refused: Refused, context: RequestContext, asked: Asked) => Response;

/** A surface as the edge sees it. */
export interface MountedSurface {
  /** Label in metrics and logs. */
  readonly name: string;
  /** Path prefixes ending in `/`, or whole paths. */
  readonly paths: readonly string[];
  readonly handle: Surface;
  /** What can be answered quicker than by `handle`. */
  readonly ready?: ReadySurface;
  /** The same as `handle`, for requests that are written plainly, with a body or without; not for HEAD. */
  readonly handleAsked?: AskedSurface;
  readonly refuse: RefusalRenderer;
  /** `keys`: the edge checks credentials. `own`: the protocol has its own. `open`: needs none. */
  readonly access: 'keys' | 'own' | 'open';
}
