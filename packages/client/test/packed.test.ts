/** The package as it is published: in Node, for the TypeScript compiler, and bundled by Vite in a browser. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../../map/test/browser.ts';
import type { ServedSmallWorld } from './client-under-test.ts';
import { serveSmallWorld } from './client-under-test.ts';
import type { PackedPackage } from './packed-package.ts';
import { packPackage, run } from './packed-package.ts';

// npm, the compiler and a browser are started here.
vi.setConfig({ testTimeout: 120_000 });

let packed: PackedPackage;
let served: ServedSmallWorld;
beforeAll(async () => {
  packed = await packPackage();
  served = await serveSmallWorld();
}, 120_000);
afterAll(async () => {
  packed.remove();
  await served.close();
});

/** Finds and looks up, then fails to: what a program does with a client. */
const program = `import { NotFoundError, circle, createClient } from '@pantograph/client';
export async function ask(baseUrl) {
  const client = createClient({ baseUrl, timeout: 20000 });
  const at = { lat: 52.0116, lng: 4.3571 };
  const titles = [];
  for await (const { place, location } of client.findLocations({ at, in: circle(at, 600) }, { fields: ['evses'] })) {
    titles.push(place.title + ' ' + (location?.evses?.length ?? 0));
  }
  const failure = await client.location('unheard-of').catch((error) => error);
  return JSON.stringify([titles, failure instanceof NotFoundError && failure.name, failure.correlationId?.length]);
}
`;
const expected = JSON.stringify([
  ['Voltstad 3', 'EV Charging Station 1', 'Voltstad 2', 'Voltstad 0', 'Parkeer Delft 2'],
  'NotFoundError',
  36,
]);

/** A Node of the machine's own, beside the one that runs this. */
function otherNode(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return folders.map((folder) => join(folder, 'node')).find((path) => existsSync(path));
}

describe('in Node', () => {
  const main = `import { ask } from './ask.js'; console.log(await ask(process.argv[2]));`;

  it('as a module of the Node that runs the tests, and of that of the machine where it has another', async () => {
    const project = await packed.project('in-node', { 'ask.js': program, 'main.js': main });
    const nodes = [process.execPath, otherNode()].filter((path) => path !== undefined);
    for (const node of nodes) {
      const said = await run(project, node, 'main.js', served.url);
      expect([node, said.trim()]).toEqual([node, expected]);
    }
  });

  it('runs the example of its page', async () => {
    const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const example = /```ts\n([^]*?)```/.exec(page)?.[1]?.replace('http://localhost:8080', served.url) ?? '';
    const project = await packed.project('of-the-page', { 'example.ts': example });
    const said = await run(project, process.execPath, 'example.ts');
    expect(said).toMatch(/^Voltstad 0 \[/);
    expect(said).toContain("standard: 'IEC_62196_T2'");
  });

  it('brings its licence and its page along, and nothing else beside modules and their types', async () => {
    const project = await packed.project('to-look-into', {});
    const folder = join(project, 'node_modules/@pantograph/client');
    expect(readdirSync(folder).toSorted()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\./.test(file) && !/\.(js|d\.ts)$/.test(file))).toEqual([]);
    const { dependencies, scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect([dependencies, scripts]).toEqual([undefined, undefined]);
  });
});

describe('for the compiler', () => {
  const typed = `import type { ChargingLocation, v2 } from '@pantograph/client';
import { ApiError, createClient } from '@pantograph/client';
const client = createClient({ baseUrl: 'http://localhost' });
export async function power(id: string): Promise<number | undefined> {
  const location: ChargingLocation = await client.location(id, { fields: ['connectorGroups'], enums: 'ocpi' });
  const status: 'AVAILABLE' | undefined = location.evses?.[0]?.status === 'AVAILABLE' ? 'AVAILABLE' : undefined;
  const [station]: v2.EvStation[] = await client.v2.pools([id]);
  console.log(status, station?.connectors?.connector[0]?.maxPowerLevel);
  return location.connectorGroups?.[0]?.maxPower;
}
export const codeOf = (error: unknown): string | undefined => (error instanceof ApiError ? error.code : undefined);
// @ts-expect-error there is no such field
void client.location('x', { fields: ['evse'] });
// @ts-expect-error browse needs a centre
void client.browse({ limit: 1 });
`;

  it.each(['nodenext', 'bundler'])(
    'resolves its types with %s, every declaration checked',
    async (moduleResolution) => {
      const compilerOptions = {
        target: 'es2022',
        module: moduleResolution === 'bundler' ? 'esnext' : 'nodenext',
        moduleResolution,
        lib: ['es2022', 'dom', 'dom.asynciterable'],
        types: [],
        strict: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
      };
      const project = await packed.project(`typed-${moduleResolution}`, {
        'typed.ts': typed,
        'tsconfig.json': JSON.stringify({ compilerOptions, include: ['typed.ts'] }),
      });
      expect(await run(project, 'tsc', '-p', '.')).toBe('');
    },
  );
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser({ webGl: false });
  }, 120_000);
  afterAll(() => browser.close());

  it('bundled and minified by Vite', async () => {
    const root = await packed.project('in-vite', {
      'ask.js': program,
      'main.js': `import { ask } from './ask.js';
const url = new URLSearchParams(location.search).get('api');
document.title = await ask(url).catch((error) => String(error));`,
      'index.html': '<!doctype html><title>asking</title><script type="module" src="/main.js"></script>',
    });
    await build({ root, configFile: false, logLevel: 'error', build: { target: 'esnext' } });
    const files = await serveFiles(join(root, 'dist'));
    const page = await browser.newPage();
    await page.goto(`${files.url}/?api=${encodeURIComponent(served.url)}`);
    await page.waitForFunction("document.title !== 'asking'");
    expect(await page.title()).toBe(expected);
    await page.close();
    await files.close();
  });
});

async function serveFiles(folder: string): Promise<{ url: string; close(): Promise<void> }> {
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://files.test');
    const file = fileURLToPath(new URL(`.${pathname === '/' ? '/index.html' : pathname}`, `file://${folder}/`));
    const isThere = existsSync(file);
    response.writeHead(isThere ? 200 : 404, { 'content-type': types[extname(file)] ?? 'text/plain' });
    response.end(isThere ? readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
