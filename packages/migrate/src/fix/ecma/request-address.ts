/** The address that a request is made to, taken apart: base, path below `/ev/`, parameters. */
import type { Node } from 'web-tree-sitter';
import { localConst } from './local-const.ts';
import type { Entry } from './request-query.ts';
import { entriesOf, isBulk } from './request-query.ts';
import type { Piece, Text } from './text-pieces.ts';
import { codeOf, literalOf, piecesOf, splitAt, splitBefore } from './text-pieces.ts';

export interface RequestAddress {
  /** An expression. */
  readonly base: string;
  readonly path: Text;
  readonly query: readonly Entry[];
  /** Statements that only made the address. */
  readonly statements: readonly Node[];
}

/** @param gone statements that fall away anyway */
export function addressOf(node: Node, gone: readonly Node[]): RequestAddress | undefined {
  const bare = withoutToString(node);
  if (bare.type === 'new_expression') return addressOfUrl(bare, gone);
  if (bare.type !== 'identifier') return addressOfText(bare, gone);
  const held = localConst(bare, `${bare.text}.searchParams`, gone);
  const address = held === undefined ? undefined : addressOf(held.value, gone);
  if (held === undefined || address === undefined) return undefined;
  return {
    ...address,
    query: [...address.query, ...held.put],
    statements: [...address.statements, ...held.statements],
  };
}

/** `x.toString()`, `x.href` and `String(x)` are `x` as a text. */
function withoutToString(node: Node): Node {
  const called = node.type === 'call_expression' ? node.childForFieldName('function') : null;
  const [only, ...others] = node.childForFieldName('arguments')?.namedChildren ?? [];
  if (called?.text === 'String' && only != null && others.length === 0) return only;
  const member = called?.type === 'member_expression' ? called : node.type === 'member_expression' ? node : null;
  const property = member?.childForFieldName('property')?.text;
  const isText = property === (called === null ? 'href' : 'toString') && (called === null || only === undefined);
  return (isText ? member?.childForFieldName('object') : undefined) ?? node;
}

/** `new URL(address)`, or `new URL(path, base)`. */
function addressOfUrl(made: Node, gone: readonly Node[]): RequestAddress | undefined {
  const [address, base, ...others] = made.childForFieldName('arguments')?.namedChildren ?? [];
  if (made.childForFieldName('constructor')?.text !== 'URL' || address == null || others.length > 0) return undefined;
  return base == null ? addressOfText(address, gone) : addressBelow(base, address, gone);
}

/** The path stands behind `/ev/`; or the base ends in that already. */
function addressOfText(node: Node, gone: readonly Node[]): RequestAddress | undefined {
  const pieces = piecesOf(node);
  const at =
    pieces === undefined
      ? undefined
      : (splitAt(pieces, '/ev/') ?? splitBefore(pieces, /\/(?=(?:stations|pools|evses)[/.])/));
  const [before, below] = at ?? [];
  // Without a base the page's own is meant, which the client library does not know.
  if (before === undefined || before.length === 0 || below === undefined) return undefined;
  return addressFrom(codeOf(before), below, node, gone);
}

/** Of a path that stands below a base, with or without `/ev/`. */
export function addressBelow(base: Node, path: Node, gone: readonly Node[]): RequestAddress | undefined {
  const [first, ...rest] = piecesOf(path) ?? [];
  if (typeof first !== 'string' || /^\w+:|^\/\//.test(first)) return undefined;
  const pieces = piecesOf(base);
  return pieces === undefined
    ? undefined
    : addressFrom(codeOf(pieces), [first.replace(/^\/?(?:ev\/)?/, ''), ...rest], path, gone);
}

function addressFrom(base: string, below: Text, whole: Node, gone: readonly Node[]): RequestAddress | undefined {
  const [path, asked] = splitAt(below, '?') ?? [below, []];
  const query: Entry[] = [];
  const statements: Node[] = [];
  for (const part of partsOf(asked)) {
    const found = entryIn(part);
    if (found !== undefined) {
      query.push(found);
      continue;
    }
    const [only, ...others] = part;
    const held =
      typeof only === 'object' && others.length === 0 ? putIn(only, isBulk(literalOf(path) ?? ''), gone) : undefined;
    if (held === undefined) return undefined;
    query.push(...held.query);
    statements.push(...held.statements);
  }
  return whole.hasError ? undefined : { base, path, query, statements };
}

/** What an expression puts between `&` and `&`: parameters, or the ids of a bulk request. */
function putIn(node: Node, isBulkPath: boolean, gone: readonly Node[]): Parameters | undefined {
  const parameters = parametersIn(node, gone);
  if (parameters !== undefined || !isBulkPath) return parameters;
  const ids = idsIn(node);
  if (ids !== undefined) return { query: [ids], statements: [] };
  const held = node.type === 'identifier' ? localConst(node, node.text, gone) : undefined;
  const inside = held === undefined ? undefined : idsIn(held.value);
  return held === undefined || inside === undefined ? undefined : { query: [inside], statements: held.statements };
}

function partsOf(query: Text): readonly Text[] {
  if (query.length === 0) return [];
  const [first, rest] = splitAt(query, '&') ?? [query, undefined];
  return rest === undefined ? [first] : [first, ...partsOf(rest)];
}

/** `name=` and a value. Escapes of URLs are undone, since values go on as they are. */
function entryIn(part: Text): Entry | undefined {
  const [first, ...rest] = part;
  const [, name, begun = ''] = typeof first === 'string' ? (/^(\w+)=(.*)$/s.exec(first) ?? []) : [];
  if (name === undefined) return undefined;
  const value = [begun, ...rest].filter((piece) => piece !== '');
  const [only, ...others] = value;
  const ids = name === 'id' && typeof only === 'object' && others.length === 0 ? idsJoined(only) : undefined;
  if (ids !== undefined) return { name: 'ids', value: [ids] };
  if (value.some((piece, at) => isMoreThanValue(piece, value[at - 1]))) return undefined;
  return {
    name,
    value: value.map((piece) => (typeof piece === 'string' ? decodeURIComponent(piece) : unescaped(piece))),
  };
}

/** Escapes of other bytes, and what may bring further parameters: it says so, or it comes right behind something else. */
function isMoreThanValue(piece: Piece, before: Piece | undefined): boolean {
  if (typeof piece === 'string') return /%(?![0-9A-Fa-f]{2})|%[89A-Fa-f]/.test(piece);
  return piece.text.includes('&') || typeof before === 'object' || (before !== undefined && /[^,;]$/.test(before));
}

/** Of `encodeURIComponent(x)` the `x`. */
function unescaped(node: Node): Node {
  const [given, ...others] = node.childForFieldName('arguments')?.namedChildren ?? [];
  const isEscaping = node.childForFieldName('function')?.text === 'encodeURIComponent';
  return isEscaping && given != null && others.length === 0 ? given : node;
}

/** Of `ids.join('&id=')` the `ids`. */
function idsJoined(node: Node): Node | undefined {
  const joining = node.childForFieldName('function');
  const [separator] = node.childForFieldName('arguments')?.namedChildren ?? [];
  const isJoin =
    joining?.childForFieldName('property')?.text === 'join' && /^['"`]&id=['"`]$/.test(separator?.text ?? '');
  return isJoin ? (joining.childForFieldName('object') ?? undefined) : undefined;
}

/** ``ids.map((id) => `id=${id}`).join('&')`` */
function idsIn(node: Node): Entry | undefined {
  const mapping = node.childForFieldName('function')?.childForFieldName('object');
  const list = mapping?.childForFieldName('function')?.childForFieldName('object');
  const form =
    /\.map\(\s*\(?(\w+)(?::\s*string)?\)?\s*=>\s*(?:`id=\$\{(?:encodeURIComponent\()?(\w+)\)?\}`|['"]id=['"]\s*\+\s*(?:encodeURIComponent\()?(\w+)\)?)\s*,?\s*\)\s*\.join\(\s*['"]&['"]\s*\)$/;
  const [, parameter, put, added] = form.exec(node.text) ?? [];
  if (list == null || parameter === undefined || parameter !== (put ?? added)) return undefined;
  return { name: 'ids', value: [list] };
}

export interface Parameters {
  readonly query: readonly Entry[];
  readonly statements: readonly Node[];
}

/** `new URLSearchParams({ … })`, in place or in a variable. */
export function parametersIn(node: Node, gone: readonly Node[]): Parameters | undefined {
  const bare = withoutToString(node);
  if (bare.type === 'object') return withoutStatements(entriesOf(bare));
  if (bare.type === 'identifier' || bare.type === 'shorthand_property_identifier') {
    const held = localConst(bare, bare.text, gone);
    const inside = held === undefined ? undefined : parametersIn(held.value, gone);
    if (held === undefined || inside === undefined) return undefined;
    return { query: [...inside.query, ...held.put], statements: [...inside.statements, ...held.statements] };
  }
  if (bare.type !== 'new_expression' || bare.childForFieldName('constructor')?.text !== 'URLSearchParams')
    return undefined;
  const [given, ...others] = bare.childForFieldName('arguments')?.namedChildren ?? [];
  if (others.length > 0) return undefined;
  if (given == null) return { query: [], statements: [] };
  return given.type === 'object' ? withoutStatements(entriesOf(given)) : withoutStatements(pairedIds(given));
}

const withoutStatements = (query: readonly Entry[] | undefined): Parameters | undefined =>
  query === undefined ? undefined : { query, statements: [] };

/** `ids.map((id) => ['id', id])` */
function pairedIds(node: Node): readonly Entry[] | undefined {
  const list = node.childForFieldName('function')?.childForFieldName('object');
  const [, parameter, put] = /\.map\(\s*\(?(\w+)\)?\s*=>\s*\[\s*['"]id['"],\s*(\w+)\s*\]\s*\)$/.exec(node.text) ?? [];
  return list == null || parameter === undefined || parameter !== put ? undefined : [{ name: 'ids', value: [list] }];
}
