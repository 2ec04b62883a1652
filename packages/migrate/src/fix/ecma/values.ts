/** Values of v2 that v3 says otherwise: connector types, statuses, power. Source: the vocabulary (migration guide). */
import { connectorTypeOfId, statuses, statusesOfLegacyState } from '@pantograph/model/vocabulary';
import type { Node } from 'web-tree-sitter';
import type { Rewriter } from './rewriter.ts';
import {
  chainOf,
  insert,
  isAssigned,
  isPure,
  memberOf,
  outward,
  renamed,
  replace,
  signatureOf,
  typeOf,
} from './syntax.ts';

/** `undefined` where the id stands for none or for several. */
export function standardOf(id: string): string | undefined {
  const standards = connectorTypeOfId(Number(id))?.standards ?? [];
  return standards.length === 1 ? standards[0] : undefined;
}

/** The string literal around a node, or the node itself. */
const stringOf = (node: Node): Node | undefined =>
  node.type === 'string' ? node : node.parent?.type === 'string' ? node.parent : undefined;

const isKeyOf = (node: Node): boolean =>
  node.parent?.type === 'pair' && node.parent.childForFieldName('key')?.id === node.id;

const connectorId: Rewriter = (node) => {
  const literal = node.type === 'number' ? node : stringOf(node);
  if (literal === undefined) return undefined;
  const said = node.type === 'number' ? node.text : literal.text.slice(1, -1);
  const found = said.split(',').map((each) => standardOf(each.trim()));
  if (!/^[\d, ]+$/.test(said) || found.includes(undefined)) return undefined;
  const standards = found.join(',');
  if (isKeyOf(literal)) return [replace(literal, standards)];
  const quote = node.type === 'number' ? "'" : literal.text.charAt(0);
  const type = declaredNumber(literal);
  return [replace(literal, `${quote}${standards}${quote}`), ...(type === undefined ? [] : [replace(type, 'string')])];
};

/** The `number` in `const TYPE_2: number = 31`. */
function declaredNumber(literal: Node): Node | undefined {
  const type = literal.parent?.type === 'variable_declarator' ? typeOf(literal.parent) : undefined;
  return type?.text === 'number' ? type : undefined;
}

/** `connectorType.id` and `.name` are both the standard; handed on as a whole, it is an object that says it for both. */
const connectorType: Rewriter = (node) => {
  if (node.text !== 'connectorType') return undefined;
  const signature = signatureOf(node);
  if (signature !== undefined) return [replace(signature, 'standard: string')];
  const member = memberOf(node);
  const object = member?.childForFieldName('object');
  if (member === undefined || object == null || isAssigned(member)) return undefined;
  const outer = member.parent;
  const part = outer?.type === 'member_expression' ? outer.childForFieldName('property')?.text : undefined;
  if (outer !== null && (part === 'id' || part === 'name')) {
    const whole = asNumber(outer) ?? outer;
    const read = `${chainOf(member)}standard`;
    return whole.id === outer.id
      ? [{ start: object.endIndex, end: outer.endIndex, text: read }]
      : [replace(whole, `${object.text}${read}`)];
  }
  if (!isPure(object) || part !== undefined) return undefined;
  const standard = `${object.text}${chainOf(member)}standard`;
  return [replace(member, `{ id: ${standard}, name: ${standard} }`)];
};

/** The `Number(…)`, `parseInt(…)` or `+…` around a value. */
function asNumber(node: Node): Node | undefined {
  const { parent } = node;
  if (parent?.type === 'unary_expression' && parent.text.startsWith('+')) return parent;
  const call = parent?.type === 'arguments' ? parent.parent : undefined;
  const called = call?.childForFieldName('function')?.text ?? '';
  return call != null && /^(?:Number|(?:Number\.)?parseInt)$/.test(called) ? call : undefined;
}

const successorsOf = new Map(statuses.map(({ state }) => [state as string, statusesOfLegacyState(state)] as const));

const statusValue: Rewriter = (node) => {
  const isKey = node.type === 'property_identifier' && isKeyOf(node);
  const string = stringOf(node);
  const state = isKey ? node.text : (string?.text.slice(1, -1) ?? '');
  const [first, ...others] = successorsOf.get(state) ?? [];
  if (first === undefined) return undefined;
  if (isKey) return asEntries(node, [first, ...others]);
  if (string === undefined) return undefined;
  if (isKeyOf(string)) return asEntries(string, [first, ...others]);
  const quote = string.text.charAt(0);
  const literals = [first, ...others].map((each) => `${quote}${each}${quote}`);
  const [only = ''] = literals;
  if (literals.length === 1) return [replace(string, only)];
  return asSeveral(string, literals);
};

/** One entry of an object for each status that the state was. */
function asEntries(key: Node, names: readonly string[]) {
  const pair = key.parent;
  const value = pair?.childForFieldName('value');
  if (pair == null || value == null) return undefined;
  const [first = '', ...others] = names;
  if (others.length > 0 && !/^(string|number|true|false|null|undefined|identifier)$/.test(value.type)) return undefined;
  const room =
    pair.startPosition.row === pair.parent?.startPosition.row ? ' ' : `\n${' '.repeat(pair.startPosition.column)}`;
  const more = others.map((each) => `,${room}${each}: ${value.text}`).join('');
  return [replace(key, first), insert(pair.endIndex, more)];
}

/** Where one state was two statuses: both are compared with, listed, or allowed; as a value, the one that claims less. */
function asSeveral(string: Node, literals: readonly string[]) {
  const { parent } = string;
  const [first = ''] = literals;
  if (parent === null) return undefined;
  if (parent.type === 'array') return [replace(string, literals.join(', '))];
  if (parent.type === 'literal_type') return [replace(parent, literals.join(' | '))];
  if (parent.type === 'switch_case') {
    return [replace(string, literals.join(`:\n${' '.repeat(parent.startPosition.column)}case `))];
  }
  const operator = parent.type === 'binary_expression' ? parent.childForFieldName('operator')?.text : undefined;
  if (operator === undefined || operator === '??' || operator === '||') return [replace(string, first)];
  const left = parent.childForFieldName('left');
  const other = left?.id === string.id ? parent.childForFieldName('right') : left;
  if (other == null || !isPure(other) || !/^[!=]==?$/.test(operator)) return undefined;
  const joined = literals
    .map((each) => `${other.text} ${operator} ${each}`)
    .join(operator.startsWith('!') ? ' && ' : ' || ');
  return [replace(parent, `(${joined})`)];
}

/** kW is W divided by 1000; whether it is known at all is asked as before. */
const power: Rewriter = (node) => {
  const member = memberOf(node);
  if (member === undefined) return signatureOf(node) === undefined ? undefined : renamed(node, 'maxPower');
  const object = member.childForFieldName('object');
  if (object === null || isAssigned(member)) return undefined;
  const use = outward(member);
  if (asksPresence(use)) return renamed(node, 'maxPower');
  if (isNumberThere(use)) return [insert(member.startIndex, '('), replace(node, 'maxPower / 1000)')];
  if (!isPure(object)) return undefined;
  const watts = `${object.text}${chainOf(member)}maxPower`;
  return [replace(member, `(${watts} === undefined ? undefined : ${watts} / 1000)`)];
};

function asksPresence({ parent }: Node): boolean {
  if (parent === null) return false;
  if (parent.type === 'parenthesized_expression') return true;
  if (parent.type === 'unary_expression') return /^(!|typeof)/.test(parent.text);
  return parent.type === 'binary_expression' && /(?:===?|!==?)\s*(?:undefined|null)\s*$/.test(parent.text);
}

function isNumberThere({ parent, id }: Node): boolean {
  if (parent?.type === 'member_expression') return parent.childForFieldName('object')?.id === id;
  const operator = parent?.type === 'binary_expression' ? (parent.childForFieldName('operator')?.text ?? '') : '';
  return /^(?:[<>]=?|[*/%-]|===?|!==?)$/.test(operator);
}

export const valueRewriters: Readonly<Record<string, Rewriter>> = {
  'connector-id': connectorId,
  'connector-type-field': connectorType,
  'status-value': statusValue,
  'power-in-kilowatts': power,
};
