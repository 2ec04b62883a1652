/** Enumerations as feeds spell them: any case, any separator, the published v3 spelling, and known aliases. */
import type { Spellings } from '@pantograph/model/vocabulary';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isNothing, shown } from './json-object.ts';
import { eachOnce, list } from './lists.ts';
import { textOf, unusable } from './values.ts';

export interface Enumeration<Value extends string = string> {
  readonly exact: ReadonlyMap<string, Value>;
  /** By squashed spelling. */
  readonly respelled: ReadonlyMap<string, Value>;
}

/** @param aliases other words for a value, in any spelling */
export function enumeration<const Value extends string>(
  values: readonly Value[],
  aliases: Readonly<Record<string, Value>> = {},
): Enumeration<Value> {
  const respelled = new Map<string, Value>(values.map((value) => [squash(value), value]));
  for (const [alias, value] of Object.entries(aliases)) respelled.set(squash(alias), value);
  return { exact: new Map(values.map((value) => [value, value])), respelled };
}

/** An enumeration of the vocabulary; the published v3 spelling of a value is one of its aliases. */
export function enumerationOf<Value extends string>(
  table: Spellings<Value>,
  aliases: Readonly<Record<string, Value>> = {},
): Enumeration<Value> {
  const published = Object.fromEntries(table.rows.map((row) => [row.here, row.ocpi]));
  return enumeration(table.values, { ...published, ...aliases });
}

function squash(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The value meant by a text that is not exactly one. */
export function valueMeant<Value extends string>(table: Enumeration<Value>, spelt: string): Value | undefined {
  return table.respelled.get(squash(spelt));
}

/** Closed: what is not a value is left out. */
export function closedValue<Value extends string>(
  table: Enumeration<Value>,
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): Value | undefined {
  const value = object[key];
  if (isNothing(value)) return undefined;
  const exact = typeof value === 'string' ? table.exact.get(value) : undefined;
  if (exact !== undefined) return exact;
  return known(table, value, `${at}/${key}`, findings) ?? unusable(value, `${at}/${key}`, findings);
}

/** Open: what is not a value is kept as the feed wrote it. */
export function openValue(
  table: Enumeration,
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): string | undefined {
  const value = object[key];
  if (isNothing(value)) return undefined;
  if (typeof value === 'string' && table.exact.has(value)) return value;
  return knownOrKept(table, value, `${at}/${key}`, findings);
}

/** Open values in order, each once. */
export function openValues(
  table: Enumeration,
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): string[] | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  const entries = list(object, key, at, findings);
  const found: string[] = [];
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    if (isNothing(entry)) continue;
    const exact = typeof entry === 'string' && table.exact.has(entry) ? entry : undefined;
    const one = exact ?? knownOrKept(table, entry, `${at}/${key}/${index}`, findings);
    if (one !== undefined) found.push(one);
  }
  return eachOnce(found);
}

function knownOrKept(table: Enumeration, value: unknown, path: string, findings: Findings): string | undefined {
  const one = known(table, value, path, findings);
  if (one !== undefined) return one;
  const kept = textOf(value, path, findings, false);
  if (kept !== undefined) findings.add('value_unknown', path, { found: shown(kept) });
  return kept;
}

/** Told from what is nearly a value. */
function known<Value extends string>(
  table: Enumeration<Value>,
  value: unknown,
  path: string,
  findings: Findings,
): Value | undefined {
  if (typeof value !== 'string') return undefined;
  const meant = valueMeant(table, value);
  if (meant !== undefined) findings.add('value_respelled', path, { found: shown(value), value: meant });
  return meant;
}
