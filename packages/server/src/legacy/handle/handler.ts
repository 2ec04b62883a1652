/** What a v2 resource is: a question read from a request, and its answer as JSON or XML. */
import type { LegacyQuirks } from '@pantograph/model/v2';
import type { Eventually } from '../../http/eventually.ts';
import type { RequestContext } from '../../http/surface.ts';
import type { LegacyFormat } from '../answer/format.ts';
import type { StationForms } from '../answer/station-form.ts';
import type { LegacyBackEnd } from '../back-end/back-end.ts';
import type { Manner } from '../read/manner.ts';
import type { LegacyFeature } from '../usage/features.ts';

export interface LegacyQuestion {
  readonly query: URLSearchParams;
  /** Where it is known, it is not in `query`. */
  readonly manner?: Manner;
  /** Only of a POST. */
  readonly body?: () => Promise<string>;
  readonly format: LegacyFormat;
  /** Decoded; empty where the resource has none. */
  readonly id: string;
  readonly context: RequestContext;
  readonly backEnd: LegacyBackEnd;
  readonly quirks: LegacyQuirks;
  readonly stationForms: StationForms;
}

export interface LegacyAnswer {
  readonly body: string | Uint8Array;
  /** Of the body, where it is known by its making. */
  readonly tag?: string;
  readonly attribution?: string | undefined;
  readonly features?: readonly LegacyFeature[];
}

/** Throws `Refused` for what cannot be answered as asked. */
export type LegacyHandler = (question: LegacyQuestion) => Eventually<LegacyAnswer>;
