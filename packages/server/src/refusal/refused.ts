import type { RefusalCode, RefusalEntry } from './catalogue.ts';
import { refusalCatalogue } from './catalogue.ts';

interface RefusalDetails {
  /** The parameter at fault, as the caller wrote it. */
  readonly parameter?: string;
  /** What was wrong, naming the parameter and what was found. */
  readonly cause: string;
  /** What would be right. */
  readonly allowed?: string;
  /** Seconds after which the same request can succeed; the edge makes it `Retry-After`. */
  readonly retryAfter?: number;
}

/** A request that cannot be answered as asked. Thrown by the reading of a request, rendered once per surface; never logged as ours. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails) {
    super(details.cause);
    this.name = 'Refused';
    this.code = code;
    this.details = details;
  }

  get entry(): RefusalEntry {
    return refusalCatalogue[this.code];
  }

  /** What the caller can do, with the catalogue's placeholders filled. */
  get action(): string {
    return this.entry.action.replace(
      /\{(parameter|allowed)\}/g,
      (_, name: 'parameter' | 'allowed') => this.details[name] ?? name,
    );
  }
}
