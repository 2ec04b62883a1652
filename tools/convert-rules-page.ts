/** Writes the rules of docs/convert.md from their table: `node tools/convert-rules-page.ts`. A test keeps them fresh. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import type { Rule } from '@pantograph/migrate/convert';
import { ruleOf, ruleSections } from '@pantograph/migrate/convert';
import { conversionCatalogue } from '@pantograph/model/notice';

export const pagePath = fileURLToPath(new URL('../docs/convert.md', import.meta.url));

const begin = '<!-- rules: made by node tools/convert-rules-page.ts -->';
const end = '<!-- end of rules -->';

/** The page with the rules as the table has them, as prettier would have it. */
export function convertPage(page: string): Promise<string> {
  const [before = '', rest = ''] = page.split(begin);
  const [, after = ''] = rest.split(end);
  const common = Object.keys(conversionCatalogue).map(
    (code) => [code, ruleOf(code as keyof typeof conversionCatalogue)] as const,
  );
  const text = [
    begin,
    '',
    '### Fields and values',
    '',
    ...table(common),
    '',
    ...ruleSections.flatMap(({ title, rules }) => [`### ${title}`, '', ...table(Object.entries(rules)), '']),
    '### Reading OCPI',
    '',
    'What reading OCPI finds is told by the codes of [notices](notices.md), among them `unknown_field`, `value_unusable`,',
    '`required_missing`, `country_code_filled`, `time_zone_from_position` and `power_derived`.',
    '',
    end,
  ].join('\n');
  return prettier.format(before + text + after, { parser: 'markdown', printWidth: 120, singleQuote: true });
}

function table(rules: readonly (readonly [code: string, rule: Rule])[]): string[] {
  const rows = rules.map(
    ([code, { effect, meaning, advice }]) => `| \`${code}\` | ${effect} | ${meaning} | ${advice} |`,
  );
  return ['| rule | effect | meaning | what to do |', '|---|---|---|---|', ...rows];
}

if (import.meta.main) writeFileSync(pagePath, await convertPage(readFileSync(pagePath, 'utf8')));
