/** The facts of a file, by the reader of its language. */
import { parserOf } from '../code/grammars.ts';
import type { Language } from '../code/language.ts';
import { withCodeFacts } from './code-facts.ts';
import type { FactKind, FileFacts } from './fact.ts';
import { jsonFacts } from './json-facts.ts';
import { lineFacts } from './line-facts.ts';
import { sqlFacts } from './sql-facts.ts';
import { xmlFacts } from './xml-facts.ts';

/** @returns what `use` makes of them; `undefined` where the text cannot be parsed within bounds */
export async function withFacts<Result>(
  source: string,
  language: Language,
  concerns: (kind: FactKind, text: string) => boolean,
  use: (facts: FileFacts) => Result,
): Promise<Result | undefined> {
  if (language.grammar !== undefined) return withCodeFacts(source, await parserOf(language), concerns, use);
  const { facts, broken } = dataFacts(source, language);
  return use({ facts: [...facts].filter(({ kind, text }) => concerns(kind, text)), broken });
}

function dataFacts(source: string, { id }: Language): FileFacts {
  if (id === 'json') return jsonFacts(source);
  if (id === 'xml') return xmlFacts(source);
  return id === 'sql' ? sqlFacts(source) : lineFacts(source);
}
