/** What the conversion of one object cost, as it is found out. */
import type { Words } from '../form.ts';
import type { RuleCode } from '../rules/rule-table.ts';

export interface Finding {
  readonly rule: RuleCode;
  readonly words: Words;
  /** JSON pointer into the object in these words; empty for the object as a whole. */
  readonly path: string;
  /** What was found there, or what was filled in. */
  readonly value: unknown;
  /** For the sentence of a catalogue. */
  readonly parameters?: Parameters;
}

export type Parameters = Readonly<Record<string, string | number>>;

export type Tell = (rule: RuleCode, path: string, value?: unknown, parameters?: Parameters) => void;

/** Deeper damage is counted: an object with a million wrong values makes no report of a million lines. */
const MOST_FINDINGS = 10_000;

export class Ledger {
  readonly findings: Finding[] = [];
  /** Findings that no longer fitted. */
  untold = 0;

  /** Speaks in the words of one side. */
  in(words: Words): Tell {
    return (rule, path, value, parameters) => {
      if (this.findings.length >= MOST_FINDINGS) this.untold++;
      else
        this.findings.push(
          parameters === undefined ? { rule, words, path, value } : { rule, words, path, value, parameters },
        );
    };
  }
}
