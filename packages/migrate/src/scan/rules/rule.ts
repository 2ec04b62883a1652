/** A rule of the scanner is data: what to look for, what to say of it, and cases that show what it finds and what it leaves. */
import type { NameRole } from '../facts/fact.ts';
import type { Phrase } from './phrase.ts';

/** `low`: may be something else; `medium`: probably; `high`: hardly anything else. */
export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

/** Discovery states connectors with names of v2; a file that reads its answers is not of v2 for that. */
export const readsDiscovery = /\bextended\b[\s\S]{0,2000}\bev_?station\b/i;

/** How much work one place is, the rest of the migration being done. */
export type Effort = 'minutes' | 'hour' | 'hours';
/** What `pantograph fix` does with it. */
export type Fixable = 'yes' | 'partly' | 'no';

export const guideSections = {
  dataModel: 'Data Model Alignment',
  discovery: 'Discovery and Lookup Responsibilities',
  objects: 'Core Object Model Mapping',
  endpoints: 'Endpoint and API Behaviour Changes',
  response: 'Response Structure',
  connectorTypes: 'Connector Types',
  statuses: 'Status mapping table',
  naming: 'POI Naming and Localisation',
  pricing: 'EV Pricing (Tariffs)',
  operator: 'Operator and Suboperator',
  compatibility: 'Backwards Compatibility Considerations',
} as const;
export type GuideSection = keyof typeof guideSections;

/** What a match needs besides itself: other findings that prove a v2 client, in the same file or anywhere below the folder. */
export type Evidence = 'none' | 'project' | 'file';

export interface Pattern {
  /** `value`: a string or a number. `name` also takes strings that name a field, such as `json["poolId"]`. */
  readonly on: 'string' | 'number' | 'value' | 'name';
  /** What is looked for, and what becomes of it. Names are compared without case, underscores and a getter's prefix. */
  readonly values?: ReadonlyMap<string, string>;
  /** In place of `values`, or besides it. */
  readonly text?: RegExp;
  /** What becomes of a `text`. */
  readonly becomes?: string;
  /** The value may be a list with commas; each of its items counts. */
  readonly list?: true;
  /** What the names around a literal must say. */
  readonly context?: RegExp;
  /** What must stand before it. */
  readonly before?: RegExp;
  /** What must stand after it. */
  readonly after?: RegExp;
  /** What must stand somewhere in the file. */
  readonly alongside?: RegExp;
  /** What must not stand anywhere in the file. */
  readonly notAlongside?: RegExp;
  /** For names; `access` and `key` where absent. */
  readonly roles?: readonly NameRole[];
  readonly needs: Evidence;
  readonly confidence: Confidence;
  /** Proves by itself that a v2 client is here. */
  readonly proves?: true;
  /** For all but those that need proof in the same file: lower-case words, one of which stands in every match or beside it. */
  readonly words?: readonly string[];
}

export interface Rule {
  readonly id: string;
  readonly title: string;
  /** What is found, as a whole sentence; `{text}` is what stands there, `{becomes}` what the pattern's values say of it. */
  readonly what: string;
  readonly why: string;
  readonly guide: GuideSection;
  readonly advice: string;
  readonly effort: Effort;
  readonly fix: Fixable;
  /** The first that matches decides. */
  readonly patterns: readonly Pattern[];
  /** Of a file the first finding is enough. */
  readonly oncePerFile?: true;
  readonly cases: Cases;
}

export interface Cases {
  readonly finds: readonly Case[];
  readonly leaves: readonly Case[];
}

/** A phrase is written out in every language that has words for it, below a proof that the file is a v2 client or alone. */
export interface Case {
  readonly phrase: Phrase;
  readonly beside: 'v2' | 'nothing';
}

export const inV2 = (phrase: Phrase): Case => ({ phrase, beside: 'v2' });
export const alone = (phrase: Phrase): Case => ({ phrase, beside: 'nothing' });
