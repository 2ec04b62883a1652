import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { locationOf, nameless, ndjson, tariff, writeLines } from './feed.ts';
import { run, runInterrupted } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

interface Status {
  readonly seq: number;
  readonly log: { readonly from: number; readonly since?: string };
  readonly counts: Record<string, number>;
  readonly sources: readonly Record<string, unknown>[];
}

async function statusOf(data: string): Promise<Status> {
  const { stdout } = await run(['status', '--data', data, '--json']);
  return JSON.parse(stdout) as Status;
}

describe('import ocpi', () => {
  test('stores locations and tariffs with their terms', async () => {
    using directory = temporaryDirectory();
    const data = directory.file('data');
    writeLines(directory.file('locations'), [locationOf('one'), locationOf('two')]);
    writeFileSync(directory.file('tariffs'), gzipSync(JSON.stringify([tariff])));
    const { code, stdout } = await run([
      ...['import', 'ocpi', directory.file('locations'), '--tariffs', directory.file('tariffs'), '--source', 'city'],
      ...['--attribution', 'City of Delft', '--licence', 'CC0-1.0', '--data', data],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('3 added, 0 changed, 0 unchanged, 0 in quarantine');
    const status = await statusOf(data);
    expect(status.seq).toBeGreaterThan(0);
    expect(status.log).toEqual({ from: 1 });
    const { stdout: words } = await run(['status', '--data', data]);
    expect(words).toContain(`change log at ${status.seq}, all of it kept\n`);
    expect(words).toContain('city (City of Delft; CC0-1.0)\n  2 locations, 2 EVSEs, 1 tariffs, 0 removed');
    expect(status.counts).toMatchObject({ sources: 1, locations: 2, evses: 2, tariffs: 1, quarantined: 0 });
    expect(status.sources).toEqual([
      {
        ...{ name: 'city', attribution: 'City of Delft', licence: 'CC0-1.0' },
        ...{ locations: 2, evses: 2, tariffs: 1, removed: 0, quarantined: 0, quarantine: [] },
      },
    ]);
  });

  test('changes nothing the second time, and keeps the terms', async () => {
    using directory = temporaryDirectory();
    writeLines(directory.file('feed'), [locationOf('one')]);
    const again = ['import', 'ocpi', directory.file('feed'), '--source', 'city', '--data', directory.path];
    await run([...again, '--attribution', 'City of Delft']);
    const before = await statusOf(directory.path);
    const { code, stdout } = await run(again);
    expect(code).toBe(0);
    expect(stdout).toContain('0 added, 0 changed, 1 unchanged');
    expect(await statusOf(directory.path)).toEqual(before);
    expect(before.sources[0]).toMatchObject({ attribution: 'City of Delft' });
  });

  test('reads standard input', async () => {
    using directory = temporaryDirectory();
    const input = JSON.stringify({ data: [locationOf('one')], status_code: 1000, timestamp: '2026-06-10T10:00:00Z' });
    const { code, stdout } = await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input });
    expect(code).toBe(0);
    expect(stdout).toContain('1 added');
  });

  test('ends with 1 where an object went to quarantine, and stores the rest', async () => {
    using directory = temporaryDirectory();
    const input = ndjson([locationOf('one'), nameless, locationOf('two')]);
    const report = directory.file('report.json');
    const args = ['import', 'ocpi', '-', '--source', 'a', '--data', directory.path, '--report', report];
    const { code, stdout } = await run(args, { input });
    expect(code).toBe(1);
    expect(stdout).toMatch(/error +1 +missing_id\n.*line 2, object 2/);
    const findings = JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown>;
    expect(findings).toMatchObject({ objects: 3, added: 2, changed: 0, unchanged: 0, quarantined: 1, repaired: 0 });
    expect(findings['notices']).toContainEqual(
      expect.objectContaining({ code: 'missing_id', severity: 'error', count: 1, examples: [expect.anything()] }),
    );
    const { sources } = await statusOf(directory.path);
    expect(sources[0]).toMatchObject({ locations: 2, quarantined: 1, quarantine: [{ code: 'missing_id', count: 1 }] });
  });

  test('ends with 1 where the input breaks off, and keeps what came before', async () => {
    using directory = temporaryDirectory();
    const input = `[${JSON.stringify(locationOf('one'))}, {"id": "tw`;
    const { code, stdout } = await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input });
    expect(code).toBe(1);
    expect(stdout).toContain('1 added');
    expect(stdout).toMatch(/breaks off at -, line 1, object 2/);
    expect((await statusOf(directory.path)).counts).toMatchObject({ locations: 1 });
  });

  test('takes a source that cannot be read for wrong use', async () => {
    using directory = temporaryDirectory();
    const nowhere = 'http://127.0.0.1:1/locations';
    const { code, stdout } = await run(['import', 'ocpi', nowhere, '--source', 'a', '--data', directory.path]);
    expect(stdout).toContain(nowhere);
    expect(code).toBe(2);
  });

  test('makes nothing in a dry run', async () => {
    using directory = temporaryDirectory();
    const args = ['import', 'ocpi', '-', '--source', 'a', '--data', directory.file('data'), '--dry-run'];
    const { code, stdout } = await run(args, { input: ndjson([locationOf('one'), nameless]) });
    expect(code).toBe(1);
    expect(stdout).toContain('1 added, 0 changed, 0 unchanged, 1 in quarantine');
    expect(stdout).toContain('nothing was stored');
    expect(readdirSync(directory.path)).toEqual([]);
  });

  test('judges a dry run against what is stored', async () => {
    using directory = temporaryDirectory();
    const args = ['import', 'ocpi', '-', '--source', 'a', '--data', directory.path];
    await run(args, { input: ndjson([locationOf('one')]) });
    const before = await statusOf(directory.path);
    const later = locationOf('one', 'CHARGING', '2026-06-10T11:00:00Z');
    const { stdout } = await run([...args, '--dry-run'], { input: ndjson([later, locationOf('two')]) });
    expect(stdout).toContain('1 added, 1 changed');
    expect(await statusOf(directory.path)).toEqual(before);
  });

  test('stops at Ctrl-C, says what is stored, and can be run again', async () => {
    using directory = temporaryDirectory();
    const args = ['import', 'ocpi', '-', '--source', 'a', '--data', directory.path];
    const store = () => existsSync(directory.file('pantograph.db'));
    const { code, stderr } = await runInterrupted(args, () => expect.poll(store, { timeout: 20_000 }).toBe(true));
    expect(stderr).toMatch(/Stopped. 0 objects are stored. Run the same command again/);
    expect(code).toBe(130);
    expect((await run(args, { input: ndjson([locationOf('one')]) })).code).toBe(0);
  });

  test('does not begin where the report cannot be written', async () => {
    using directory = temporaryDirectory();
    const args = [
      'import',
      'ocpi',
      '-',
      '--source',
      'a',
      '--data',
      directory.file('data'),
      '--report',
      '/no/such/r.json',
    ];
    const { code, stderr } = await run(args, { input: ndjson([locationOf('one')]) });
    expect(code).toBe(2);
    expect(stderr).toContain('Cannot write the report');
    expect(existsSync(directory.file('data'))).toBe(false);
  });
});
