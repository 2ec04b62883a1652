/** Numbers as callers write them. What is not finite or not wholly a number is refused; 0 and -0 are numbers. */
import type { Parameters } from './parameters.ts';
import { invalid, quoted } from './parameters.ts';

const NUMBER = /^[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,3})?$/;
const WHOLE = /^\d{1,15}$/;

interface NumberRange {
  readonly min?: number;
  /** The number lies above it. */
  readonly above?: number;
  readonly max?: number;
}

/** @param allowed what would be right, for the error; the range where it is left out. */
export function readNumber(
  name: string,
  text: string,
  range: NumberRange,
  allowed = inWords('a number', range),
): number {
  const value = NUMBER.test(text.trim()) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) throw invalid(name, `has ${quoted(text)} where a number belongs`, allowed);
  return within(name, value, range, allowed);
}

export function readWholeNumber(
  name: string,
  text: string,
  range: NumberRange,
  allowed = inWords('a whole number', range),
): number {
  if (!WHOLE.test(text.trim())) throw invalid(name, `has ${quoted(text)} where a whole number belongs`, allowed);
  return within(name, Number(text), range, allowed);
}

/** `undefined` where the parameter is absent. */
export function readWholeNumberOf(parameters: Parameters, name: string, range: NumberRange): number | undefined {
  const text = parameters.text(name, inWords('a whole number', range));
  return text === undefined ? undefined : readWholeNumber(name, text, range);
}

function within(name: string, value: number, { min, above, max }: NumberRange, allowed: string): number {
  const fits = (min === undefined || value >= min) && (max === undefined || value <= max);
  if (!fits || (above !== undefined && value <= above)) throw invalid(name, `is out of range with ${value}`, allowed);
  return value;
}

function inWords(kind: string, { min, above, max }: NumberRange): string {
  if (min !== undefined && max !== undefined) return `${kind} from ${min} to ${max}`;
  if (above !== undefined) return `${kind} above ${above}`;
  return kind;
}
