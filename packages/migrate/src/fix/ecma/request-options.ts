/** The options that a request is made with: parameters, and headers that say who asks. */
import type { Node } from 'web-tree-sitter';
import type { Library } from './library.ts';
import type { Parameters } from './request-address.ts';
import { parametersIn } from './request-address.ts';
import type { Entry } from './request-query.ts';
import { codeOf, literalOf, piecesOf } from './text-pieces.ts';

export interface RequestOptions extends Parameters {
  /** What the path stands below, of options for many requests. */
  readonly base?: Node;
  /** An expression: the bearer token. */
  readonly token?: string;
}

const names: Readonly<Record<Library, { readonly parameters?: string; readonly base?: string }>> = {
  fetch: {},
  axios: { parameters: 'params', base: 'baseURL' },
  ky: { parameters: 'searchParams', base: 'prefixUrl' },
};

/** @returns nothing where they say what the client library is not told, such as a signal */
export function optionsOf(options: Node, library: Library, gone: readonly Node[]): RequestOptions | undefined {
  if (options.type !== 'object') return undefined;
  let read: RequestOptions = { query: [], statements: [] };
  for (const each of options.namedChildren) {
    if (each === null || each.type === 'comment') continue;
    const more = optionOf(each, library, gone);
    if (more === undefined) return undefined;
    read = { ...read, ...more };
  }
  return read;
}

function optionOf(option: Node, library: Library, gone: readonly Node[]): Partial<RequestOptions> | undefined {
  const isShort = option.type === 'shorthand_property_identifier';
  const name = isShort ? option.text : option.childForFieldName('key')?.text;
  const value = isShort ? option : option.childForFieldName('value');
  if (value === null) return undefined;
  const known = names[library];
  if (name === 'method') return /^['"]get['"]$/i.test(value.text) ? {} : undefined;
  if (name === 'headers') return headersOf(value);
  if (name === known.base) return { base: value };
  return name === known.parameters ? parametersIn(value, gone) : undefined;
}

function headersOf(headers: Node): Partial<RequestOptions> | undefined {
  if (headers.type !== 'object') return undefined;
  let read: Partial<RequestOptions> = {};
  for (const each of headers.namedChildren) {
    const name = each?.childForFieldName('key')?.text.replaceAll(/['"]/g, '').toLowerCase();
    const value = each?.childForFieldName('value');
    if (name === 'accept' && /^['"]application\/json['"]$/.test(value?.text ?? '')) continue;
    const token = name === 'authorization' && value != null ? bearerIn(value) : undefined;
    if (token === undefined) return undefined;
    read = { token };
  }
  return read;
}

/** What stands behind `Bearer `. */
function bearerIn(value: Node): string | undefined {
  const [first, ...rest] = piecesOf(value) ?? [];
  if (typeof first !== 'string' || !first.startsWith('Bearer ')) return undefined;
  const token = [first.slice('Bearer '.length), ...rest].filter((piece) => piece !== '');
  return literalOf(token) === '' ? undefined : codeOf(token);
}

/** `types?.join(',')`, or a choice: which parameters are sent is known only when the program runs. */
export const mayBeAbsent = ({ value }: Entry): boolean =>
  value.some((piece) => typeof piece !== 'string' && piece.text.includes('?'));
