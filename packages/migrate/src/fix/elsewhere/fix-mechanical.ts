/** What can be changed in other languages than TypeScript and JavaScript without knowing what stands around it. */
import { statuses, statusesOfLegacyState } from '@pantograph/model/vocabulary';
import type { LanguageId } from '../../scan/code/language.ts';
import type { Change } from '../change.ts';
import type { FoundPlace } from '../ecma/fix-script.ts';
import { standardOf } from '../ecma/values.ts';

/** A named constant whose type follows from its value, up to the value. In Java and C# a number's type is declared. */
const untypedConstant: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  python: /^\s*[A-Za-z_]\w*\s*=\s*$/,
  kotlin: /\b(?:val|var)\s+\w+\s*=\s*$/,
  swift: /\b(?:let|var)\s+\w+\s*=\s*$/,
  go: /(?:^|\b(?:const|var)\b)\s*\w+\s*:?=\s*$/,
  dart: /\b(?:const|final|var)\s+\w+\s*=\s*$/,
  php: /(?:\bconst\s+\w+|\$\w+)\s*=\s*$/,
};
const endOfStatement = /^[ \t]*;?[ \t]*(?:\r?\n|$|\/\/|#)/;

/** Fields that have another name and the same value. */
const sameValue = new Map([
  ['poolId', 'id'],
  ['cpoEvseEMI3Id', 'evseId'],
  ['streetNumber', 'houseNumber'],
]);

const oneToOne = new Map<string, string>(
  statuses.flatMap(({ state }) => {
    const [only, ...others] = statusesOfLegacyState(state);
    return only === undefined || others.length > 0 || only === state ? [] : [[state, only] as const];
  }),
);

export function mechanicalChanges(source: string, language: LanguageId, places: readonly FoundPlace[]): Change[] {
  return places.flatMap(({ rule, start }) => {
    const said = /^\w+/.exec(source.slice(start, start + 80))?.[0] ?? '';
    const text = replacementOf(rule, said, { source, start, language });
    return text === undefined ? [] : [{ rule, edits: [{ start, end: start + said.length, text }] }];
  });
}

interface Spot {
  readonly source: string;
  readonly start: number;
  readonly language: LanguageId;
}

function replacementOf(rule: string, said: string, spot: Spot): string | undefined {
  if (rule === 'connector-id') return idReplacement(said, spot);
  if (!isQuoted(said, spot)) return undefined;
  if (rule === 'status-value') return oneToOne.get(said);
  return sameValue.get(said);
}

function idReplacement(said: string, spot: Spot): string | undefined {
  const standard = standardOf(said);
  if (standard === undefined || !/^\d+$/.test(said)) return undefined;
  const { source, start, language } = spot;
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  if (isQuoted(said, spot)) return /(?:=|:)\s*["']$/.test(before) ? standard : undefined;
  const isConstant =
    untypedConstant[language]?.test(before) === true && endOfStatement.test(source.slice(start + said.length));
  const quote = language === 'dart' || language === 'php' ? "'" : '"';
  return isConstant ? `${quote}${standard}${quote}` : undefined;
}

function isQuoted(said: string, { source, start }: Spot): boolean {
  const quote = source.charAt(start - 1);
  return (quote === '"' || quote === "'") && source.charAt(start + said.length) === quote;
}
