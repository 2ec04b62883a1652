/** What a program does with the answer to a request, where that is nothing but taking its body. */
import type { Node } from 'web-tree-sitter';
import type { TextEdit } from '../change.ts';
import type { Library } from './library.ts';
import { mentionsOf, statementOf } from './local-const.ts';
import { replace } from './syntax.ts';

export interface AnswerUse {
  /** Checks of the answer's status, which the client library makes itself. */
  readonly gone: readonly Node[];
  /** Type arguments, where the body is given its type as it is taken. */
  readonly types?: string;
  /** With the body itself in the place of the answer. @param request an expression, a promise of the body */
  readonly edits: (request: string) => readonly TextEdit[];
}

/** @param call of the library, with what awaits it where the grammar has that inside */
export function answerUse(call: Node, library: Library): AnswerUse | undefined {
  if (catchesAnswers(call)) return undefined;
  if (library === 'ky') return readAtOnce(call);
  const awaited = awaitedOf(call);
  if (awaited === undefined) return chained(call, library);
  const whole = outOfParentheses(awaited);
  const taken = bodyTakenFrom(whole, library);
  if (taken !== undefined) {
    return { gone: [], edits: (request) => [replace(taken, library === 'fetch' ? request : inPlace(taken, request))] };
  }
  const declarator = awaited.parent;
  if (declarator?.type !== 'variable_declarator' || declarator.childForFieldName('type') !== null) return undefined;
  return held(declarator, awaited, library);
}

/** `.data` or `.json()` of an answer: the node that is the body, or the promise of it. */
function bodyTakenFrom(answer: Node, library: Library): Node | undefined {
  const member = answer.parent;
  if (member?.type !== 'member_expression' || member.childForFieldName('object')?.id !== answer.id) return undefined;
  const name = member.childForFieldName('property')?.text;
  if (library === 'axios') return name === 'data' ? member : undefined;
  const reading = member.parent;
  const isReading = name === 'json' && reading?.type === 'call_expression';
  return isReading && reading.childForFieldName('function')?.id === member.id ? reading : undefined;
}

/** `await` binds looser than what stands behind it. */
function inPlace({ parent }: Node, request: string): string {
  return /^(?:member|subscript|call|non_null)_expression$/.test(parent?.type ?? '')
    ? `(await ${request})`
    : `await ${request}`;
}

function awaitedOf(call: Node): Node | undefined {
  if (call.childForFieldName('function')?.type === 'await_expression') return call;
  return call.parent?.type === 'await_expression' ? call.parent : undefined;
}

const outOfParentheses = (node: Node): Node =>
  node.parent?.type === 'parenthesized_expression' ? outOfParentheses(node.parent) : node;

/** What is caught are answers of the library, of which other errors know nothing. */
function catchesAnswers(node: Node): boolean {
  const { parent } = node;
  if (parent === null) return false;
  const handler = parent.type === 'try_statement' ? parent.childForFieldName('handler') : null;
  if (handler !== null && /\b(?:isAxiosError|AxiosError|HTTPError)\b|\.(?:response|status)\b/.test(handler.text))
    return true;
  return catchesAnswers(parent);
}

/** `ky.get(…).json()`; with types the grammar has `await` inside. */
function readAtOnce(call: Node): AnswerUse | undefined {
  const member = call.parent;
  if (member?.type !== 'member_expression' || member.childForFieldName('property')?.text !== 'json') return undefined;
  const isAwaitedInside = member.parent?.type === 'await_expression';
  const reading = isAwaitedInside ? member.parent.parent : member.parent;
  if (reading?.type !== 'call_expression') return undefined;
  const isAwaited = isAwaitedInside || call.childForFieldName('function')?.type === 'await_expression';
  const types = reading.namedChildren.find((each) => each?.type === 'type_arguments')?.text;
  return {
    gone: [],
    ...(types === undefined ? {} : { types }),
    edits: (request) => [replace(reading, isAwaited ? `await ${request}` : request)],
  };
}

/** `fetch(…).then((answer) => answer.json())` */
function chained(call: Node, library: Library): AnswerUse | undefined {
  const member = call.parent;
  const chain = member?.parent;
  if (member?.childForFieldName('property')?.text !== 'then' || chain?.type !== 'call_expression') return undefined;
  const [callback, ...others] = chain.childForFieldName('arguments')?.namedChildren ?? [];
  const given = callback?.childForFieldName('parameter') ?? callback?.childForFieldName('parameters')?.namedChildren[0];
  const taken =
    callback?.type === 'arrow_function' && others.length === 0 ? resultOf(callback, given?.text) : undefined;
  const answer = given?.childForFieldName('pattern')?.text ?? given?.text ?? '';
  const body = library === 'fetch' ? `${answer}.json()` : `${answer}.data`;
  const [said = '', type] = taken?.text.split(/\s+as\s+Promise(?=<)/) ?? [];
  const isTaken =
    said === body || (library === 'axios' && answer.replaceAll(/\s/g, '') === '{data}' && said === 'data');
  if (!isTaken) return undefined;
  return { gone: [], ...(type === undefined ? {} : { types: type }), edits: (request) => [replace(chain, request)] };
}

/** What a callback gives back, where it does nothing else but check the status. */
function resultOf(callback: Node, answer = ''): Node | undefined {
  const body = callback.childForFieldName('body') ?? undefined;
  if (body?.type !== 'statement_block') return body;
  const statements = body.namedChildren.filter((each) => each !== null && each.type !== 'comment');
  const last = statements.pop();
  if (last?.type !== 'return_statement' || !statements.every((each) => each !== null && isCheck(each, answer)))
    return undefined;
  return last.namedChildren[0] ?? undefined;
}

/** `const answer = await …`, or `const { data } = await …` */
function held(declarator: Node, awaited: Node, library: Library): AnswerUse | undefined {
  const name = declarator.childForFieldName('name');
  if (name?.type === 'object_pattern') {
    const [, to = 'data'] = /^\{\s*data(?:\s*:\s*(\w+))?\s*\}$/.exec(name.text) ?? [];
    const isData = library === 'axios' && name.namedChildren.length === 1 && /^\{\s*data\b(?!\s*=)/.test(name.text);
    if (!isData) return undefined;
    return { gone: [], edits: (request) => [replace(name, to), replace(awaited, `await ${request}`)] };
  }
  const block = statementOf(declarator)?.parent;
  if (name?.type !== 'identifier' || block == null) return undefined;
  const mentions = mentionsOf(name.text, block).filter(({ id }) => id !== name.id);
  const gone = library === 'axios' ? [] : checksOf(mentions);
  const isGone = (mention: Node): boolean =>
    gone.some(({ startIndex, endIndex }) => startIndex <= mention.startIndex && mention.endIndex <= endIndex);
  const bodies = mentions.filter((mention) => !isGone(mention)).map((mention) => bodyTakenFrom(mention, library));
  const isReadFurther = bodies.some((body) => body?.parent?.type === 'member_expression' && library === 'fetch');
  if (bodies.includes(undefined) || isReadFurther) return undefined;
  return {
    gone,
    edits: (request) => [
      replace(awaited, `await ${request}`),
      ...bodies.flatMap((body) => (body === undefined ? [] : [replace(withoutAwait(body), name.text)])),
    ],
  };
}

/** `if (!answer.ok) throw …` around a mention. */
function checksOf(mentions: readonly Node[]): readonly Node[] {
  return mentions.flatMap((mention) => {
    const check = ifAround(mention);
    return check !== undefined && isCheck(check, mention.text) ? [check] : [];
  });
}

const ifAround = ({ parent }: Node): Node | undefined =>
  parent === null || parent.type === 'if_statement' ? (parent ?? undefined) : ifAround(parent);

const failures = /^\((?:!(\w+)\.ok|(\w+)\.ok===?false|(\w+)\.status(?:!==?200|>=400|>399))\)$/;

function isCheck(statement: Node, answer: string): boolean {
  if (statement.type !== 'if_statement' || statement.childForFieldName('alternative') !== null) return false;
  const condition = statement.childForFieldName('condition')?.text.replaceAll(/\s/g, '') ?? '';
  const isOfAnswer = failures.exec(condition)?.slice(1).includes(answer) === true;
  return isOfAnswer && throwsAlone(statement.childForFieldName('consequence'));
}

function throwsAlone(consequence: Node | null): boolean {
  if (consequence?.type === 'throw_statement') return true;
  const [only, ...others] = consequence?.namedChildren ?? [];
  return consequence?.type === 'statement_block' && only?.type === 'throw_statement' && others.length === 0;
}

/** A body that is there needs no waiting, and then no parentheses around the waiting. */
function withoutAwait(body: Node): Node {
  const { parent } = body;
  return parent?.type === 'await_expression' ? outOfParentheses(parent) : body;
}
