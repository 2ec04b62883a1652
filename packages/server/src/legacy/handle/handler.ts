/** What a v2 resource is: a question read from a request, and an answer yet to be written as JSON or XML. */
import type { LegacyQuirks, XmlRoot } from '@pantograph/model/v2';
import type { RequestContext } from '../../http/surface.ts';
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
}

export interface LegacyAnswer {
  readonly root: XmlRoot;
  readonly tree: object;
  readonly attribution?: string | undefined;
  readonly features?: readonly LegacyFeature[];
}

/** Throws `Refused` for what cannot be answered as asked. */
export type LegacyHandler = (question: LegacyQuestion) => LegacyAnswer | Promise<LegacyAnswer>;
