/** One round over a file of TypeScript or JavaScript. */
import type { Node } from 'web-tree-sitter';
import type { Change } from '../change.ts';
import { canImport } from './can-import.ts';
import { declaredIdTypes } from './declared-types.ts';
import { directRequestChanges } from './direct-requests.ts';
import { fieldRewriters } from './fields.ts';
import { requestFunctions, unusedNow } from './request-function.ts';
import { requestChanges } from './requests.ts';
import type { Rewriter } from './rewriter.ts';
import { valueRewriters } from './values.ts';

export interface FoundPlace {
  readonly rule: string;
  readonly start: number;
}

export interface ScriptRound {
  readonly changes: readonly Change[];
  /** Names of the support module that the file uses from now on. */
  readonly uses: ReadonlySet<string>;
}

const rewriters: Readonly<Record<string, Rewriter>> = { ...fieldRewriters, ...valueRewriters };

export function scriptRound(root: Node, places: readonly FoundPlace[]): ScriptRound {
  const functions = requestFunctions(root);
  const found = new Set(places.filter(({ rule }) => rule === 'v2-path').map(({ start }) => start));
  const requests = canImport(root)
    ? [
        requestChanges(root, functions, (offset) => found.has(offset)),
        directRequestChanges(root, (start, end) => [...found].some((at) => start <= at && at < end)),
      ]
    : [];
  const inPlaces = places.flatMap(({ rule, start }) => {
    const node = root.descendantForIndex(start, start + 1);
    const edits = node === null ? undefined : rewriters[rule]?.(node);
    return edits === undefined ? [] : [{ rule, edits }];
  });
  const idTypes = places.some(({ rule }) => /^(?:connector-id|v2-parameter)$/.test(rule)) ? declaredIdTypes(root) : [];
  return {
    changes: [...requests.flatMap(({ changes }) => changes), ...inPlaces, ...idTypes, ...leftOver(root, functions)],
    uses: new Set(requests.flatMap(({ uses }) => [...uses])),
  };
}

/** A function that asked v2, and that nobody calls any more, with the empty line after it. */
function leftOver(root: Node, functions: ReturnType<typeof requestFunctions>): Change[] {
  return unusedNow(root, functions).map(({ node }) => {
    const after = /^\s*\n/.exec(root.text.slice(node.endIndex - root.startIndex))?.[0].length ?? 0;
    return { rule: 'v2-path', edits: [{ start: node.startIndex, end: node.endIndex + after, text: '' }] };
  });
}
