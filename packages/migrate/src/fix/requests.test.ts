/** Requests, by form: what becomes of them, what comes with them, and what is left. */
import { describe, expect, it } from 'vitest';
import { tree } from '../scan/testing/tree.ts';
import { fix } from './fix.ts';

const proof = "const host = 'https://ev-v2.cc.api.here.com';\n";

describe('requests in place', () => {
  async function fixed(line: string): Promise<string> {
    using folder = tree({ 'client.ts': `${before}${line}\n` });
    const { files } = await fix(folder.path);
    const after = files.find(({ path }) => path === 'client.ts')?.after ?? `${before}${line}\n`;
    return after.trimEnd().split('\n').at(-1) ?? '';
  }

  const before = `${proof}export { x } from './x.js';\n`;
  const found = `findLocations(clientFor(BASE), { around: \`\${at},500\` })`;

  it.each([
    ['fetch(`${BASE}/ev/stations.json?prox=${at},500`).then((r) => r.json());', `${found};`],
    ['const a = await (await fetch(`${BASE}/ev/stations.json?prox=${at},500`)).json();', `const a = await ${found};`],
    [
      "const a = await (await fetch(BASE + '/ev/stations.json?prox=' + at + ',500')).json();",
      `const a = await ${found};`,
    ],
    [
      'fetch(`${BASE}/stations.json?prox=1,2,3&maxresults=5&emsp=${cards.join(",")}`).then((r) => r.json());',
      "findLocations(clientFor(BASE), { around: '1,2,3', limit: 5, partnerIds: cards });",
    ],
    [
      'fetch(`${BASE}/ev/stations.json?corridor=${encodeURIComponent(way)}&apiKey=${key}`).then((r) => r.json());',
      'findLocations(clientFor(BASE, key), { along: way });',
    ],
    [
      'fetch(`${BASE}/ev/stations/count.json?bbox=1,2;3,4`, { headers: { Authorization: `Bearer ${token}` } }).then((r) => r.json());',
      "countLocations(clientFor(BASE, undefined, token), { within: '1,2;3,4' });",
    ],
    [
      "fetch(`${BASE}/ev/evses/bulk.json?id=${ids.join('&id=')}`).then((r) => r.json() as Promise<Answer>);",
      'lookUpLocations<Answer>(clientFor(BASE), ids);',
    ],
    [
      'fetch(`${BASE}/ev/pools/bulk.json?id=a&id=${b}`).then((r) => r.json());',
      "lookUpLocations(clientFor(BASE), ['a', b]);",
    ],
  ])('%s', async (line, after) => {
    expect(await fixed(line)).toBe(after);
  });

  it.each([
    [
      'an answer that is used for more than its body',
      'const r = await fetch(`${BASE}/ev/stations.json?prox=1,2,3`); log(r.headers);',
    ],
    [
      'a status that is told apart',
      'const r = await fetch(`${BASE}/ev/pools/${id}.json`); if (r.status === 404) g(); f(await r.json());',
    ],
    ['parameters that may be absent', 'fetch(`${BASE}/ev/stations.json?prox=1,2,3${more}`).then((r) => r.json());'],
    [
      'a choice of parameters',
      "fetch(`${BASE}/ev/stations.json?prox=1,2,3&emsp=${all ? '' : one}`).then((r) => r.json());",
    ],
    ['a signal', 'fetch(`${BASE}/ev/stations.json?prox=1,2,3`, { signal }).then((r) => r.json());'],
    [
      'the older credentials',
      'fetch(`${BASE}/ev/stations.json?prox=1,2,3&app_id=${a}&app_code=${b}`).then((r) => r.json());',
    ],
    ['a base that nobody names', "fetch('/ev/stations.json?prox=1,2,3').then((r) => r.json());"],
    ['another fetch', 'const fetch = ours; fetch(`${BASE}/ev/stations.json?prox=1,2,3`).then((r) => r.json());'],
    ['XML', 'fetch(`${BASE}/ev/stations.xml?prox=1,2,3`).then((r) => r.text());'],
    ['connector id 36', 'fetch(`${BASE}/ev/stations.json?prox=1,2,3&connectortype=36`).then((r) => r.json());'],
    ['two areas', 'fetch(`${BASE}/ev/stations.json?prox=1,2,3&bbox=1,2;3,4`).then((r) => r.json());'],
    [
      'an address that is used again',
      'const u = `${BASE}/ev/stations.json?prox=1,2,3`; log(u); fetch(u).then((r) => r.json());',
    ],
    ['lists without a place in lookup', 'fetch(`${BASE}/ev/roamings.json`).then((r) => r.json());'],
  ])('leaves %s', async (_, line) => {
    expect(await fixed(line)).toBe(line);
  });
});

describe('the import of what requests need', () => {
  const program = '/** Of mine. */\nconst a = await (await fetch(`${BASE}/ev/stations.json?prox=1,2,3`)).json();\n';
  const changed = "const a = await findLocations(clientFor(BASE), { around: '1,2,3' });\n";

  it.each([
    ['.ts where TypeScript runs as it stands', {}, '.ts'],
    [
      '.js where TypeScript is compiled for Node',
      { 'tsconfig.json': '{"compilerOptions":{"module":"NodeNext"}}' },
      '.js',
    ],
    ['nothing where a bundler reads it', { 'tsconfig.json': '{"compilerOptions":{"module":"esnext"}}' }, ''],
    ['what other imports end in', { 'client.ts': `import { x } from './x.js';\n\n${program}` }, '.js'],
  ])('ends in %s', async (_, files, extension) => {
    using folder = tree({ 'client.ts': program, ...files });
    const after = (await fix(folder.path)).files.find(({ path }) => path === 'client.ts')?.after;
    expect(after).toContain(`import { clientFor, findLocations } from './v3-requests${extension}';\n\n`);
    expect(after?.endsWith(changed)).toBe(true);
  });
});

describe('a library that requests were made with', () => {
  const call = (name: string) => `export const a = (await ${name}.get('https://a.example/ev/pools/p.json')).data;\n`;
  const other = "export const b = await axios.get('/weather');\n";
  const asked = "export const a = await lookUpLocations(clientFor('https://a.example'), 'p');\n";

  it.each([
    ['goes where nothing uses it any more', "import axios from 'axios';\n", call('axios'), asked],
    ['stays where something does', "import axios from 'axios';\n", call('axios') + other, undefined],
    [
      'stays with its types',
      "import axios, { AxiosError } from 'axios';\n",
      `${call('axios')}export { AxiosError };\n`,
      undefined,
    ],
    [
      'goes with the instance that was made of it',
      "import axios from 'axios';\nconst ev = axios.create({ baseURL: 'https://ev-v2.cc.api.here.com/ev' });\n",
      "export const a = (await ev.get('/pools/p.json')).data;\n",
      asked.replace('a.example', 'ev-v2.cc.api.here.com/ev'),
    ],
  ])('%s', async (_, imports, uses, left) => {
    using folder = tree({ 'client.js': `${imports}\n${uses}` });
    const after = (await fix(folder.path)).files.find(({ path }) => path === 'client.js')?.after ?? '';
    expect(after).toContain('lookUpLocations(clientFor(');
    if (left === undefined) expect(after).toContain(imports);
    else expect(after.trim()).toBe(`import { clientFor, lookUpLocations } from './v3-requests.js';\n\n${left}`.trim());
  });
});

describe('a library that is told more than its calls say', () => {
  it.each(['axios.defaults.params = { apiKey };', 'axios.interceptors.request.use(withKey);'])('%s', async (told) => {
    const source = `import axios from 'axios';\n${told}\n(await axios.get('https://a.example/ev/pools/p.json')).data;\n`;
    using folder = tree({ 'client.js': source });
    expect((await fix(folder.path)).files).toEqual([]);
  });
});

describe('a module of the older kind', () => {
  it('keeps its requests, since it cannot import what they would need', async () => {
    const client = `const BASE = 'https://ev-v2.cc.api.here.com';
async function ask(path, key) {
  const url = new URL(\`/ev/\${path}\`, BASE);
  return (await fetch(url)).json();
}
exports.near = (lat, lng, key) => ask('stations.json', key, { prox: \`\${lat},\${lng},500\` });
`;
    using folder = tree({ 'client.js': client, 'package.json': '{ "name": "app" }' });
    expect((await fix(folder.path)).files).toEqual([]);
  });
});
