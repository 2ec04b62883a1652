/** Who still uses what of v2: an operator switches it off when nobody does. */

/** One request. Every word in it is one of ours, so that callers cannot fill memory with words of theirs. */
export interface LegacyUse {
  /** A key's public id, or what else the edge calls the caller. */
  readonly caller: string;
  /** Path without format and ids: `stations`, `pools/{id}`. */
  readonly resource: string;
  readonly format: 'json' | 'xml';
  /** Known query parameters that were sent. */
  readonly parameters: readonly string[];
  /** What the answer held that v3 answers elsewhere or otherwise; see `featuresOf`. */
  readonly features: readonly string[];
  readonly at: Date;
}

export interface LegacyUsageRecorder {
  /** Called once per request, refused ones included; quick, and never throws. */
  record(use: LegacyUse): void;
}

export const noUsageRecorder: LegacyUsageRecorder = { record: () => undefined };
