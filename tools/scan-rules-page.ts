/** Writes docs/scan-rules.md from the rules of the scanner: `node tools/scan-rules-page.ts`. A test keeps the page fresh. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import type { Rule } from '@pantograph/migrate/scan';
import { guideSections, rules } from '@pantograph/migrate/scan';

export const pagePath = fileURLToPath(new URL('../docs/scan-rules.md', import.meta.url));

const proof = {
  none: 'by itself',
  project: 'where any file of the folder proves a v2 client',
  file: 'where the same file proves a v2 client',
} as const;

/** The page as prettier would have it. */
export function scanRulesPage(): Promise<string> {
  const text = [
    '# Rules of the scanner',
    '',
    'Generated from `packages/migrate/src/scan/rules` by `node tools/scan-rules-page.ts`; edit the rules, not this page.',
    '',
    'What [`pantograph scan`](scan.md) looks for. A rule is data: patterns over literals and names, whatever the language. Most of',
    'what v2 says is said elsewhere too, so a pattern states what it needs besides itself: nothing, or something else in the',
    'file or in the folder that can be of nothing but v2. Comments are never looked at.',
    '',
    ...rules.flatMap(section),
  ].join('\n');
  return prettier.format(text, { parser: 'markdown', printWidth: 120 });
}

function section({ id, title, why, guide, advice, effort, fix, patterns }: Rule): string[] {
  const degrees = (['none', 'project', 'file'] as const).flatMap((needs) => {
    const sure = new Set(patterns.filter((pattern) => pattern.needs === needs).map(({ confidence }) => confidence));
    return sure.size === 0 ? [] : [`- ${proof[needs]}: ${[...sure].join(' or ')} confidence`];
  });
  return [
    `## \`${id}\``,
    '',
    `**${title}.** ${why}`,
    '',
    `What to do: ${advice}`,
    '',
    `Guide: ${guideSections[guide]}. One place takes: ${effort}. \`pantograph fix\` does it: ${fix}.`,
    '',
    'Found',
    '',
    ...degrees,
    ...(patterns.some(({ proves }) => proves === true) ? ['', 'A finding of this rule can prove a v2 client.'] : []),
    '',
  ];
}

if (import.meta.main) writeFileSync(pagePath, await scanRulesPage());
