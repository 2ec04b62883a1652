/** A finding about data: never an exception, never about us. Collected beside the value it speaks of. */
import type { NoticeCode } from './catalogue.ts';

export interface Notice {
  readonly code: NoticeCode;
  /** JSON pointer into the object the notice speaks of; empty for the object as a whole. */
  readonly path: string;
  /** What was found, and what was made of it, for the catalogue's message. */
  readonly parameters?: Readonly<Record<string, string | number>>;
}
