/** Facts of SQL: literals and names; the context of a literal is what its statement has named before it, nearest first. */
import type { Fact, FileFacts } from './fact.ts';

const tokens =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'((?:[^']|'')*)'|"((?:[^"]|"")*)"|`([^`]*)`|\[([A-Za-z_]\w*)\]|\b(\d+)\b(?!\.\d)|([A-Za-z_]\w*)|(;)/g;
const words = new Set(
  `select insert into values update set where and or not in is null from join left right inner outer on as order by
   group having limit case when then else end create table view index unique primary key references default check
   integer int text varchar char boolean numeric decimal timestamp begin commit with union all distinct like between`.split(
    /\s+/,
  ),
);
const MOST_NAMES = 12;

export function sqlFacts(source: string): FileFacts {
  return { facts: read(source), broken: false };
}

function* read(source: string): Generator<Fact> {
  let names: string[] = [];
  for (const match of source.matchAll(tokens)) {
    const [whole, string, double, backtick, bracket, number, word, end] = match;
    const quoted = double ?? backtick ?? bracket;
    if (end !== undefined) names = [];
    else if (string !== undefined) yield literal('string', string, match.index + 1, names);
    else if (number !== undefined) yield literal('number', number, match.index, names);
    else if (quoted !== undefined || (word !== undefined && !words.has(word.toLowerCase()))) {
      const text = quoted ?? word ?? '';
      names = [text, ...names].slice(0, MOST_NAMES);
      yield { kind: 'name', text, start: match.index + whole.indexOf(text), role: 'key', context: () => '' };
    }
  }
}

function literal(kind: 'string' | 'number', text: string, start: number, names: readonly string[]): Fact {
  return { kind, text, start, role: 'key', context: () => names.join(' ') };
}
