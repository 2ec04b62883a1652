/** What a catalogue says of a finding. */

/**
 * `error`: the object cannot be kept (quarantine). `repair`: a value was mended. `warning`: kept as it is, doubtful.
 * `info`: nothing wrong, worth counting.
 */
export type Severity = 'error' | 'repair' | 'warning' | 'info';

export interface NoticeEntry {
  readonly severity: Severity;
  /** One sentence; `{name}` stands for a parameter. */
  readonly message: string;
  /** What the one who sends the data can do about it. */
  readonly advice: string;
}
