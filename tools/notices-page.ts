/** Writes docs/notices.md from the notice catalogues: `node tools/notices-page.ts`. A test keeps the page fresh. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import type { NoticeEntry, Severity } from '@pantograph/model/notice';
import { conversionCatalogue, noticeSections } from '@pantograph/model/notice';

export const pagePath = fileURLToPath(new URL('../docs/notices.md', import.meta.url));

const severities: readonly (readonly [severity: Severity, meaning: string])[] = [
  ['error', 'the object cannot be kept: it is quarantined, raw, with the reason; of a feed: reading ended there'],
  ['repair', 'a value was mended; the notice says what was found and what was made of it'],
  ['warning', 'kept as it is, and doubtful'],
  ['info', 'nothing wrong, worth counting'],
];

/** The page as prettier would have it. */
export function noticesPage(): Promise<string> {
  const text = [
    '# Notices',
    '',
    'Generated from `packages/model/src/notice` by `node tools/notices-page.ts`; edit the catalogue, not this page.',
    '',
    'A notice is a finding about data. It has a code from this page, a path (JSON pointer into the object) and parameters,',
    'which stand in braces below. Codes do not change. Of one code, an object carries 20 notices at most; the rest are',
    'counted in `more_of_the_same`. For every code that reading a feed can give, `spec/golden/feeds/<code>.json` has inputs',
    'and what is found in them.',
    '',
    '| severity | meaning |',
    '|---|---|',
    ...severities.map(([severity, meaning]) => `| ${severity} | ${meaning} |`),
    '',
    ...noticeSections.flatMap(({ title, entries }) => section(title, entries)),
    ...section('Conversions between standards and versions', conversionCatalogue),
  ].join('\n');
  return prettier.format(text, { parser: 'markdown', printWidth: 120 });
}

function section(title: string, entries: Readonly<Record<string, NoticeEntry>>): string[] {
  const rows = Object.entries(entries).map(
    ([code, { severity, message, advice }]) => `| \`${code}\` | ${severity} | ${message} | ${advice} |`,
  );
  return [`## ${title}`, '', '| code | severity | message | what to do |', '|---|---|---|---|', ...rows, ''];
}

if (import.meta.main) writeFileSync(pagePath, await noticesPage());
