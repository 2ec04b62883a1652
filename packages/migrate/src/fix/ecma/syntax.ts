/** Questions to the syntax tree of TypeScript and JavaScript. */
import type { Node } from 'web-tree-sitter';
import type { TextEdit } from '../change.ts';

export const replace = (node: Node, text: string): TextEdit => ({ start: node.startIndex, end: node.endIndex, text });
export const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text });

/** The `a.b` of which this is the `b`. */
export function memberOf(name: Node): Node | undefined {
  const { parent } = name;
  return parent?.type === 'member_expression' && parent.childForFieldName('property')?.id === name.id
    ? parent
    : undefined;
}

/** The `b?: T` of which this is the `b`. */
export function signatureOf(name: Node): Node | undefined {
  const { parent } = name;
  return parent?.type === 'property_signature' && parent.childForFieldName('name')?.id === name.id ? parent : undefined;
}

/** The type of a signature, without its colon. */
export function typeOf(signature: Node): Node | undefined {
  return signature.childForFieldName('type')?.namedChildren[0] ?? undefined;
}

/** The members of `{ … }` as they are written, where the type is that and nothing else, but for arrays of it. */
export function membersIn(type: Node | undefined): readonly Node[] | undefined {
  if (type === undefined) return undefined;
  if (type.type === 'array_type') return membersIn(type.namedChildren[0] ?? undefined);
  if (type.type !== 'object_type') return undefined;
  const members = type.namedChildren.filter((each) => each !== null);
  return members.every((each) => each.type === 'property_signature') ? members : undefined;
}

/** Has no effect and is cheap to say twice. */
export function isPure(node: Node): boolean {
  if (['identifier', 'this'].includes(node.type)) return true;
  const object = node.type === 'member_expression' ? node.childForFieldName('object') : null;
  return object !== null && isPure(object);
}

/** `?.` or `.`, as the member is read. */
export const chainOf = (member: Node): string =>
  member.children.some((each) => each?.type === 'optional_chain') ? '?.' : '.';

export function isAssigned(node: Node): boolean {
  const { parent } = node;
  if (parent === null) return false;
  const left = parent.childForFieldName('left');
  return /assignment|update_expression/.test(parent.type) && (left === null || left.id === node.id);
}

/** An expression with `??` needs no parentheses here. */
export function standsAlone({ parent, id }: Node): boolean {
  if (parent === null) return false;
  if (parent.type === 'binary_expression') {
    return parent.childForFieldName('operator')?.text === '??' && parent.childForFieldName('left')?.id === id;
  }
  return /^(for_in_statement|arguments|template_substitution|variable_declarator|return_statement|pair)$/.test(
    parent.type,
  );
}

/** Without what does not change the value's role: parentheses, `!`, `as`. */
export function outward(node: Node): Node {
  const { parent } = node;
  return parent !== null &&
    /^(parenthesized|non_null|as|satisfies)_expression$/.test(parent.type) &&
    !isCondition(parent)
    ? outward(parent)
    : node;
}

const isCondition = (node: Node): boolean => /^(if|while|do)_statement$/.test(node.parent?.type ?? '');

/** Other names for the same field, wherever it is read, declared or taken apart. */
export function renamed(name: Node, to: string): TextEdit[] | undefined {
  const { parent } = name;
  if (name.type === 'shorthand_property_identifier_pattern') return [replace(name, `${to}: ${name.text}`)];
  if (name.type === 'string_fragment' || name.type === 'string') {
    const string = name.type === 'string' ? name : parent;
    const fragment = name.type === 'string' ? name.namedChildren[0] : name;
    const isIndex = string?.parent?.type === 'subscript_expression';
    return isIndex && fragment != null ? [replace(fragment, to)] : undefined;
  }
  if (name.type !== 'property_identifier' || parent === null) return undefined;
  const signature = signatureOf(name);
  if (signature !== undefined && hasSibling(signature, to)) return [withoutLine(signature)];
  const isKnown = ['member_expression', 'property_signature', 'pair_pattern', 'public_field_definition'];
  return isKnown.includes(parent.type) ? [replace(name, to)] : undefined;
}

function hasSibling(signature: Node, name: string): boolean {
  const siblings = signature.parent?.namedChildren ?? [];
  return siblings.some(
    (each) => each !== null && each.id !== signature.id && each.childForFieldName('name')?.text === name,
  );
}

/** A member of a type with what ends it and the room before it. */
export function withoutLine(signature: Node): TextEdit {
  const body = signature.parent;
  const text = body?.text ?? '';
  const from = signature.startIndex - (body?.startIndex ?? 0);
  const to = signature.endIndex - (body?.startIndex ?? 0);
  const before = /\s*$/.exec(text.slice(0, from))?.[0].length ?? 0;
  const after = /^\s*[;,]?/.exec(text.slice(to))?.[0].length ?? 0;
  return { start: signature.startIndex - before, end: signature.endIndex + after, text: '' };
}

/** A statement with its line, where it has one of its own. */
export function withoutStatement(statement: Node): TextEdit {
  const { text, startIndex: offset } = statement.tree.rootNode;
  const before = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, statement.startIndex - offset))?.[1]?.length ?? 0;
  const after = /^;?[ \t]*(?:\r?\n|$)/.exec(text.slice(statement.endIndex - offset))?.[0].length ?? 0;
  return { start: statement.startIndex - before, end: statement.endIndex + after, text: '' };
}
