/**
 * Whether what one side says can be read back from the other: what cannot is lost, and a table says by which rule. This is what
 * makes a report complete: a field that nobody thought of does not come back, and is told.
 */
import { alike } from '../../compare/alike.ts';
import type { Tell } from '../report/ledger.ts';
import type { RuleCode } from '../rules/rule-table.ts';

/** Compares by meaning where forms may differ. */
export type Comparison<T> = (said: T, back: T | undefined, path: string, tell: Tell) => void;

type Defined<T> = Exclude<T, undefined>;

/** Items are told apart by a key; one that does not come back is lost as a whole. */
interface ListFate<Item> {
  readonly key: (item: Item) => string;
  readonly lost: RuleCode | ((item: Item) => RuleCode);
  readonly each: Fate<Item>;
}

/** Every item is there on the other side, so that only its fields matter. */
interface KeptListFate<Item> {
  readonly each: Fate<Item>;
}

/** A rule for what does not come back; for objects, one for each of their fields, so that a new field cannot be forgotten. */
export type Fate<T> =
  | RuleCode
  | Comparison<T>
  | (T extends readonly (infer Item)[] ? ListFate<Item> | KeptListFate<Item> : T extends object ? Fates<T> : never);

export type Fates<T> = { readonly [Field in keyof T]-?: Fate<Defined<T[Field]>> };

type AnyListFate = KeptListFate<unknown> & Partial<ListFate<unknown>>;

type AnyFate = RuleCode | Comparison<unknown> | AnyListFate | Readonly<Record<string, unknown>>;

/** Tells of everything in `said` that is not in `back`. */
export function tellUnlike<T extends object>(
  said: T,
  back: T | undefined,
  fates: Fates<T>,
  path: string,
  tell: Tell,
): void {
  const here = said as Readonly<Record<string, unknown>>;
  const there = back as Readonly<Record<string, unknown>> | undefined;
  const table = fates as Readonly<Record<string, AnyFate | undefined>>;
  for (const key in here) {
    const value = here[key];
    const fate = table[key];
    if (value !== undefined && fate !== undefined) compare(value, there?.[key], fate, `${path}/${key}`, tell);
  }
}

function compare(said: unknown, back: unknown, fate: AnyFate, path: string, tell: Tell): void {
  if (typeof fate === 'function') return fate(said, back, path, tell);
  if (typeof fate === 'string') return compareByRule(said, back, fate, path, tell);
  if (isListFate(fate)) return compareLists(said, back, fate, path, tell);
  if (typeof said === 'object' && said !== null) {
    tellUnlike(said, (back ?? undefined) as object | undefined, fate as Fates<object>, path, tell);
  }
}

function isListFate(fate: object): fate is AnyListFate {
  return 'each' in fate;
}

/** Lists of plain values are sets: each value that is missing is told. */
function compareByRule(said: unknown, back: unknown, rule: RuleCode, path: string, tell: Tell): void {
  if (Array.isArray(said) && Array.isArray(back) && said.every((value) => typeof value !== 'object')) {
    const found = new Set<unknown>(back);
    for (const [at, value] of said.entries()) if (!found.has(value)) tell(rule, `${path}/${String(at)}`, value);
  } else if (!alike(said, back)) tell(rule, path, said);
}

function compareLists(said: unknown, back: unknown, fate: AnyListFate, path: string, tell: Tell): void {
  if (!Array.isArray(said)) return;
  const { key, lost, each } = fate;
  const left = key === undefined ? undefined : itemsByKey(back, key);
  for (const [at, item] of (said as unknown[]).entries()) {
    const found = key === undefined ? undefined : left?.get(key(item))?.shift();
    const here = `${path}/${String(at)}`;
    if (found !== undefined || lost === undefined) compare(item, found, each, here, tell);
    else tell(typeof lost === 'function' ? lost(item) : lost, here, item);
  }
}

function itemsByKey(list: unknown, key: (item: unknown) => string): Map<string, unknown[]> {
  const items = new Map<string, unknown[]>();
  for (const item of Array.isArray(list) ? (list as unknown[]) : []) {
    const same = items.get(key(item));
    if (same === undefined) items.set(key(item), [item]);
    else same.push(item);
  }
  return items;
}
