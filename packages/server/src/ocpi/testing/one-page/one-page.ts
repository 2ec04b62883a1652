/** A peer that answers with very many locations in one page, made while it is sent, and who pulls it, in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { location } from '../wire-objects.ts';
import type { PulledOnePage } from './pull-one-page.ts';

export interface OnePage extends PulledOnePage {
  readonly pageBytes: number;
}

const script = fileURLToPath(new URL('pull-one-page.ts', import.meta.url));
const run = promisify(execFile);
const AT_A_TIME = 50;

export interface OnePageOptions {
  readonly objects: number;
  /** Letters in a field of each object that nobody knows, so that a page is larger than what is kept of it. */
  readonly ballast?: number;
  /** Of the process that pulls: with less room than it needs, it dies. */
  readonly heapMegabytes: number;
}

export async function pullOnePage({ objects, ballast = 0, heapMegabytes }: OnePageOptions): Promise<OnePage> {
  let pageBytes = 0;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').setHeader('x-total-count', String(objects));
    const body = Readable.from(pageOf(objects, ballast));
    body.on('data', (part: Buffer) => (pageBytes += part.length));
    body.pipe(response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const directory = mkdtempSync(join(tmpdir(), 'pantograph-one-page-'));
  try {
    const url = `http://127.0.0.1:${String(port)}/locations`;
    const heap = `--max-old-space-size=${String(heapMegabytes)}`;
    const { stdout } = await run(process.execPath, [heap, script, url, directory]);
    return { ...(JSON.parse(stdout) as PulledOnePage), pageBytes };
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(directory, { recursive: true });
  }
}

function* pageOf(objects: number, ballast: number): Generator<Buffer, void, undefined> {
  const more = { evses: [], ...(ballast > 0 && { x_ballast: 'x'.repeat(ballast) }) };
  yield Buffer.from('{"status_code":1000,"timestamp":"2026-03-10T12:00:00Z","data":[');
  for (let from = 0; from < objects; from += AT_A_TIME) {
    const count = Math.min(AT_A_TIME, objects - from);
    const texts = Array.from({ length: count }, (_, index) =>
      JSON.stringify(location(`L${String(from + index)}`, more)),
    );
    yield Buffer.from(`${from === 0 ? '' : ','}${texts.join(',')}`);
  }
  yield Buffer.from(']}');
}
