import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { locationOf, ndjson, tariff } from './feed.ts';
import { run } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const golden = (file: string): string =>
  fileURLToPath(new URL(`../../../spec/golden/v2/with-everything/${file}`, import.meta.url));

const station = (id: string, more: object = {}): object => ({
  id,
  poolId: id,
  position: { latitude: 52.5, longitude: 13.4 },
  ...more,
});

const linesOf = (text: string): { id: string }[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string });

describe('pantograph convert', () => {
  it('makes v3 of v2 answers in XML and JSON alike, and of a stream of objects', async () => {
    const [xml, json, stream] = await Promise.all([
      run(['convert', '--from', 'v2', '--to', 'v3', golden('stations.xml')]),
      run(['convert', '--from', 'v2', '--to', 'v3', golden('stations.json')]),
      run(['convert', '--from', 'v2', '--to', 'v3'], { input: ndjson([station('a'), station('b')]) }),
    ]);
    expect([xml.code, json.code, stream.code]).toEqual([0, 0, 0]);
    expect(xml.stdout).toBe(json.stdout);
    expect(linesOf(stream.stdout).map(({ id }) => id)).toEqual([
      'here:evcp:charginglocation:a',
      'here:evcp:charginglocation:b',
    ]);
    expect(stream.stderr).toContain('v2 to v3: 2 objects, 2 converted, 0 refused');
  });

  it('answers as the API does, so that its answer can be converted again', async () => {
    const there = await run(['convert', '--from', 'v2', '--to', 'v3', '--shape', 'response', golden('stations.json')]);
    expect(JSON.parse(there.stdout)).toMatchObject({ items: [{ name: 'Stadtwerke' }] });
    const xml = await run(['convert', '--from', 'v3', '--to', 'v2', '--shape', 'xml'], { input: there.stdout });
    expect(xml.stderr).toContain('nothing lost');
    const again = await run(['convert', '--from', 'v2', '--to', 'v3', '--shape', 'response'], { input: xml.stdout });
    expect(again.stdout).toBe(there.stdout);
    const none = await run(['convert', '--from', 'v2', '--to', 'v3', '--shape', 'array'], { input: '[]' });
    expect(JSON.parse(none.stdout)).toEqual([]);
  });

  it('is strict about losses that are not allowed', async () => {
    const input = ndjson([station('a', { distance: 5, pvId: 'x' })]);
    const strict = (...more: string[]): ReturnType<typeof run> =>
      run(['convert', '--from', 'v2', '--to', 'v3', '--strict', ...more], { input });
    const [without, part, all, wrong] = await Promise.all([
      strict(),
      strict('--allow', 'distance_dropped'),
      strict('--allow', 'distance_dropped,field_dropped:/pvId'),
      strict('--allow', 'distance_droped'),
    ]);
    expect([without.code, part.code, all.code, wrong.code]).toEqual([1, 1, 0, 2]);
    expect(wrong.stderr).toContain('There is no rule "distance_droped"');
  });

  it('writes output, tariffs and report to files', async () => {
    using directory = temporaryDirectory();
    const file = (name: string): string => directory.file(name);
    writeFileSync(file('locations.gz'), gzipSync(ndjson([locationOf('L1'), locationOf('L2')])));
    writeFileSync(file('tariffs'), ndjson([tariff]));
    const v3 = await run([
      'convert',
      '--from',
      'ocpi-2.3.0',
      '--to',
      'v3',
      file('locations.gz'),
      '--tariffs',
      file('tariffs'),
      '--out',
      file('v3'),
      '--report',
      file('losses.json'),
    ]);
    expect([v3.code, v3.stdout]).toEqual([0, '']);
    expect(linesOf(readFileSync(file('v3'), 'utf8'))).toMatchObject([
      { tariffs: [{ currency: 'EUR' }] },
      { cpoLocationId: 'L2' },
    ]);
    const report = JSON.parse(readFileSync(file('losses.json'), 'utf8')) as {
      objects: object;
      rules: { rule: string }[];
    };
    expect(report.objects).toEqual({ read: 2, converted: 2, refused: 0 });
    expect(report.rules.map(({ rule }) => rule)).toContain('content_id_made');
    const ocpi = await run([
      'convert',
      '--from',
      'v3',
      '--to',
      'ocpi-2.2.1',
      file('v3'),
      '--tariffs-out',
      file('back'),
      '--report',
      file('losses.txt'),
    ]);
    expect(linesOf(ocpi.stdout).map(({ id }) => id)).toEqual(['L1', 'L2']);
    // Both locations have the same one.
    expect(linesOf(readFileSync(file('back'), 'utf8'))).toHaveLength(1);
    expect(readFileSync(file('losses.txt'), 'utf8')).toContain('tariff_id_made (defaulted:');
  });

  it('refuses what it cannot read, counts it, and goes on', async () => {
    const good = JSON.stringify(station('good'));
    const big = `{"poolId":"big","filler":"${'x'.repeat(2_000_000)}"}`;
    const mixed = await run(['convert', '--from', 'v2', '--to', 'v3', '--max-object-mb', '1'], {
      input: [good, '{"poolId":', 'true', big, JSON.stringify({ pools: [] }), '{"poolId":"nowhere"}', good, ''].join(
        '\n',
      ),
    });
    expect(mixed.code).toBe(1);
    expect(linesOf(mixed.stdout)).toHaveLength(2);
    expect(mixed.stderr).toContain('7 objects, 2 converted, 5 refused');
    for (const rule of ['bad_json', 'object_too_large', 'no_position', 'object_incomplete'])
      expect(mixed.stderr).toContain(rule);
  });

  it('refuses bombs and rubbish at once', async () => {
    const bombs = [
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      '<a>'.repeat(200_000),
      '\u0000\u0001\u0002',
      'half {"a":',
      '{"evStations":{"evStation":[{',
    ];
    for (const { code, stdout, stderr } of await Promise.all(
      bombs.map((input) => run(['convert', '--from', 'v2', '--to', 'v3'], { input })),
    )) {
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain('1 objects, 0 converted, 1 refused');
    }
  });

  it('needs no more memory for more input', { timeout: 60_000 }, async () => {
    const filler = 'x'.repeat(20_000);
    const input = ndjson(Array.from({ length: 5_000 }, (_, at) => station(String(at), { filler })));
    // The program takes 35 MB, the input is 100. The young generation is kept small: what is garbage there counts too.
    const small = { input, node: ['--max-old-space-size=64', '--max-semi-space-size=1'] };
    const { code, stdout, stderr } = await run(['convert', '--from', 'v2', '--to', 'v3'], small);
    expect(code, stderr).toBe(0);
    expect(linesOf(stdout)).toHaveLength(5_000);
  });

  it('says what is wrong with how it is used', async () => {
    const wrong = await Promise.all([
      run(['convert', '--from', 'v2']),
      run(['convert', '--from', 'v1', '--to', 'v2']),
      run(['convert', '--from', 'v2', '--to', 'v3', '/nowhere/at-all.json']),
      run(['convert', '--from', 'v2', '--to', 'v3', '--shape', 'xml', '-']),
      run(['convert', '--from', 'v2', '--to', 'v3', '--tariffs', 't', '-']),
      run(['convert', '--from', 'v2', '--to', 'v3', '--out', '/nowhere/out.json', golden('stations.json')]),
    ]);
    expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2]);
    const says = ['--to', 'ocpi-2.1.1', 'There is no file', '--shape response', 'Only OCPI', '/nowhere/out.json'];
    for (const [at, text] of says.entries()) expect(wrong[at]?.stderr).toContain(text);
  });
});
