/** Variables that hold what a request is made of, from their declaration to the call, and everything that is done with them. */
import type { Node } from 'web-tree-sitter';
import { piecesOf } from './text-pieces.ts';
import type { Entry } from './request-query.ts';

export interface LocalConst {
  readonly value: Node;
  /** What `.set` and `.append` put in, in order; `path` is what stands before the dot. */
  readonly put: readonly Entry[];
  /** Statements that are needed no more once the call is another. */
  readonly statements: readonly Node[];
}

const present = (nodes: readonly (Node | null)[]): Node[] => nodes.filter((each) => each !== null);

/** The statement around a node, in the block that it stands in. */
export function statementOf(node: Node): Node | undefined {
  const { parent } = node;
  if (parent === null) return undefined;
  return parent.type === 'statement_block' || parent.type === 'program' ? node : statementOf(parent);
}

/** Every mention of a variable below a node. */
export function mentionsOf(name: string, within: Node): Node[] {
  const kinds = ['identifier', 'shorthand_property_identifier', 'shorthand_property_identifier_pattern'];
  return present(within.descendantsOfType(kinds)).filter(({ text }) => text === name);
}

const contains = (outer: Node, inner: Node): boolean =>
  outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;

/**
 * Nothing where the variable is used for anything else, or where something stands in between that may have an effect.
 * @param use the mention in the call
 * @param puts of what parameters are put into: `x`, or `x.searchParams`
 * @param gone statements that fall away anyway
 */
export function localConst(use: Node, puts: string, gone: readonly Node[]): LocalConst | undefined {
  const call = statementOf(use);
  const block = call?.parent;
  if (call === undefined || block == null) return undefined;
  const before = present(block.namedChildren).filter(({ endIndex }) => endIndex <= call.startIndex);
  const at = before.findLastIndex((each) => declared(each, use.text) !== undefined);
  const declaration = before[at];
  const value = declaration === undefined ? undefined : declared(declaration, use.text);
  if (declaration === undefined || value === undefined) return undefined;
  const putting = before.slice(at + 1).flatMap((statement) => {
    const entry = putBy(statement, puts);
    return entry === undefined ? [] : [{ statement, entry }];
  });
  const statements = [declaration, ...putting.map(({ statement }) => statement)];
  const others = before.slice(at + 1).filter((each) => !statements.includes(each));
  if (!others.every(({ type }) => type === 'lexical_declaration')) return undefined;
  const isAccounted = mentionsOf(use.text, block).every(
    (each) => each.id === use.id || [...statements, ...gone].some((statement) => contains(statement, each)),
  );
  if (!isAccounted || !statements.every(isMovable)) return undefined;
  return { value, put: putting.map(({ entry }) => entry), statements };
}

/** The value in `const name = value`. */
function declared(statement: Node, name: string): Node | undefined {
  const declarators = statement.type === 'lexical_declaration' ? present(statement.namedChildren) : [];
  const [only, ...others] = declarators;
  if (only === undefined || others.length > 0 || only.childForFieldName('name')?.text !== name) return undefined;
  return only.childForFieldName('value') ?? undefined;
}

function putBy(statement: Node, puts: string): Entry | undefined {
  if (statement.type === 'for_in_statement') return idsPutBy(statement, puts);
  return statement.type === 'if_statement' ? perhapsPutBy(statement, puts) : onePutBy(statement, puts);
}

/** `if (key) url.searchParams.set('apiKey', key);` */
function perhapsPutBy(statement: Node, puts: string): Entry | undefined {
  const [condition, body] = ['condition', 'consequence'].map((name) => statement.childForFieldName(name));
  const only = onlyStatement(body ?? null);
  const put = only === undefined ? undefined : onePutBy(only, puts);
  if (put === undefined || condition == null || statement.childForFieldName('alternative') !== null) return undefined;
  return { ...put, when: condition.text.slice(1, -1).trim() };
}

function onlyStatement(body: Node | null): Node | undefined {
  const [only, ...others] = body?.type === 'statement_block' ? present(body.namedChildren) : [body];
  return others.length > 0 ? undefined : (only ?? undefined);
}

/** `for (const id of ids) url.searchParams.append('id', id);` */
function idsPutBy(loop: Node, puts: string): Entry | undefined {
  const [each, list, body] = ['left', 'right', 'body'].map((name) => loop.childForFieldName(name));
  const only = onlyStatement(body ?? null);
  const put = only === undefined ? undefined : onePutBy(only, puts);
  const [value, ...rest] = put?.value ?? [];
  const isEach = typeof value === 'object' && value.text === each?.text && rest.length === 0;
  return list != null && put?.name === 'id' && isEach ? { name: 'ids', value: [list] } : undefined;
}

function onePutBy(statement: Node, puts: string): Entry | undefined {
  const call = statement.type === 'expression_statement' ? statement.namedChildren[0] : undefined;
  const called = call?.type === 'call_expression' ? call.childForFieldName('function')?.text : undefined;
  if (called !== `${puts}.set` && called !== `${puts}.append`) return undefined;
  const [name, given, ...others] = present(call?.childForFieldName('arguments')?.namedChildren ?? []);
  const value = given === undefined ? undefined : piecesOf(given);
  if (name?.type !== 'string' || value === undefined || others.length > 0) return undefined;
  return { name: name.text.slice(1, -1), value };
}

const harmless =
  /^(?:String|Number|encodeURIComponent|URL|URLSearchParams|.*\.(?:set|append|join|toString|toFixed|map|trim))$/s;

/** Says the same a little later. */
function isMovable(node: Node): boolean {
  const effects = ['assignment_expression', 'augmented_assignment_expression', 'update_expression', 'await_expression'];
  if (node.descendantsOfType([...effects, 'yield_expression']).length > 0) return false;
  return present(node.descendantsOfType(['call_expression', 'new_expression'])).every((each) => {
    const called = each.childForFieldName('function') ?? each.childForFieldName('constructor');
    return harmless.test(called?.text ?? '');
  });
}
