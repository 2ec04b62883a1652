/** What a v2 resource is: a question read from a request, and an answer yet to be written as JSON or XML. */
import type { LegacyQuirks } from '@pantograph/model/v2';
import type { RequestContext } from '../../http/surface.ts';
import type { LegacyFormat } from '../answer/format.ts';
import type { StationTexts } from '../answer/station-texts.ts';
import type { LegacyBackEnd } from '../back-end/back-end.ts';
import type { LegacyFeature } from '../usage/features.ts';

export interface LegacyQuestion {
  readonly request: Request;
  readonly query: URLSearchParams;
  /** Decoded; empty where the resource has none. */
  readonly id: string;
  readonly context: RequestContext;
  readonly backEnd: LegacyBackEnd;
  readonly quirks: LegacyQuirks;
  readonly stationTexts: StationTexts;
}

export interface LegacyAnswer {
  readonly write: (format: LegacyFormat) => string;
  readonly attribution?: string | undefined;
  readonly features?: readonly LegacyFeature[];
}

/** Throws `Refused` for what cannot be answered as asked. */
export type LegacyHandler = (question: LegacyQuestion) => LegacyAnswer | Promise<LegacyAnswer>;
