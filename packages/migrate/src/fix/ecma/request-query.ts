/** What a request of v2 asks for, said to the support module. Source: contract v2, resources and parameters. */
import type { Node } from 'web-tree-sitter';
import type { Text } from './text-pieces.ts';
import { codeOf, literalOf, piecesOf, quoted } from './text-pieces.ts';
import { standardOf } from './values.ts';

export interface Asks {
  /** Of the support module. */
  readonly name: 'findLocations' | 'lookUpLocations' | 'countLocations';
  /** Its second argument. */
  readonly text: string;
}

export interface Entry {
  /** As in v2; `ids` where one expression holds all of a bulk request. */
  readonly name: string;
  readonly value: Text;
  /** A condition: it is sent only where that holds. */
  readonly when?: string;
}

/** @returns nothing where the path or a parameter has no place in discovery and lookup */
export function asksFor(path: Text, query: readonly Entry[], lines?: Node): Asks | undefined {
  const id = idIn(path);
  if (id !== undefined) return query.length === 0 ? { name: 'lookUpLocations', text: id } : undefined;
  const resource = literalOf(path)?.replace(/^\//, '');
  if (resource !== undefined && isBulk(resource)) return bulk(query);
  if (resource === 'stations/count.json') return count(query);
  return resource === 'stations.json' && query.length > 0 ? search(query, lines) : undefined;
}

export const isBulk = (resource: string): boolean => /^\/?(?:pools|stations|evses)\/bulk\.json$/.test(resource);

/** The `…` of `pools/….json`. */
function idIn(path: Text): string | undefined {
  const literal = /^\/?(?:pools|stations)\/([\w-]+)\.json$/.exec(literalOf(path) ?? '')?.[1];
  if (literal !== undefined) return /^(?:bulk|count|alongroute)$/.test(literal) ? undefined : quoted(literal);
  const [before, id, after, ...others] = path;
  const isId = typeof before === 'string' && /^\/?(?:pools|stations)\/$/.test(before) && after === '.json';
  if (!isId || id === undefined || typeof id === 'string' || others.length > 0) return undefined;
  return unwrapped(id.text, 'encodeURIComponent');
}

/** A list even of one: a bulk request leaves out what is unknown. A value may be a list itself, which the support module knows. */
function bulk(query: readonly Entry[]): Asks | undefined {
  const [first, ...others] = query;
  if (first?.name === 'ids' && others.length === 0) return { name: 'lookUpLocations', text: codeOf(first.value) };
  if (first === undefined || !query.every(({ name, when }) => name === 'id' && when === undefined)) return undefined;
  return { name: 'lookUpLocations', text: `[${query.map(({ value }) => codeOf(value)).join(', ')}]` };
}

function search(query: readonly Entry[], lines: Node | undefined): Asks | undefined {
  const parts = partsOf(query);
  if (parts === undefined) return undefined;
  return {
    name: 'findLocations',
    text: lines?.text.includes('\n') === true ? layout(parts, lines) : `{ ${parts.join(', ')} }`,
  };
}

/** v2 does not read filters where it counts. */
function count(query: readonly Entry[]): Asks | undefined {
  const parts = partsOf(query.filter(({ name }) => name !== 'connectortype' && name !== 'emsp'));
  return parts?.length === 1 ? { name: 'countLocations', text: `{ ${parts.join(', ')} }` } : undefined;
}

function partsOf(query: readonly Entry[]): readonly string[] | undefined {
  const parts = query.map(searchPart);
  const [area, ...others] = query.filter(({ name }) => /^(?:prox|bbox|corridor)$/.test(name));
  const isOneArea = area !== undefined && others.length === 0 && area.when === undefined;
  const isOnceEach = new Set(query.map(({ name }) => name)).size === query.length;
  return isOneArea && isOnceEach && isAllThere(parts) ? parts : undefined;
}

const isAllThere = (parts: readonly (string | undefined)[]): parts is readonly string[] => !parts.includes(undefined);

/** On as many lines as before. */
function layout(parts: readonly string[], query: Node): string {
  const first = query.namedChildren[0];
  const indent = ' '.repeat(first?.startPosition.column ?? 2);
  const closing = ' '.repeat(Math.max(0, indent.length - 2));
  return `{\n${parts.map((part) => `${indent}${part},\n`).join('')}${closing}}`;
}

function searchPart({ name, value, when }: Entry): string | undefined {
  if (name === 'prox') return `around: ${named(value, ['lat', ',', 'lng', ',', 'radius'])}`;
  if (name === 'bbox') return `within: ${named(value, ['north', ',', 'west', ';', 'south', ',', 'east'])}`;
  if (name === 'corridor') return `along: ${codeOf(value)}`;
  if (name === 'emsp') return member('partnerIds', perhaps(listed(value), when));
  if (name === 'maxresults') return member('limit', perhaps(asNumber(value), when));
  if (name === 'offset') return member('offset', perhaps(asNumber(value), when));
  const types = name === 'connectortype' ? connectorTypes(value) : undefined;
  return types === undefined ? undefined : member('connectorTypes', perhaps(types, when));
}

/** What is `undefined` is not sent. */
export function perhaps(code: string, when: string | undefined): string {
  if (when === undefined || when === `${code} !== undefined`) return code;
  return when === code ? `${code} || undefined` : `${when} ? ${code} : undefined`;
}

/** Of `${lat},${lng},${radius}` the three by their names; of any other text what it is. */
function named(value: Text, form: readonly string[]): string {
  const isOfForm =
    value.length === form.length &&
    value.every((piece, at) => (typeof piece === 'string' ? piece === form[at] : /^\w+$/.test(form[at] ?? '')));
  if (!isOfForm) return codeOf(value);
  const members = value.flatMap((piece, at) =>
    typeof piece === 'string' ? [] : [member(form[at] ?? '', unwrapped(piece.text, 'String'))],
  );
  return `{ ${members.join(', ')} }`;
}

const member = (name: string, value: string): string => (name === value ? name : `${name}: ${value}`);

/** Of `list.join(',')` the list. */
function listed(value: Text): string {
  const code = codeOf(value);
  const list = /^(.+)\.join\(\s*['"],['"]\s*\)$/s.exec(code)?.[1];
  return list ?? `${/^(?:[\w.]+|'[^']*')$/.test(code) ? code : `(${code})`}.split(',')`;
}

/** Ids become standards; a list of them is expected to become one where it is made. */
function connectorTypes(value: Text): string | undefined {
  const literal = literalOf(value);
  if (literal === undefined) return listed(value);
  const said = literal.split(',').map((each) => each.trim());
  const standards = said.map((each) => (/^\d+$/.test(each) ? standardOf(each) : each));
  return standards.includes(undefined) ? undefined : `[${standards.map((each) => quoted(each ?? '')).join(', ')}]`;
}

function asNumber(value: Text): string {
  const literal = literalOf(value);
  if (literal !== undefined && /^\d+$/.test(literal)) return literal;
  const code = codeOf(value);
  const bare = unwrapped(code, 'String');
  return bare === code ? `Number(${code})` : bare;
}

/** `String(x)` is `x` where the text is wanted no more. */
function unwrapped(text: string, wrapper: string): string {
  const inner = text.startsWith(`${wrapper}(`) && text.endsWith(')') ? text.slice(wrapper.length + 1, -1) : text;
  return inner !== text && isBalanced(inner) ? inner : text;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const each of text) {
    if (each === '(') depth++;
    else if (each === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Keys and values of an object literal that has nothing else in it. */
export function entriesOf(object: Node): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const each of object.namedChildren) {
    if (each?.type === 'comment') continue;
    const isShort = each?.type === 'shorthand_property_identifier';
    const node = isShort ? each : each?.childForFieldName('value');
    const name = isShort ? each.text : each?.childForFieldName('key')?.text;
    const value = node == null ? undefined : piecesOf(node);
    if (name === undefined || value === undefined) return undefined;
    entries.push({ name: name.replace(/^['"]|['"]$/g, ''), value });
  }
  return entries;
}
