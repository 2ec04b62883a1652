/** Whether a file is an ES module: modules of the older kind cannot import the client, which is one. */
import type { Node } from 'web-tree-sitter';

const functions = /function|arrow|method/;

export function canImport(root: Node): boolean {
  if (root.namedChildren.some((each) => each !== null && /^(?:import|export)_statement$/.test(each.type))) return true;
  return root.descendantsOfType('await_expression').some((each) => each !== null && !isInFunction(each));
}

function isInFunction({ parent }: Node): boolean {
  return parent !== null && (functions.test(parent.type) || isInFunction(parent));
}
