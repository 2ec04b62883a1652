/** What an import has to say for itself. The keys are those of `pantograph import --report`. */
import type { NoticeCode, Severity } from '@pantograph/model/notice';

/** `added`, `changed`, `unchanged` and `quarantined` add up to `objects`. */
export interface ImportReport {
  readonly objects: number;
  readonly added: number;
  readonly changed: number;
  /** Known already, or older than what is known. */
  readonly unchanged: number;
  /** Kept raw, with the reason. */
  readonly quarantined: number;
  /** How many of those that are not quarantined were mended. */
  readonly repaired: number;
  readonly notices: readonly NoticeSummary[];
  /** Where the input broke; what came before is in the counts and in the store. Every break is among the notices. */
  readonly failure?: ImportFailure;
}

export interface NoticeSummary {
  readonly code: NoticeCode;
  readonly severity: Severity;
  readonly count: number;
  /** The first few. */
  readonly examples: readonly NoticeExample[];
}

export interface NoticeExample extends FeedPosition {
  /** The feed's own id, where one could be read. */
  readonly id?: string;
  /** JSON pointer into the object. */
  readonly path: string;
  readonly message: string;
}

export interface FeedPosition {
  readonly file: string;
  /** 1-based; absent where the file broke before its first object. */
  readonly line?: number;
  readonly object?: number;
}

export interface ImportFailure extends FeedPosition {
  readonly code: NoticeCode;
  readonly message: string;
}

export interface ImportProgress {
  /** Settled so far, tariffs and locations together: on disk, or judged in a dry run. */
  readonly objects: number;
}
