/** Fixes one file: rounds of changes until there is nothing more to justify, and a check that it still parses. */
import type { Tree } from 'web-tree-sitter';
import { parserOf } from '../scan/code/grammars.ts';
import type { Language } from '../scan/code/language.ts';
import { fileMatches } from '../scan/judge/file-matches.ts';
import { provesV2, surePlaces } from '../scan/judge/findings-of-file.ts';
import { applied, compatible } from './change.ts';
import type { Change } from './change.ts';
import { scriptRound } from './ecma/fix-script.ts';
import type { FoundPlace } from './ecma/fix-script.ts';
import { callersUsed, noLongerUsed } from './ecma/no-longer-used.ts';
import { mechanicalChanges } from './elsewhere/fix-mechanical.ts';

export interface MadeChange {
  readonly rule: string;
  /** In the text as it was in that round. */
  readonly line: number;
}

export interface FixedText {
  readonly after: string;
  readonly made: readonly MadeChange[];
  /** Rules of changes after which the file would not have parsed. */
  readonly withdrawn: readonly MadeChange[];
  /** Names of the support module that it uses. */
  readonly uses: ReadonlySet<string>;
  /** What proved a v2 client in this file at first still holds when it is looked at again. */
  readonly wasV2: boolean;
}

const scripts = new Set(['typescript', 'tsx', 'javascript']);
const MOST_ROUNDS = 8;

export async function fixText(
  source: string,
  language: Language,
  projectIsV2: boolean,
): Promise<FixedText | undefined> {
  if (language.grammar === undefined) return undefined;
  const matches = await fileMatches(source, language);
  if (matches === undefined) return undefined;
  const wasV2 = provesV2(matches);
  const result = {
    after: source,
    made: [] as MadeChange[],
    withdrawn: [] as MadeChange[],
    uses: new Set<string>(),
    wasV2,
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { changes, uses } = await roundOver(result.after, language, { projectIsV2, fileIsV2: wasV2 });
    const kept = await parsing(result.after, compatible(changes), language);
    if (round === 0) result.withdrawn.push(...kept.withdrawn.map((each) => madeOf(each, result.after)));
    if (kept.changes.length === 0) break;
    result.made.push(...kept.changes.map((each) => madeOf(each, result.after)));
    for (const name of uses) result.uses.add(name);
    result.after = applied(result.after, kept.changes);
  }
  if (result.uses.size > 0) result.after = await withoutUnused(source, result.after, language);
  return result;
}

async function roundOver(
  source: string,
  language: Language,
  evidence: { readonly projectIsV2: boolean; readonly fileIsV2: boolean },
) {
  const matches = await fileMatches(source, language);
  const places: FoundPlace[] = surePlaces(matches?.places ?? [], evidence).map(({ match }) => ({
    rule: match.rule.id,
    start: match.start,
  }));
  if (!scripts.has(language.id))
    return { changes: mechanicalChanges(source, language.id, places), uses: new Set<string>() };
  return (
    (await withTree(source, language, (tree) => scriptRound(tree.rootNode, places))) ?? {
      changes: [],
      uses: new Set<string>(),
    }
  );
}

/** Without what made the requests, where nobody is left who asks it to. */
async function withoutUnused(before: string, after: string, language: Language): Promise<string> {
  const used = (await withTree(before, language, ({ rootNode }) => callersUsed(rootNode))) ?? [];
  const edits = (await withTree(after, language, ({ rootNode }) => noLongerUsed(used, rootNode))) ?? [];
  return applied(after, [{ rule: 'v2-path', edits }]);
}

/** A change after which the file has more faults of syntax than before is withdrawn. */
async function parsing(source: string, changes: readonly Change[], language: Language) {
  const before = await faults(source, language);
  if ((await faults(applied(source, changes), language)) <= before) return { changes, withdrawn: [] };
  const kept: Change[] = [];
  const withdrawn: Change[] = [];
  for (const change of changes) {
    const isFine = (await faults(applied(source, [...kept, change]), language)) <= before;
    (isFine ? kept : withdrawn).push(change);
  }
  return { changes: kept, withdrawn };
}

async function faults(source: string, language: Language): Promise<number> {
  const count = await withTree(source, language, ({ rootNode }) => {
    if (!rootNode.hasError) return 0;
    return rootNode.descendantsOfType('ERROR').length + (rootNode.toString().match(/\(MISSING /g)?.length ?? 0);
  });
  return count ?? Number.POSITIVE_INFINITY;
}

async function withTree<Result>(
  source: string,
  language: Language,
  use: (tree: Tree) => Result,
): Promise<Result | undefined> {
  const tree = (await parserOf(language)).parse(source);
  if (tree === undefined) return undefined;
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}

function madeOf({ rule, edits }: Change, source: string): MadeChange {
  const start = Math.min(...edits.map((edit) => edit.start));
  return { rule, line: source.slice(0, start).split('\n').length };
}
