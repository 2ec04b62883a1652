/**
 * Requests of v2 by a function of the client's own, such as `get(api, 'stations.json', { prox })`, made into discovery and
 * lookup with the client library. What a call passed on is read off the function: the path, the base address, the key.
 */
import type { Node } from 'web-tree-sitter';
import type { Change } from '../change.ts';
import { asksFor, entriesOf } from './request-query.ts';
import type { RequestFunction } from './request-function.ts';
import { isPure, replace } from './syntax.ts';
import { piecesOf } from './text-pieces.ts';

export interface RequestChanges {
  readonly changes: readonly Change[];
  /** Names of the support module that are needed. */
  readonly uses: ReadonlySet<string>;
}

/** @param isFound says whether the scanner has found v2 at this offset */
export function requestChanges(
  root: Node,
  functions: readonly RequestFunction[],
  isFound: (offset: number) => boolean,
): RequestChanges {
  const uses = new Set<string>();
  const changes: Change[] = [];
  for (const call of root.descendantsOfType('call_expression')) {
    const made = call === null ? undefined : callChange(call, functions, isFound);
    if (made === undefined) continue;
    changes.push({ rule: 'v2-path', edits: [replace(made.call, made.text)] });
    uses.add(made.name).add('clientFor');
  }
  return { changes, uses };
}

function callChange(call: Node, functions: readonly RequestFunction[], isFound: (offset: number) => boolean) {
  // The grammar takes `await f<T>(…)` for a call of `await f`.
  const called = /^(await\s+)?(\w+)$/.exec(call.childForFieldName('function')?.text ?? '');
  const [, waiting = '', calledName = ''] = called ?? [];
  const asked = functions.find(({ name }) => name === calledName);
  const given = call.childForFieldName('arguments')?.namedChildren.filter((each) => each !== null) ?? [];
  const path = asked === undefined ? undefined : given[asked.pathIndex];
  if (asked === undefined || path === undefined || !isFound(path.startIndex + 1)) return undefined;
  const base = filledIn(asked.base, asked.parameters, given);
  const key = asked.key === undefined ? undefined : filledIn(asked.key, asked.parameters, given);
  if (base === undefined || (asked.key !== undefined && key === undefined)) return undefined;
  const query = given.find((each) => each.type === 'object' && each.id !== path.id);
  const [pieces, entries] = [piecesOf(path), query === undefined ? [] : entriesOf(query)];
  const asks = pieces === undefined || entries === undefined ? undefined : asksFor(pieces, entries, query);
  if (asks === undefined) return undefined;
  const types = call.namedChildren.find((each) => each?.type === 'type_arguments')?.text ?? '';
  const client = `clientFor(${[base, key].filter((each) => each !== undefined).join(', ')})`;
  return { call, name: asks.name, text: `${waiting}${asks.name}${types}(${client}, ${asks.text})` };
}

/** An expression of the function's body, as the caller would say it; nothing where it rests on more than the arguments. */
function filledIn(expression: Node, parameters: readonly string[], given: readonly Node[]): string | undefined {
  if (!isPure(expression)) return undefined;
  const [root = '', ...rest] = expression.text.split(/(?=[.?])/);
  const index = parameters.indexOf(root);
  if (index < 0) return /^[A-Z_]+$/.test(root) ? expression.text : undefined;
  const argument = given[index];
  return argument === undefined || !isPure(argument) ? undefined : [argument.text, ...rest].join('');
}
