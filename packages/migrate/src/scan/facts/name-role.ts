/** Whether a name reads a member, declares one, or is only a name. */
import type { Node } from 'web-tree-sitter';
import type { NameRole } from './fact.ts';

const keys =
  /^(pair|pair_pattern|keyed_element|property_signature|shorthand_property_identifier(_pattern)?|named_argument|keyword_argument|value_argument_label|label|class_parameter|constructor_param|object_pattern|annotation|field_initializer|enum_entry|enum_constant|enum_case)$/;
const members = /^(class|interface|enum|struct|protocol|record|object)_?(class_)?(body|type)$|(^|_)declaration_list$/;
const scopes =
  /statement|block|function|method_invocation|lambda|arrow|closure|^program$|^source_file$|^module$|arguments|call|binary|comparison|return/;
const MOST_LEVELS = 8;

export function roleOf(name: Node, source: string): NameRole {
  if (isMemberAccess(source, name.startIndex)) return 'access';
  if (keys.test(name.type)) return 'key';
  if (isValueOfPair(name)) return 'plain';
  for (let level = 0, node = name.parent; node !== null && level < MOST_LEVELS; level++, node = node.parent) {
    if (keys.test(node.type) || members.test(node.type)) return 'key';
    if (isMemberOfPythonClass(node)) return 'key';
    if (scopes.test(node.type)) return 'plain';
  }
  return 'plain';
}

function isValueOfPair({ parent, id }: Node): boolean {
  return /^pair(_pattern)?$/.test(parent?.type ?? '') && parent?.childForFieldName('value')?.id === id;
}

function isMemberAccess(source: string, start: number): boolean {
  const before = source.slice(Math.max(0, start - 12), start).trimEnd();
  return /(^|[^.])\.$|->$|::$/.test(before);
}

function isMemberOfPythonClass(node: Node): boolean {
  return node.type === 'expression_statement' && node.parent?.parent?.type === 'class_definition';
}
