/** Instants as feeds write them, as UTC with a `Z`. OCPI 2.3.0 types, DateTime: without a zone it is UTC. */
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isNothing, shown } from './json-object.ts';
import { unusable } from './values.ts';

// A year like 0001 is how some platforms write that there is none.
const canonical = /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;
const lenient =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s*(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

export function instant(object: JsonObject, key: string, at: string, findings: Findings): string | undefined {
  const value = object[key];
  if (typeof value === 'string' && canonical.test(value) && isDay(value)) return value;
  if (isNothing(value)) return undefined;
  const path = `${at}/${key}`;
  const read = typeof value === 'number' ? fromEpoch(value) : typeof value === 'string' ? fromText(value) : undefined;
  if (read === undefined) return unusable(value, path, findings);
  if (`${String(value)}Z` === read) findings.add('date_without_zone', path, { found: shown(value) });
  else findings.add('date_respelled', path, { found: shown(value), value: read });
  return read;
}

/** The pattern lets the 30th of February pass. */
function isDay(text: string): boolean {
  const day = Number(text.slice(8, 10));
  if (day >= 1 && day <= 28) return true;
  return new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === day;
}

function fromText(text: string): string | undefined {
  const found = lenient.exec(text.trim());
  if (found === null) return undefined;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '', zone = ''] =
    found;
  const date = `${year}-${month}-${day}`;
  const iso = `${date}T${hour}:${minute}:${second}${fraction === '' ? '' : `.${fraction.slice(0, 3)}`}`;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '').padEnd(2, '0')}` : 'Z';
  if (!canonical.test(`${iso}Z`) || !isDay(iso)) return undefined;
  return offset === 'Z' ? `${iso}Z` : inUtc(Date.parse(`${iso}${offset}`));
}

/** Seconds or milliseconds since 1970; what is before 2001 in the one is taken for the other. */
function fromEpoch(value: number): string | undefined {
  const milliseconds = value < 1e11 ? value * 1000 : value;
  return milliseconds >= 1e12 && milliseconds < 1e13 ? inUtc(milliseconds) : undefined;
}

function inUtc(milliseconds: number): string | undefined {
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
