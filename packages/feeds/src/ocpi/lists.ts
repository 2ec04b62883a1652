/** Lists out of an object. An empty list says as little as none: both are absent. */
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing } from './json-object.ts';
import { textOf, unusable } from './values.ts';

/** The entries; a single value counts as a list of one. */
export function list(object: JsonObject, key: string, at: string, findings: Findings): readonly unknown[] {
  const value = object[key];
  if (Array.isArray(value)) return value;
  if (isNothing(value)) return [];
  findings.add('list_expected', `${at}/${key}`);
  return [value];
}

/** Reads each entry that is an object; those that are none, or of which nothing is left, are named and left out. */
export function objects<T>(
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
  read: (entry: JsonObject, at: string, findings: Findings) => T | undefined,
): T[] | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  const entries = list(object, key, at, findings);
  const found: T[] = [];
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    const path = `${at}/${key}/${index}`;
    const one = isJsonObject(entry) ? read(entry, path, findings) : unusableEntry(entry, path, findings);
    if (one !== undefined) found.push(one);
  }
  return found.length === 0 ? undefined : found;
}

/** Texts in order, each once. */
export function texts(object: JsonObject, key: string, at: string, findings: Findings): string[] | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  const entries = list(object, key, at, findings);
  const found: string[] = [];
  for (let index = 0; index < entries.length; index++) {
    const one = textOf(entries[index], `${at}/${key}/${index}`, findings, false);
    if (one !== undefined) found.push(one);
  }
  return eachOnce(found);
}

/** In order; absent where there is none. */
export function eachOnce(values: string[]): string[] | undefined {
  if (values.length < 2) return values.length === 0 ? undefined : values;
  const distinct = new Set(values);
  return distinct.size === values.length ? values : [...distinct];
}

function unusableEntry(entry: unknown, path: string, findings: Findings): undefined {
  return isNothing(entry) ? undefined : unusable(entry, path, findings);
}
