/** What a scan tells. */
import type { LanguageId } from './code/language.ts';
import type { Confidence } from './rules/rule.ts';
import type { Skipped } from './walk/skips.ts';

export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  /** Relative to the folder that was scanned, with slashes. */
  readonly file: string;
  readonly language: LanguageId;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly length: number;
  /** What stands there. */
  readonly text: string;
  readonly message: string;
  readonly snippet: string;
  readonly confidence: Confidence;
  /** How often in this file, where only the first is told. */
  readonly occurrences: number;
}

export interface ScanReport {
  readonly findings: readonly Finding[];
  /** Findings that are less certain than was asked for. */
  readonly belowConfidence: number;
  readonly files: number;
  readonly bytes: number;
  /** Had a word that any finding must have, and were parsed. */
  readonly filesReadClosely: number;
  readonly skipped: readonly Skipped[];
  /** Files whose syntax is broken somewhere; they were read as far as they could be. */
  readonly broken: readonly string[];
  /** Something in the folder can be nothing but a v2 client. */
  readonly provesV2: boolean;
}
