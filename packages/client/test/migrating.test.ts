/** The commands of docs/migrating.md, run one after the other as a reader would. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const root = fileURLToPath(new URL('../../../', import.meta.url));
const page = readFileSync(join(root, 'docs/migrating.md'), 'utf8');
const commands = [...page.matchAll(/```sh\n([^]*?)```/g)]
  .flatMap(([, block = '']) => block.replaceAll(/\\\n\s*/g, ' ').split('\n'))
  .filter((line) => line !== '');

/** Where the page's files are: a folder with the repository's examples and packages in it. */
const folder = mkdtempSync(join(tmpdir(), 'pantograph-moving-'));
const servers: { stop(): Promise<void> }[] = [];
/** By the port that the page names. */
const ports = new Map<string, number>();
/** By command: what it printed, and how it ended. */
const said = new Map<string, { readonly code: number | null; readonly text: string }>();

beforeAll(() => {
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  for (const name of ['node_modules', 'packages']) symlinkSync(join(root, name), join(folder, name));
});
afterAll(async () => {
  for (const server of servers.toReversed()) await server.stop();
  rmSync(folder, { recursive: true });
});

const isServer = (command: string): boolean => /pantograph (demo|serve|gateway)\b/.test(command);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** As the page has it, but for the ports, and for `npx`, which is slow and finds the same. */
function runnable(command: string): string {
  return command
    .replaceAll('npx ', '')
    .replaceAll(/localhost:(\d+)/g, (_, port: string) => `127.0.0.1:${String(ports.get(port) ?? port)}`);
}

function start(command: string) {
  const PATH = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  // A group of its own, so that what the shell starts ends with it.
  const child = spawn('bash', ['-c', command], {
    cwd: folder,
    env: { ...process.env, PATH },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, closed, text: () => text };
}

async function serve(command: string): Promise<void> {
  const port = await freePort();
  const { child, closed, text } = start(`exec ${runnable(command).replace(/ --port \d+/, '')} --port ${String(port)}`);
  servers.push({
    async stop() {
      child.kill('SIGTERM');
      await closed;
    },
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (/http:\/\/\S+:\d+/.test(text())) resolve();
    });
    void closed.then(() => reject(new Error(text())));
  });
  ports.set(/ --port (\d+)/.exec(command)?.[1] ?? '8080', port);
}

describe('docs/migrating.md', () => {
  it.each(commands)('%s', async (command) => {
    if (isServer(command)) return expect(serve(command)).resolves.toBeUndefined();
    const { closed, text } = start(runnable(command));
    const code = await closed;
    said.set(command, { code, text: text() });
    // By 1, `scan` says that it found something, and `fix` that something is left.
    expect([code === 1 && /pantograph (scan|fix)/.test(command) ? 0 : code, text()]).toEqual([0, text()]);
  });

  it('has the same answer from the gateway as from v2', () => {
    const [own, gateway] = [...said].filter(([command]) => command.includes('v2-client/src/main.ts near'));
    expect(own?.[1].text).toMatch(/^[1-9]\d* stations with Type 2 or CCS\n/);
    // What is free in the demo world may change between the two.
    const lasting = (text = '') => text.replaceAll(/\d+ of /g, '');
    expect(lasting(gateway?.[1].text)).toBe(lasting(own?.[1].text));
  });

  it.each(['moved', 'v3-client'])('has the same stations from v3, with %s', (program) => {
    const [own] = [...said].filter(([command]) => command.includes('v2-client/src/main.ts near'));
    const [v3] = [...said].filter(([command]) => command.includes(`${program}/src/main.ts near`));
    const stations = (text = '') => text.match(/(?<=id (?:here:evcp:charginglocation:)?)pan0-\S+(?=,)/g);
    expect(stations(v3?.[1].text)).toEqual(stations(own?.[1].text));
    expect(stations(v3?.[1].text)?.length).toBeGreaterThan(1);
  });

  it('has what v2 said of them from the program that fix has moved, prices too', () => {
    const [own, moved] = ['examples/v2-client', 'data/moved'].map((program) =>
      [...said].find(([command]) => command.includes(`${program}/src/main.ts near`)),
    );
    const lasting = (text = '') =>
      text
        .replaceAll(/\d+ of /g, '')
        .replaceAll('here:evcp:charginglocation:', '')
        .replaceAll('MCS (Megawatt Charging System)', 'MCS');
    expect(lasting(moved?.[1].text)).toBe(lasting(own?.[1].text));
    expect(moved?.[1].text).toMatch(/EUR per kWh/);
  });

  it('leaves nothing unexplained between the generations', () => {
    const [replay] = [...said].filter(([command]) => command.includes('pantograph replay'));
    expect(replay?.[1].text).toMatch(/Proven: [\d,]{4,} fields, no unexplained difference/);
    expect(readFileSync(join(folder, 'data/replay.html'), 'utf8')).toContain('<html');
  });

  it('converts what was stored, and says what that loses', () => {
    const locations = readFileSync(join(folder, 'data/locations.ndjson'), 'utf8').trimEnd().split('\n');
    expect(locations.length).toBeGreaterThan(0);
    for (const line of locations) expect(JSON.parse(line)).toHaveProperty('evses');
    expect(readFileSync(join(folder, 'data/losses.txt'), 'utf8')).not.toBe('');
  });

  it('finds in the example what there is to change', () => {
    const [scan] = [...said].filter(([command]) => command.endsWith('pantograph scan examples/v2-client'));
    for (const found of ['maxPowerLevel', 'connector-id', 'src/ev-api.ts']) expect(scan?.[1].text).toContain(found);
    expect(readFileSync(join(folder, 'data/scan.html'), 'utf8')).toContain('print-station.ts');
  });
});
