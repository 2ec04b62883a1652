/**
 * What a literal is for, read off the syntax tree: the names that its ancestors bind it to. Grammars name their nodes
 * differently, yet alike enough to be told apart by words in the names.
 */
import type { Node } from 'web-tree-sitter';

/** Contain many values; one says nothing of the others. */
const containers =
  /(^|_)(object|dictionary|array|list|tuple|set|arguments|body|block|initializer|literal_value|collection_literal|elements|union_type|map_literal|entries)$|^(list|dictionary|set_or_map)_literal$|^array_creation_expression$/;
/** Where a value's meaning ends. */
const boundaries =
  /function|method_decl|method_def|lambda|arrow|closure|^block$|compound_statement|^statements$|^program$|source_file|^module$|^document$|compilation_unit|statement_block|control_structure_body/;
const cases =
  /^case|_case|switch_label|switch_pattern|when_condition|switch_section|switch_entry|switch_block_statement_group|switch_expression_arm|match_conditional/;
const choices = /^(switch|when|match|expression_switch|type_switch)(_expression|_statement)?$|^switch_statement$/;
const connectives = /^(&&|\|\||and|or|\?\?)$/;

const MOST_LEVELS = 16;
const LONGEST_LABEL = 120;

export function contextOf(literal: Node): string {
  const found: string[] = [];
  let inCase = false;
  let child = literal;
  for (let level = 0, node = literal.parent; node !== null && level < MOST_LEVELS; level++, node = node.parent) {
    const { type } = node;
    if (choices.test(type)) {
      if (inCase) found.push(...labelsBeside(node, child).slice(0, 1));
      break;
    }
    if (cases.test(type)) inCase = !isStatement(child);
    else if (!inCase && boundaries.test(type) && !isBodyOfClass(node)) break;
    else if (containers.test(type)) found.push(...neighbours(node, child));
    else if (joins(node)) {
      // The other side of an "and" says nothing of this one.
    } else if (!inCase) found.push(...labelsBeside(node, child));
    child = node;
  }
  return found.join(' ');
}

const isStatement = (node: Node): boolean => /statement/.test(node.type);

function isBodyOfClass(node: Node): boolean {
  return node.type === 'block' && /class|enum/.test(node.parent?.type ?? '');
}

function joins(node: Node): boolean {
  return node.children.some((each) => each !== null && !each.isNamed && connectives.test(each.type));
}

/** Short siblings that have names in them: the key of a value, the variable of an initializer, the other side of a comparison. */
function labelsBeside(parent: Node, path: Node): string[] {
  return parent.namedChildren
    .filter((each) => each !== null)
    .filter((each) => each.id !== path.id && each.endIndex - each.startIndex <= LONGEST_LABEL)
    .filter((each) => !/body|block|comment/.test(each.type))
    .map((each) => each.text);
}

/** In a list of arguments what names the value comes right before it; in a pair, the other half. */
function neighbours(parent: Node, path: Node): string[] {
  const before = path.previousNamedSibling;
  const others = [];
  if (/arguments|argument_list/.test(parent.type) && before !== null) others.push(before);
  if (parent.namedChildCount === 2) others.push(before ?? path.nextNamedSibling);
  return others
    .filter((each) => each !== null)
    .filter((each) => each.endIndex - each.startIndex <= LONGEST_LABEL)
    .map((each) => each.text);
}
