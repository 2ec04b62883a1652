/** A surface is a function: protocol semantics without a web framework. */
import type { Atlas } from '../atlas/atlas.ts';

/** What the edge knows of a request. */
export interface RequestContext {
  /** Made for this request; on every response and in every error body. */
  readonly correlationId: string;
  readonly now: Date;
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
