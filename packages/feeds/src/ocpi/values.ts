/** Single values out of an object: mended where it is clear what was meant, left out with a notice where it is not. */
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isNothing, shown } from './json-object.ts';
import { isPlain, toPlain } from './plain-text.ts';

/** OCPI's mark for a required text that cannot be filled. */
export const NOT_APPLICABLE = '#NA';

/** An id, code or URL. Absent where it is empty. */
export function text(object: JsonObject, key: string, at: string, findings: Findings): string | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  return textOf(value, `${at}/${key}`, findings, false);
}

/** Text for people: HTML is taken out. */
export function label(object: JsonObject, key: string, at: string, findings: Findings): string | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  return textOf(value, `${at}/${key}`, findings, true);
}

export function textOf(value: unknown, path: string, findings: Findings, forPeople: boolean): string | undefined {
  if (isNothing(value) || value === NOT_APPLICABLE) return undefined;
  if (typeof value === 'string') return isPlain(value, forPeople) ? value : cleaned(value, path, findings, forPeople);
  if (typeof value === 'number' || typeof value === 'boolean') {
    findings.add('value_retyped', path, { found: shown(value), value: shown(String(value)) });
    return String(value);
  }
  return unusable(value, path, findings);
}

function cleaned(value: string, path: string, findings: Findings, forPeople: boolean): string | undefined {
  const { text: plain, hadHtml } = toPlain(value, forPeople);
  if (hadHtml) findings.add('html_removed', path, { value: shown(plain) });
  else if (plain !== value && plain !== '') findings.add('text_trimmed', path, { found: shown(value) });
  return plain === '' ? undefined : plain;
}

/** Names the value that is left out. */
export function unusable(value: unknown, path: string, findings: Findings): undefined {
  findings.add('value_unusable', path, { found: shown(value) });
  return undefined;
}

export function number(object: JsonObject, key: string, at: string, findings: Findings): number | undefined {
  const value = object[key];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isNothing(value)) return undefined;
  const read = typeof value === 'string' ? numberIn(value) : undefined;
  if (read === undefined) return unusable(value, `${at}/${key}`, findings);
  findings.add('value_retyped', `${at}/${key}`, { found: shown(value), value: read });
  return read;
}

/** Longer texts hold no number, and are not searched for one. */
const LONGEST_NUMBER = 40;

/** The number a text holds, with a decimal point or comma and perhaps a unit behind it. */
export function numberIn(value: string): number | undefined {
  if (value.length > LONGEST_NUMBER) return undefined;
  const found = /^\s*([+-]?\d{1,15}(?:[.,]\d{1,15})?)\s*\p{L}{0,3}\s*$/u.exec(value)?.[1];
  return found === undefined ? undefined : Number(found.replace(',', '.'));
}

export function integer(object: JsonObject, key: string, at: string, findings: Findings): number | undefined {
  const value = number(object, key, at, findings);
  if (value === undefined || Number.isSafeInteger(value)) return value;
  const rounded = Math.round(value);
  if (!Number.isSafeInteger(rounded)) return unusable(value, `${at}/${key}`, findings);
  findings.add('value_retyped', `${at}/${key}`, { found: value, value: rounded });
  return rounded;
}

const booleans = new Map<unknown, boolean>([
  ['true', true],
  ['yes', true],
  ['1', true],
  [1, true],
  ['false', false],
  ['no', false],
  ['0', false],
  [0, false],
]);

export function boolean(object: JsonObject, key: string, at: string, findings: Findings): boolean | undefined {
  const value = object[key];
  if (typeof value === 'boolean') return value;
  if (isNothing(value)) return undefined;
  const read = booleans.get(typeof value === 'string' ? value.trim().toLowerCase() : value);
  if (read === undefined) return unusable(value, `${at}/${key}`, findings);
  findings.add('value_retyped', `${at}/${key}`, { found: shown(value), value: String(read) });
  return read;
}
