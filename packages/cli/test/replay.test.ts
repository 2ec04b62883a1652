import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locationOf, ndjson } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const traffic = fileURLToPath(new URL('../../../examples/v2-client/traffic.txt', import.meta.url));

type Served = Awaited<ReturnType<typeof runServer>>;

const directory = temporaryDirectory();
let server: Served;
let bases: readonly string[];

beforeAll(async () => {
  const input = ndjson([locationOf('one', 'OUTOFORDER'), locationOf('two')]);
  await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input });
  server = await runServer(['serve', '--port', '0', '--data', directory.path]);
  bases = ['--v3', `${server.url}/v3`, '--search', `${server.url}/v1`, '--rate', '1000'];
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  directory[Symbol.dispose]();
});

describe('pantograph replay', () => {
  it('finds the recorded traffic of the example answered alike', async () => {
    const { code, stdout } = await run(['replay', traffic, '--v2', `${server.url}/ev`, ...bases]);
    expect(stdout).toMatch(/Proven: \d{2,} fields, no unexplained difference/);
    expect(stdout).toContain('connector_type_of_standard');
    expect(code).toBe(0);
  });

  it('finds one status that is another, and goes on from its journal', async () => {
    await using planted = await withOneStatusChanged(server.url);
    const [html, json, journal] = ['page.html', 'report.json', 'journal'].map((name) => join(directory.path, name));
    const files = ['--html', html ?? '', '--json', json ?? '', '--resume', journal ?? ''];
    const list = '/ev/stations.json?prox=52.0116,4.3571,3000&apiKey=SECRET\n/ev/stations/count.json?prox=52,4.3,9000\n';
    const args = ['replay', '-', '--v2', `${planted.url}/ev`, ...bases, ...files];
    const first = await run(args, { input: list });
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('1 different in 1 requests: evStations.evStation.connectors');
    expect(first.stdout).toContain('v2 "RESERVED"; v3 ');
    expect(JSON.parse(readFileSync(json ?? '', 'utf8'))).toMatchObject({ proven: false, fields: { different: 1 } });
    for (const file of [html, json, journal]) expect(readFileSync(file ?? '', 'utf8')).not.toContain('SECRET');

    const again = await run(args, { input: list });
    expect(again.stderr).toContain('Going on after 2 requests');
    expect(again.stdout).toBe(first.stdout);
  });

  it('says which server does not answer', async () => {
    const input = '/ev/connectortypes.json\n/ev/roamings.json';
    const args = ['replay', '-', '--v2', `${server.url}/nowhere`, ...bases];
    const { code, stdout } = await run(args, { input });
    expect(code).toBe(1);
    expect(stdout).toContain('Not proven');
  });

  it.each([
    [['--v2', 'nonsense'], '', 'Expected an address such as https://host/v3'],
    [['--v2', 'http://user:pw@localhost/ev'], '', 'without credentials'],
    [['--v2', 'http://localhost/ev', '--rate', '0'], '', 'Expected a number above 0'],
    [['--v2', 'http://localhost/ev', '--allow', 'a b'], '', 'Expected names of fields'],
    [['--v2', 'http://localhost/ev'], '{"log":{"entries":[', 'was it cut off?'],
    [['--v2', 'http://localhost/ev'], 'PK\0\0', 'it is binary'],
  ])('refuses %j with %j', async (more, input, reason) => {
    const { code, stderr } = await run(['replay', '-', ...bases, ...more], { input });
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  });

  it('refuses a journal of another question, and leaves it alone', async () => {
    const other = join(directory.path, 'other');
    writeFileSync(other, 'dear diary\n');
    const args = ['replay', '-', '--v2', `${server.url}/ev`, ...bases, '--resume', other];
    const { code, stderr } = await run(args, { input: '/ev/roamings.json' });
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be gone on from');
    expect(existsSync(other) && readFileSync(other, 'utf8')).toBe('dear diary\n');
  });
});

interface Planted extends AsyncDisposable {
  readonly url: string;
}

/** What another server answers, but for the first state in it. */
async function withOneStatusChanged(origin: string): Promise<Planted> {
  const proxy = createServer((request, response) => {
    void fetch(`${origin}${request.url ?? ''}`)
      .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
      .then(({ status, text }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(text.replace(/"state":"\w+"/, '"state":"RESERVED"'));
      });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
