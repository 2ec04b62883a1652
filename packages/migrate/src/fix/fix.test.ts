import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tree } from '../scan/testing/tree.ts';
import { fix } from './fix.ts';
import type { FixReport } from './fix.ts';
import { diffOf, fixInWords } from './report-text.ts';

const proof = "const host = 'https://ev-v2.cc.api.here.com';\n";

/** What becomes of a line in a file that is of v2. */
async function fixed(line: string, file = 'client.ts', before = proof): Promise<string> {
  using folder = tree({ [file]: `${before}${line}\n` });
  const { files } = await fix(folder.path);
  const after = files.find(({ path }) => path === file)?.after ?? `${before}${line}\n`;
  return after.slice(before.length).trimEnd();
}

describe('TypeScript and JavaScript', () => {
  it.each([
    // connector types
    ['const TYPE_2 = 31;', "const TYPE_2 = 'IEC_62196_T2';"],
    ['const TYPE_2: number = 31;', "const TYPE_2: string = 'IEC_62196_T2';"],
    ['const connectorTypes = [30, 31];', "const connectorTypes = ['IEC_62196_T1', 'IEC_62196_T2'];"],
    ["f({ connectortype: '31,34' });", "f({ connectortype: 'IEC_62196_T2,IEC_62196_T2_COMBO' });"],
    ["if (c.connectorType.id === '34') g();", "if (c.standard === 'IEC_62196_T2_COMBO') g();"],
    ['if (Number(c.connectorType.id) === 34) g();', "if (c.standard === 'IEC_62196_T2_COMBO') g();"],
    ['enum Plug { CHADEMO = 29 }', "enum Plug { CHADEMO = 'CHADEMO' }"],
    ['show(c.connectorType);', 'show({ id: c.standard, name: c.standard });'],
    // statuses
    ["if (evse.state === 'OCCUPIED') g();", "if (evse.status === 'CHARGING') g();"],
    [
      "if (evse.state === 'OUT_OF_SERVICE') g();",
      "if ((evse.status === 'INOPERATIVE' || evse.status === 'OUTOFORDER')) g();",
    ],
    ["if (evse.state !== 'OFFLINE') g();", "if ((evse.status !== 'PLANNED' && evse.status !== 'REMOVED')) g();"],
    [
      "type State = 'AVAILABLE' | 'OCCUPIED' | 'OUT_OF_SERVICE';",
      "type State = 'AVAILABLE' | 'CHARGING' | 'INOPERATIVE' | 'OUTOFORDER';",
    ],
    [
      "const badStates = ['OUT_OF_SERVICE', 'OFFLINE'];",
      "const badStates = ['INOPERATIVE', 'OUTOFORDER', 'PLANNED', 'REMOVED'];",
    ],
    [
      "switch (evse.state) { case 'OFFLINE': g(); }",
      "switch (evse.status) { case 'PLANNED':\n" + ' '.repeat(22) + "case 'REMOVED': g(); }",
    ],
    ['interface Evse { label: string; state?: State }', 'interface Evse { label: string; status?: State }'],
    // the hierarchy
    ['f(answer.evStations.evStation);', 'f(answer.items);'],
    ['f(station.connectors.connector);', 'f(station.connectorGroups ?? []);'],
    ['const n = station.connectors.connector.length;', 'const n = (station.connectorGroups ?? []).length;'],
    ['f(station.poolId);', 'f(station.id);'],
    ["f(station['poolId']);", "f(station['id']);"],
    ['const { poolId } = station;', 'const { id: poolId } = station;'],
    ['f(c.chargingPoint.numberOfAvailable);', 'f(c.availableConnectorCount);'],
    ['f(c.chargingPoint?.numberOfConnectors);', 'f(c?.connectorCount);'],
    ['f(evStation.position.latitude);', 'f(evStation.location.lat);'],
    // operator
    ['f(station.brand);', 'f(station.suboperator?.name ?? station.operator?.name);'],
    ['f(station.brand.length);', 'f((station.suboperator?.name ?? station.operator?.name).length);'],
    // power
    ['f(c.maxPowerLevel.toFixed(1));', 'f((c.maxPower / 1000).toFixed(1));'],
    ['if (c.maxPowerLevel >= 50) g();', 'if ((c.maxPower / 1000) >= 50) g();'],
    ['if (c.maxPowerLevel === undefined) g();', 'if (c.maxPower === undefined) g();'],
    ['f(c.maxPowerLevel);', 'f((c.maxPower === undefined ? undefined : c.maxPower / 1000));'],
  ])('%s', async (before, after) => {
    expect(await fixed(before)).toBe(after);
  });

  it.each([
    ['an id that is three standards', 'const connectorType = 36;'],
    ['a number that is no connector type', 'const DAYS = 31;'],
    ['an expression that would be asked twice', 'f(next().brand);'],
    ['a comparison that would ask twice', "if (next() === 'OUT_OF_SERVICE') state();"],
    ['what is assigned', 'station.brand = name;'],
    ['a comment', '// poolId, 31, OCCUPIED'],
    ['a path that discovery and lookup have not', "get(api, 'stations/count.json', {});"],
  ])('leaves %s', async (_, line) => {
    expect(await fixed(line)).toBe(line);
  });

  it('makes requests into discovery and lookup, and brings what they need', async () => {
    const client = `import { base } from './base.js';

async function ask(path, key) {
  const url = new URL(\`/ev/\${path}\`, BASE);
  url.searchParams.set('apiKey', key);
  return (await fetch(url)).json();
}

export const near = (lat, lng, key) => ask('stations.json', key, { prox: \`\${lat},\${lng},500\` });
export const around = (lat, lng, r, key) => ask('stations.json', key, { prox: \`\${lat},\${lng},\${r}\`, connectortype: '31' });
export const one = (id, key) => ask(\`pools/\${id}.json\`, key);
`;
    using folder = tree({ 'src/client.js': client, 'package.json': '{\n    "name": "app"\n}\n' });
    const report = await fix(folder.path);
    const { files } = report;
    expect(fixInWords(report)).toContain('npm install @pantograph/client');
    const byPath = new Map(files.map(({ path, after }) => [path, after]));
    expect([...byPath.keys()]).toEqual(['package.json', 'src/client.js', 'src/v3-requests.js']);
    expect(byPath.get('package.json')).toBe(
      '{\n    "name": "app",\n    "dependencies": {\n        "@pantograph/client": "^0.1.0"\n    }\n}\n',
    );
    expect(byPath.get('src/client.js')).toBe(`import { base } from './base.js';
import { clientFor, findLocations, lookUpLocations } from './v3-requests.js';

export const near = (lat, lng, key) => findLocations(clientFor(BASE, key), { around: \`\${lat},\${lng},500\` });
export const around = (lat, lng, r, key) => findLocations(clientFor(BASE, key), { around: { lat, lng, radius: r }, connectorTypes: ['IEC_62196_T2'] });
export const one = (id, key) => lookUpLocations(clientFor(BASE, key), id);
`);
    expect(byPath.get('src/v3-requests.js')).toContain('export async function findLocations(client, search)');
  });
});

describe('other languages', () => {
  it.each([
    ['client.py', 'URL = "https://ev-v2.cc.api.here.com"\n', 'TYPE_2 = 31', 'TYPE_2 = "IEC_62196_T2"'],
    [
      'client.py',
      'URL = "https://ev-v2.cc.api.here.com"\n',
      'if e["state"] == "OCCUPIED": f()',
      'if e["state"] == "CHARGING": f()',
    ],
    ['client.py', 'URL = "https://ev-v2.cc.api.here.com"\n', 'f(s["poolId"])', 'f(s["id"])'],
    ['C.kt', 'val url = "https://ev-v2.cc.api.here.com"\n', 'const val CHADEMO = 29', 'const val CHADEMO = "CHADEMO"'],
    [
      'C.kt',
      'val url = "https://ev-v2.cc.api.here.com"\n',
      'const val CHADEMO: Int = 29',
      'const val CHADEMO: Int = 29',
    ],
    [
      'c.go',
      'package c\nconst url = "https://ev-v2.cc.api.here.com"\n',
      'const CHADEMO = 29',
      'const CHADEMO = "CHADEMO"',
    ],
    ['c.php', "<?php\n$url = 'https://ev-v2.cc.api.here.com';\n", '$type2 = 31;', "$type2 = 'IEC_62196_T2';"],
    [
      'C.java',
      'class C { String url = "https://ev-v2.cc.api.here.com";\n',
      'static final int TYPE_2 = 31; @SerializedName("poolId") String poolId; }',
      'static final int TYPE_2 = 31; @SerializedName("id") String poolId; }',
    ],
  ])('%s: %s%s', async (file, before, line, after) => {
    expect(await fixed(line, file, before)).toBe(after);
  });
});

describe('the whole', () => {
  it('leaves nothing that is not v2 changed', async () => {
    using folder = tree({ 'a.ts': 'export const TYPE_2 = 31; f(cognito.poolId, car.brand);\n' });
    expect(await fix(folder.path)).toEqual({ files: [], withdrawn: [], left: [] });
  });

  it('says what is left, where it then is, and why', async () => {
    using folder = tree({ 'a.ts': `${proof}const connectorType = 36;\n` });
    const report = await fix(folder.path);
    expect(report.files).toEqual([]);
    expect(report.left.map(({ rule, line }) => [rule, line])).toEqual([
      ['v2-host', 1],
      ['connector-id', 2],
    ]);
    expect(fixInWords(report)).toContain('a.ts:2  connector-id  Connector type 36 of v2 is IEC_60309_2_THREE_16 or');
  });

  it('writes a diff with every rule named', async () => {
    using folder = tree({ 'a.ts': `${proof}f(station.poolId);\n` });
    const report = await fix(folder.path);
    expect(diffOf(report)).toBe(
      `--- a/a.ts\n+++ b/a.ts\n@@ -1,2 +1,2 @@\n const host = 'https://ev-v2.cc.api.here.com';\n-f(station.poolId);\n+f(station.id);\n`,
    );
    expect(fixInWords(report)).toContain('  a.ts\n    pool-id: line 2\n');
  });

  it('keeps broken source no more broken than it was', async () => {
    const source = `${proof}f(station.poolId; {{ (\nexport const TYPE_2 = 31;\n`;
    using folder = tree({ 'a.ts': source });
    expect((await fix(folder.path)).files.every(({ after }) => after.includes('{{ ('))).toBe(true);
  });

  const statements = [
    'const TYPE_2 = 31;',
    'const connectorTypes: number[] = [29, 31];',
    "if (evse.state === 'OUT_OF_SERVICE') g(evse.id);",
    "const words = { OCCUPIED: 'a', OUT_OF_SERVICE: 'b', OTHER: 'c' };",
    'f(answer.evStations.evStation[0]);',
    'for (const c of answer.evStations.evStation[0].connectors.connector) f(c.connectorType.name, c.maxPowerLevel);',
    'f(station.brand ?? station.poolId, station.connectors.connector[0].chargingPoint.numberOfAvailable);',
    'interface EvStation { poolId: string; id: string; brand?: string; connectors: { connector: C[] } }',
    'const { poolId, brand } = station;',
    "import { x } from './x.js';",
    '// OCCUPIED 31 poolId',
    'f(`${station.brand} ${c.maxPowerLevel} ${c.connectorDetails?.pricing}`);',
  ];

  it('is done after one time: a second time changes nothing', async () => {
    const sources = fc.array(fc.constantFrom(...statements), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sources, async (lines) => {
        using folder = tree({ 'a.ts': proof + lines.join('\n'), 'b.ts': 'f(station.poolId);\n' });
        write(folder.path, await fix(folder.path));
        expect((await fix(folder.path)).files).toEqual([]);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('reads only', async () => {
    using folder = tree({ 'a.ts': `${proof}f(station.poolId);\n` });
    await fix(folder.path);
    expect(readFileSync(join(folder.path, 'a.ts'), 'utf8')).toBe(`${proof}f(station.poolId);\n`);
  });
});

function write(folder: string, { files }: FixReport): void {
  for (const { path, after } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), after);
  }
}
