/** How one place that a rule of the scanner found is rewritten. */
import type { Node } from 'web-tree-sitter';
import type { TextEdit } from '../change.ts';

/** @returns nothing where it cannot be justified */
export type Rewriter = (node: Node) => readonly TextEdit[] | undefined;
