/** Facts of a file whose language has a grammar. */
import type { Node } from 'web-tree-sitter';
import type { CodeParser } from '../code/grammars.ts';
import { contextOf } from './context.ts';
import type { Fact, FactKind, FileFacts } from './fact.ts';
import { roleOf } from './name-role.ts';
import { contentOf } from './string-content.ts';

/**
 * @param concerns says whether any rule looks at this; the tree is asked about a fact's surroundings only then
 * @param use sees the facts while the tree is there
 */
export function withCodeFacts<Result>(
  source: string,
  parser: CodeParser,
  concerns: (kind: FactKind, text: string) => boolean,
  use: (facts: FileFacts) => Result,
): Result | undefined {
  const tree = parser.parse(source);
  if (tree === undefined) return undefined;
  try {
    const facts: Fact[] = [];
    for (const { name, node } of parser.query.captures(tree.rootNode)) {
      const kind = name as FactKind;
      const literal = source.slice(node.startIndex, node.endIndex);
      const { text, offset } = kind === 'string' ? contentOf(literal) : { text: literal, offset: 0 };
      if (concerns(kind, text)) facts.push(factOf(kind, text, node, offset, source));
    }
    return use({ facts, broken: tree.rootNode.hasError });
  } finally {
    tree.delete();
  }
}

function factOf(kind: FactKind, text: string, node: Node, offset: number, source: string): Fact {
  let context: string | undefined;
  return {
    kind,
    text,
    start: node.startIndex + offset,
    role: kind === 'name' ? roleOf(node, source) : 'key',
    context: () => (context ??= contextOf(node)),
  };
}
