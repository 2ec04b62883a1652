/**
 * Requests of v2 that are made in place, by fetch, axios, ky or got, made into discovery and lookup with the client library. What
 * cannot be read off the program, or is used for more than the body of the answer, is left.
 */
import type { Node } from 'web-tree-sitter';
import type { Change, TextEdit } from '../change.ts';
import type { AnswerUse } from './answer-use.ts';
import { answerUse } from './answer-use.ts';
import type { Caller } from './library.ts';
import { callerOf, callersIn } from './library.ts';
import type { RequestAddress } from './request-address.ts';
import { addressBelow, addressOf } from './request-address.ts';
import type { RequestOptions } from './request-options.ts';
import { mayBeAbsent, optionsOf } from './request-options.ts';
import { asksFor, perhaps } from './request-query.ts';
import type { RequestChanges } from './requests.ts';
import { withoutStatement } from './syntax.ts';
import { codeOf } from './text-pieces.ts';

/** @param isFoundIn says whether the scanner has found v2 between these offsets */
export function directRequestChanges(root: Node, isFoundIn: (start: number, end: number) => boolean): RequestChanges {
  const callers = callersIn(root);
  const uses = new Set<string>();
  const changes: Change[] = [];
  for (const call of root.descendantsOfType('call_expression')) {
    const caller = call === null ? undefined : callerOf(call, callers);
    const made = call === null || caller === undefined ? undefined : callChange(call, caller);
    if (made === undefined || !made.places.some(({ startIndex, endIndex }) => isFoundIn(startIndex, endIndex)))
      continue;
    changes.push({ rule: 'v2-path', edits: made.edits });
    uses.add(made.name).add('clientFor');
  }
  return { changes, uses };
}

interface Asked extends RequestAddress {
  readonly token?: string;
}

function callChange(call: Node, caller: Caller) {
  const use = answerUse(call, caller.library);
  const asked = use === undefined ? undefined : askedBy(call, caller, use.gone);
  if (use === undefined || asked === undefined) return undefined;
  const keys = asked.query.filter(({ name }) => name === 'apiKey');
  const query = asked.query.filter((each) => !keys.includes(each));
  const asks = keys.length > 1 || query.some(mayBeAbsent) ? undefined : asksFor(asked.path, query);
  if (asks === undefined || (keys.length > 0 && asked.token !== undefined)) return undefined;
  const types = use.types ?? call.namedChildren.find((each) => each?.type === 'type_arguments')?.text ?? '';
  const credentials =
    asked.token === undefined
      ? keys.map(({ value, when }) => perhaps(codeOf(value), when))
      : ['undefined', asked.token];
  const client = `clientFor(${[asked.base, ...credentials].join(', ')})`;
  return {
    name: asks.name,
    places: [call, ...asked.statements],
    edits: editsOf(use, asked, `${asks.name}${types}(${client}, ${asks.text})`),
  };
}

/** What the call says by its address and its options, and by those that all calls of an instance have. */
function askedBy(call: Node, { library, preset }: Caller, gone: readonly Node[]): Asked | undefined {
  const [target, given, ...others] = call.childForFieldName('arguments')?.namedChildren ?? [];
  const nothing: RequestOptions = { query: [], statements: [] };
  const always = preset === undefined ? nothing : optionsOf(preset, library, []);
  const options = given == null ? nothing : optionsOf(given, library, gone);
  if (target == null || others.length > 0 || always === undefined || options === undefined) return undefined;
  const { base } = { ...always, ...options };
  const address = base === undefined ? addressOf(target, gone) : addressBelow(base, target, gone);
  if (address === undefined) return undefined;
  const named = new Set(options.query.map(({ name }) => name));
  return {
    ...always,
    ...options,
    base: address.base,
    path: address.path,
    query: [...address.query, ...always.query.filter(({ name }) => !named.has(name)), ...options.query],
    statements: [...address.statements, ...options.statements],
  };
}

function editsOf(use: AnswerUse, { statements }: RequestAddress, request: string): readonly TextEdit[] {
  const gone = [...new Map([...statements, ...use.gone].map((node) => [node.id, node])).values()];
  return [...use.edits(request), ...gone.map(withoutStatement)];
}
