/** Imports of libraries that requests were made with, and what `create` made of them, once nothing names them any more. */
import type { Node } from 'web-tree-sitter';
import type { TextEdit } from '../change.ts';
import { callersIn } from './library.ts';
import { withoutStatement } from './syntax.ts';

/** What was unused before is not ours to take away. */
export const callersUsed = (before: Node): readonly string[] =>
  [...callersIn(before).keys()].filter((name) => mentionsOf(name, before).length > 1);

/** @param names of what was used before */
export function noLongerUsed(names: readonly string[], after: Node): TextEdit[] {
  const gone: Node[] = [];
  const isIn = (node: Node, outer: Node): boolean =>
    outer.startIndex <= node.startIndex && node.endIndex <= outer.endIndex;
  // What an instance was made of is unused only once the instance is gone.
  for (const statement of after.namedChildren.toReversed()) {
    if (statement === null || !/^(?:import_statement|lexical_declaration)$/.test(statement.type)) continue;
    const declared = declaredIn(statement);
    const isOurs = declared.some((name) => names.includes(name));
    const isUnused = declared.every((name) =>
      mentionsOf(name, after).every((each) => [statement, ...gone].some((outer) => isIn(each, outer))),
    );
    if (isOurs && isUnused) gone.push(statement);
  }
  return gone.map(withoutStatement);
}

function declaredIn(statement: Node): string[] {
  if (statement.type === 'lexical_declaration')
    return statement.namedChildren.map((each) => each?.childForFieldName('name')?.text ?? '');
  const clause = statement.namedChildren.find((each) => each?.type === 'import_clause');
  const names = clause?.descendantsOfType('identifier') ?? [];
  return names.map((each) => each?.text ?? '');
}

function mentionsOf(name: string, within: Node): Node[] {
  const kinds = ['identifier', 'type_identifier', 'shorthand_property_identifier'];
  return within
    .descendantsOfType(kinds)
    .filter((each) => each !== null)
    .filter(({ text }) => text === name);
}
