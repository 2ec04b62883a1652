/** What the rules say of one file, before it is known what other files prove. */
import type { Language } from '../code/language.ts';
import type { FactKind, FileFacts } from '../facts/fact.ts';
import { withFacts } from '../facts/with-facts.ts';
import { rules } from '../rules/catalogue.ts';
import { concernsAny, matchesOf } from './match.ts';
import { linesOf, snippetOf } from './lines.ts';
import type { Position } from './lines.ts';
import type { Match } from './match.ts';

/** One place that a rule is about. */
export interface Place extends Position {
  readonly snippet: string;
  /** What could count, by the evidence it needs. */
  readonly candidates: readonly [Match, ...Match[]];
}

export interface FileMatches {
  /** In the order of the file. */
  readonly places: readonly Place[];
  readonly broken: boolean;
}

const patterns = rules.flatMap((rule) => rule.patterns);

/** Identifiers come again and again; texts are judged once. Forgotten when there are many. */
const judged: Record<FactKind, Map<string, boolean>> = { string: new Map(), number: new Map(), name: new Map() };
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 60;

function concerns(kind: FactKind, text: string): boolean {
  if (text.length > LONGEST_REMEMBERED) return concernsAny(patterns, kind, text);
  const known = judged[kind];
  let answer = known.get(text);
  if (answer === undefined) {
    answer = concernsAny(patterns, kind, text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, answer);
  }
  return answer;
}

/** @returns nothing where the text cannot be parsed within bounds */
export function fileMatches(source: string, language: Language): Promise<FileMatches | undefined> {
  return withFacts(source, language, concerns, (facts) => judge(facts, source));
}

function judge({ facts, broken }: FileFacts, source: string): FileMatches {
  const found: [Match, ...Match[]][] = [];
  for (const fact of facts) {
    for (const rule of rules) {
      const [first, ...rest] = matchesOf(rule, fact, source);
      if (first !== undefined) found.push([first, ...rest]);
    }
  }
  const positionOf = linesOf(source);
  const places = found
    .sort(([a], [b]) => a.start - b.start)
    .map((candidates) => {
      const { start } = candidates[0];
      return { ...positionOf(start), snippet: snippetOf(source, start), candidates };
    });
  return { places, broken };
}
