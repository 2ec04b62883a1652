/** What a request of v2 asks for, said to the support module. Source: contract v2, resources and parameters. */
import type { Node } from 'web-tree-sitter';

export interface Asks {
  /** Of the support module. */
  readonly name: 'findLocations' | 'lookUpLocations';
  /** Its second argument. */
  readonly text: string;
}

const byId = /^[`'"]\/?(?:pools|stations)\/\$\{(.+)\}\.json[`'"]$/;

/** @returns nothing where the path or a parameter has no place in discovery and lookup */
export function asksFor(path: Node, query: Node | undefined): Asks | undefined {
  const id = byId.exec(path.text)?.[1];
  if (id !== undefined) return { name: 'lookUpLocations', text: unwrapped(id, 'encodeURIComponent') };
  const resource = path.text.slice(1, -1).replace(/^\//, '');
  if (/^(?:pools|stations|evses)\/bulk\.json$/.test(resource)) return bulk(query);
  return resource === 'stations.json' && query !== undefined ? search(query) : undefined;
}

function bulk(query: Node | undefined): Asks | undefined {
  const [only, ...others] = entriesOf(query) ?? [];
  if (only?.name !== 'id' || others.length > 0) return undefined;
  return { name: 'lookUpLocations', text: only.value.text };
}

function search(query: Node): Asks | undefined {
  const parts: string[] = [];
  const entries = entriesOf(query);
  if (entries === undefined) return undefined;
  for (const { name, value } of entries) {
    const part = searchPart(name, value);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return { name: 'findLocations', text: query.text.includes('\n') ? layout(parts, query) : `{ ${parts.join(', ')} }` };
}

/** On as many lines as before. */
function layout(parts: readonly string[], query: Node): string {
  const first = query.namedChildren[0];
  const indent = ' '.repeat(first?.startPosition.column ?? 2);
  const closing = ' '.repeat(Math.max(0, indent.length - 2));
  return `{\n${parts.map((part) => `${indent}${part},\n`).join('')}${closing}}`;
}

function searchPart(name: string, value: Node): string | undefined {
  const { text } = value;
  if (name === 'prox') return circle(value);
  if (name === 'connectortype') return `connectorTypes: ${asList(text)}`;
  if (name === 'maxresults') return `limit: ${asNumber(text)}`;
  return name === 'offset' ? `offset: ${asNumber(text)}` : undefined;
}

/** Of `${lat},${lng},${radius}` the three; of any other text what stands between its commas. */
function circle(value: Node): string | undefined {
  const parts = /^`\$\{(.+)\},\$\{(.+)\},\$\{(.+)\}`$/.exec(value.text);
  const substitutions = value.namedChildren.filter((each) => each?.type === 'template_substitution');
  if (parts === null || substitutions.length !== 3) return `around: ${value.text}`;
  const [, lat = '', lng = '', radius = ''] = parts.map((part) => unwrapped(part, 'String'));
  return `around: { lat: ${lat}, lng: ${lng}, radius: ${radius} }`;
}

const asList = (text: string): string => /^(.+)\.join\(\s*['"],['"]\s*\)$/s.exec(text)?.[1] ?? `(${text}).split(',')`;

function asNumber(text: string): string {
  const bare = unwrapped(text, 'String');
  if (bare !== text) return bare;
  const digits = /^['"](\d+)['"]$/.exec(text)?.[1];
  return digits ?? `Number(${text})`;
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

interface Entry {
  readonly name: string;
  readonly value: Node;
}

/** Keys and values of an object literal that has nothing else in it. */
function entriesOf(object: Node | undefined): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const each of object?.namedChildren ?? []) {
    const value = each?.type === 'shorthand_property_identifier' ? each : each?.childForFieldName('value');
    const name = each?.type === 'shorthand_property_identifier' ? each.text : each?.childForFieldName('key')?.text;
    if (each?.type === 'comment') continue;
    if (name === undefined || value == null) return undefined;
    entries.push({ name: name.replace(/^['"]|['"]$/g, ''), value });
  }
  return entries;
}
