/** Declared types of what held connector ids: standards are texts. */
import type { Node } from 'web-tree-sitter';
import type { Change } from '../change.ts';
import { replace } from './syntax.ts';

const holders = ['required_parameter', 'optional_parameter', 'variable_declarator', 'property_signature'];
const named = /^['"]?_?(?:\w*_)?connector_?types?(?:_?ids?)?$/i;

export function declaredIdTypes(root: Node): Change[] {
  return root.descendantsOfType(holders).flatMap((holder) => {
    const name = (holder?.childForFieldName('pattern') ?? holder?.childForFieldName('name'))?.text ?? '';
    const type = holder?.childForFieldName('type')?.descendantsOfType('predefined_type') ?? [];
    const numbers = type.filter((each) => each?.text === 'number').filter((each) => each !== null);
    if (!named.test(name) || numbers.length !== 1) return [];
    return [{ rule: 'connector-id', edits: numbers.map((each) => replace(each, 'string')) }];
  });
}
