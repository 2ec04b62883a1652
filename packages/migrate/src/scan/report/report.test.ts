import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { ScanReport } from '../finding.ts';
import { scan } from '../scan.ts';
import { tree } from '../testing/tree.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

const hostile = `<script>alert("x")</script>&'`;

async function sample(): Promise<ScanReport> {
  using folder = tree({
    'src/a b&<i>.ts': `const u = 'https://ev-v2.cc.api.here.com'; const t = \`${hostile} \${u}/ev/stations.json\`;\n`,
    'big.bin': 'x',
    'broken.ts': 'const x = "/ev/stations.json"; function (((',
  });
  return await scan(folder.path);
}

describe('reports', () => {
  it('as text name the place, the rule, what to do, and the plan', async () => {
    const text = textReport(await sample());
    expect(text).toContain('src/a b&<i>.ts:1:20  v2-host (high)');
    expect(text).toMatch(/By rule\n +2 {2}v2-path +2 files, fix: partly\. stations and alongroute become/);
    expect(text).toMatch(/By file, most work first[^\n]*\n +2 +\d+ min {2}src\/a b&<i>\.ts/);
    expect(text).toContain('1 files with broken syntax were read as far as they could be: broken.ts');
    expect(text).toContain('1  files of other kinds, such as big.bin');
  });

  it('as text of nothing found say so', async () => {
    using folder = tree({ 'a.ts': 'export const x = 1;\n' });
    expect(textReport(await scan(folder.path))).toContain('0 places in 0 files; 1 files read');
  });

  it('as JSON hold the findings, their rules and the plan', async () => {
    const report = await sample();
    const read = JSON.parse(jsonReport(report)) as Record<string, unknown>;
    expect(read).toMatchObject({
      findings: report.findings,
      files: 2,
      rules: [{ id: 'v2-path', guide: 'Discovery and Lookup Responsibilities', count: 2 }, { id: 'v2-host' }],
      plan: [
        { file: 'src/a b&<i>.ts', count: 2 },
        { file: 'broken.ts', count: 1 },
      ],
    });
  });

  it('as SARIF keep its schema', async () => {
    const require = createRequire(import.meta.url);
    const schema = JSON.parse(
      readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
    ) as object;
    const { default: Ajv } = await import('ajv-draft-04');
    const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const log = JSON.parse(sarifReport(await sample())) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
    };
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const results = log.runs[0]?.results ?? [];
    expect(results).toHaveLength(3);
    const uris = results.map((each) => each.locations[0]?.physicalLocation.artifactLocation.uri);
    expect(uris).toContain('src/a%20b%26%3Ci%3E.ts');
  });

  it('as a page need nothing else, and escape whatever comes from the source', async () => {
    const page = htmlReport(await sample(), hostile);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)/);
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;');
    // Every element is closed, but for those that never are.
    const xml = page
      .replace('<!doctype html>', '')
      .replace(/<meta ([^>]*)>/g, '<meta $1/>')
      .replaceAll('<br>', '<br/>');
    expect(new XMLParser({ processEntities: false }).parse(xml)).toHaveProperty('html.body.main');
  });
});
