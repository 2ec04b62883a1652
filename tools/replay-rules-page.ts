/** Writes the rules of docs/replay.md from their table: `node tools/replay-rules-page.ts`. A test keeps them fresh. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { rules, skipReasons } from '@pantograph/migrate/replay';

export const pagePath = fileURLToPath(new URL('../docs/replay.md', import.meta.url));

const begin = '<!-- rules: made by node tools/replay-rules-page.ts -->';
const end = '<!-- end of rules -->';

/** The page with the rules as the tables have them, as prettier would have it. */
export function replayPage(page: string): Promise<string> {
  const [before = '', rest = ''] = page.split(begin);
  const [, after = ''] = rest.split(end);
  const text = [
    begin,
    '',
    '| rule | effect | meaning | what to do |',
    '|---|---|---|---|',
    ...Object.entries(rules).map(
      ([code, { effect, meaning, advice }]) => `| \`${code}\` | ${effect} | ${meaning} | ${advice} |`,
    ),
    '',
    'Entries of a log that are no request to replay:',
    '',
    '| reason | meaning |',
    '|---|---|',
    ...Object.entries(skipReasons).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
    '',
    end,
  ].join('\n');
  return prettier.format(before + text + after, { parser: 'markdown', printWidth: 120, singleQuote: true });
}

if (import.meta.main) writeFileSync(pagePath, await replayPage(readFileSync(pagePath, 'utf8')));
