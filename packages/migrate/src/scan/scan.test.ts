import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { languages } from './code/languages.ts';
import type { ScanReport } from './finding.ts';
import { scan } from './scan.ts';
import { tree } from './testing/tree.ts';

const v2 = "const url = 'https://ev-v2.cc.api.here.com/ev/stations.json?connectortype=31';\n";
const skippedAs = ({ skipped }: ScanReport, reason: string) => skipped.find((each) => each.reason === reason);
const rulesIn = ({ findings }: ScanReport, file: string) =>
  findings.filter((each) => each.file === file).map(({ rule }) => rule);

describe('a scan', () => {
  it('says where, what and how surely', async () => {
    using folder = tree({ 'src/a.ts': `\n  ${v2}` });
    const { findings } = await scan(folder.path);
    expect(findings[0]).toMatchObject({
      rule: 'v2-host',
      file: 'src/a.ts',
      language: 'typescript',
      line: 2,
      column: 24,
      text: 'ev-v2.cc.api.here.com',
      confidence: 'high',
      snippet: v2.trim(),
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['v2-host', 'v2-path', 'v2-parameter', 'connector-id']);
    expect(findings.at(-1)?.message).toBe('Connector type 31 of v2 is IEC_62196_T2 in v3.');
  });

  it('finds in other files only what another file proves to be meant', async () => {
    const model = 'interface Station { poolId: string; maxPowerLevel: number }\nexport const TYPE_2 = 31;\n';
    using without = tree({ 'model.ts': model });
    expect((await scan(without.path)).findings).toEqual([]);
    using proven = tree({ 'model.ts': model, 'api.py': `url = "https://ev-v2.cc.api.here.com/ev"\n` });
    expect(rulesIn(await scan(proven.path), 'model.ts')).toEqual(['pool-id', 'power-in-kilowatts', 'connector-id']);
  });

  it('counts what is less certain than asked for', async () => {
    using folder = tree({ 'a.ts': v2, 'b.ts': 'interface Station { poolId: string }\n' });
    const all = await scan(folder.path);
    const sure = await scan(folder.path, { minConfidence: 'high' });
    expect(rulesIn(all, 'b.ts')).toEqual(['pool-id']);
    expect(rulesIn(sure, 'b.ts')).toEqual([]);
    expect(sure.belowConfidence).toBe(all.findings.length - sure.findings.length);
  });

  it('tells of data the first place of a rule, and how many there are', async () => {
    const answer = { evStations: { evStation: [1, 2, 3].map((id) => ({ poolId: String(id) })) } };
    using folder = tree({ 'fixture.json': JSON.stringify(answer) });
    const { findings } = await scan(folder.path);
    expect(findings.filter(({ rule }) => rule === 'pool-id')).toMatchObject([{ occurrences: 3 }]);
  });

  it('shows no credentials', async () => {
    using folder = tree({
      'a.ts': "fetch('https://ev-v2.cc.api.here.com/ev/stations.json?apiKey=AbCdEf123456&app_code=Secret_Secret');\n",
    });
    const text = JSON.stringify(await scan(folder.path));
    expect(text).toContain('v2-host');
    expect(text).not.toContain('AbCdEf123456');
    expect(text).not.toContain('Secret_Secret');
  });

  it('reads UTF-8 and UTF-16, and counts columns as editors do', async () => {
    using folder = tree({
      'a.js': `const α = "😀"; ${v2}`,
      'b.js': Buffer.from(`\ufeff${v2}`, 'utf16le'),
    });
    const { findings } = await scan(folder.path);
    expect(findings.find(({ file }) => file === 'a.js')?.column).toBe(38);
    expect(rulesIn({ findings } as ScanReport, 'b.js')).toContain('v2-host');
  });
});

describe('what is not read is counted with its reason', () => {
  it('dependencies, and what .gitignore leaves out, by the nearest file that has a say', async () => {
    using folder = tree({
      '.gitignore': 'generated/\n*.gen.ts\n',
      'node_modules/client/index.js': v2,
      'generated/a.ts': v2,
      'a.gen.ts': v2,
      'sub/.gitignore': '!kept.gen.ts\nown.ts\n',
      'sub/kept.gen.ts': v2,
      'sub/own.ts': v2,
      'readme.md': v2,
    });
    const report = await scan(folder.path);
    expect(new Set(report.findings.map(({ file }) => file))).toEqual(new Set(['sub/kept.gen.ts']));
    expect(skippedAs(report, 'dependencies')).toMatchObject({ count: 1, examples: ['node_modules'] });
    expect(skippedAs(report, 'ignored')?.examples.toSorted()).toEqual(['a.gen.ts', 'generated', 'sub/own.ts']);
    expect(skippedAs(report, 'otherKind')?.count).toBe(3);
  });

  it('binary files, bundles, minified code', async () => {
    using folder = tree({
      'picture.js': Buffer.concat([Buffer.from(v2), Buffer.from([0, 1, 2, 3])]),
      'bundle.js': Buffer.alloc(50_000_000, v2),
      'small.min.js': v2,
      'one-line.js': v2.trim().repeat(800),
    });
    const report = await scan(folder.path);
    expect(report.findings).toEqual([]);
    expect(skippedAs(report, 'binary')?.examples).toEqual(['picture.js']);
    expect(skippedAs(report, 'tooLarge')?.examples).toEqual(['bundle.js']);
    expect(skippedAs(report, 'minified')?.examples).toEqual(['one-line.js', 'small.min.js']);
  });

  it('links, inside and outside, in circles and broken; pipes', async () => {
    using outside = tree({ 'secret.ts': v2 });
    using folder = tree({ 'a.ts': v2 });
    symlinkSync('.', join(folder.path, 'circle'));
    symlinkSync(outside.path, join(folder.path, 'outside'));
    symlinkSync(join(outside.path, 'secret.ts'), join(folder.path, 'secret.ts'));
    symlinkSync('nowhere.ts', join(folder.path, 'broken.ts'));
    execFileSync('mkfifo', [join(folder.path, 'pipe.ts')]);
    const report = await scan(folder.path);
    expect(new Set(report.findings.map(({ file }) => file))).toEqual(new Set(['a.ts']));
    expect(skippedAs(report, 'symbolicLink')?.count).toBe(4);
    expect(skippedAs(report, 'noFile')?.examples).toEqual(['pipe.ts']);
  });

  it('folders and files that may not be read', () => {
    using folder = tree({ 'a.ts': v2, 'closed/b.ts': v2, 'c.ts': v2 });
    chmodSync(folder.path, 0o755);
    chmodSync(join(folder.path, 'closed'), 0);
    chmodSync(join(folder.path, 'c.ts'), 0);
    // Root may read everything, so the scan runs as nobody.
    const door = new URL('./index.ts', import.meta.url).href;
    const program = `import { scan } from '${door}'; console.log(JSON.stringify(await scan(process.argv[1])));`;
    const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program, folder.path], {
      encoding: 'utf8',
      cwd: '/',
      ...asNobody,
    });
    chmodSync(join(folder.path, 'closed'), 0o755);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout) as ScanReport;
    expect(rulesIn(report, 'a.ts')).toContain('v2-host');
    expect(skippedAs(report, 'unreadable')?.examples.toSorted()).toEqual(['c.ts', 'closed']);
  });

  it('folders nested without end', async () => {
    using folder = tree({ 'a.ts': v2 });
    mkdirSync(join(folder.path, ...Array.from({ length: 80 }, () => 'd')), { recursive: true });
    expect(skippedAs(await scan(folder.path), 'tooDeep')?.count).toBe(1);
  });
});

describe('broken input', () => {
  it('is read as far as it can be, and named', async () => {
    using folder = tree({ 'a.ts': `${v2}function {{{ ( => "`, 'b.json': '{"url": "https://x/ev/stations.json", [' });
    const report = await scan(folder.path);
    expect(rulesIn(report, 'a.ts')).toContain('v2-host');
    expect(rulesIn(report, 'b.json')).toContain('v2-path');
    expect(report.broken).toEqual(['a.ts', 'b.json']);
  });

  it.each(languages.map((language) => [language.title, language.extensions[0] ?? ''] as const))(
    'in %s ends, whatever it is',
    async (_, extension) => {
      const openings = ['(', '{', '"', "'", '/*', '<!--', '<a b="'];
      const files = openings.map((opening, index) => [
        `${String(index)}${extension}`,
        `// connectortype\n${`${opening}\n`.repeat(300)}`,
      ]);
      using folder = tree(Object.fromEntries(files) as Record<string, string>);
      const report = await scan(folder.path);
      expect(report.files).toBe(openings.length);
    },
  );

  it('that would take forever to parse is given up', async () => {
    using folder = tree({ 'a.go': `// connectortype\n${'/*\n'.repeat(20_000)}` });
    expect(skippedAs(await scan(folder.path), 'tooCostly')?.examples).toEqual(['a.go']);
  });

  it('cannot be a folder that is not there', async () => {
    await expect(scan('/nowhere/at/all')).rejects.toThrow('ENOENT');
  });
});

describe('real source', () => {
  const modules = fileURLToPath(new URL('../../../../node_modules/', import.meta.url));

  // Web frameworks, validation, maps: nothing of charging stations in it.
  it.each(['hono', 'zod', 'preact', 'maplibre-gl/src', 'commander', 'pino', 'fast-check'])(
    'of %s has no findings, however uncertain',
    async (name) => {
      const report = await scan(join(modules, name), { minConfidence: 'low' });
      expect(report.files).toBeGreaterThan(5);
      expect(report.findings).toEqual([]);
    },
  );

  it('is left as it is', async () => {
    using folder = tree({ 'src/a.ts': v2, 'b.json': '{}' });
    const state = () =>
      readdirSync(folder.path, { recursive: true }).map((name) => {
        const path = join(folder.path, String(name));
        const { mtimeMs, isFile } = { mtimeMs: statSync(path).mtimeMs, isFile: statSync(path).isFile() };
        return [name, mtimeMs, isFile ? readFileSync(path, 'utf8') : ''];
      });
    writeFileSync(join(folder.path, 'c.py'), 'x = 1\n');
    const before = state();
    await scan(folder.path);
    expect(state()).toEqual(before);
  });
});
