/** An endpoint as data: what routes to it, what describes it, and what answers. */
import type { z } from 'zod';
import type { Eventually } from '../http/eventually.ts';
import type { RequestContext } from '../http/surface.ts';
import type { Lookup } from './lookup.ts';
import type { Parameter } from './parameter.ts';

export interface Asked {
  readonly request: Request;
  readonly query: URLSearchParams;
  /** What stands for `{id}` in the path, decoded. */
  readonly id: string;
  readonly context: RequestContext;
  readonly lookup: Lookup;
}

/** Things of this very server that a documented request can name. */
export interface SampleFacts {
  readonly id: string;
  readonly ids: readonly string[];
  readonly connectorType: string;
  readonly countryCode: string;
}

export interface Sample {
  readonly label: string;
  /** Path and query. */
  readonly path: string;
}

export interface Operation {
  readonly name: string;
  /** Below `/v3`. */
  readonly path: string;
  readonly tag: 'Charging Location Lookup' | 'Charging Location Metadata' | 'API Information';
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly success: {
    /** Absent: any JSON object. */
    readonly schema?: z.ZodType;
    readonly description: string;
    readonly example?: unknown;
    /** Beside `application/json`; as text. */
    readonly alsoAs?: readonly string[];
  };
  /** Beyond 401 and 405. */
  readonly errors: readonly (400 | 403 | 404 | 500 | 503)[];
  /** The body of its declared errors, where that is none of the two of the contract. */
  ownError?(cause: string): unknown;
  samples(facts: SampleFacts): readonly Sample[];
  answer(asked: Asked): Eventually<Response>;
}
