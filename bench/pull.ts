/** A full pull of an OCPI list from a peer on loopback, beside fetching and parsing the same pages. */
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import type { Benchmark } from './harness/benchmark.ts';
import { runChild } from './harness/child.ts';
import { cpuEach, peakMemory, rate } from './harness/figures.ts';
import { interleave } from './harness/interleave.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { worldFile } from './harness/world-file.ts';

const LOCATIONS = 70_000;
const EVSES_PER_LOCATION = 2.4;

export const pullList: Benchmark = {
  name: 'pull',
  about: `full pull of ${String(LOCATIONS)} locations from an OCPI list on loopback`,
  async run({ rounds, note }) {
    const world = await worldFile(LOCATIONS, EVSES_PER_LOCATION, note);
    await using directory = await temporaryDirectory();
    await using peer = await listServer((await readFile(world.locationsPath, 'utf8')).split('\n').filter(Boolean));
    let runs = 0;
    const contenders = {
      ours: () => runChild('pull-list.ts', [peer.url, directory.file(`${String(runs++)}.db`)]),
      reading: () => runChild('read-list.ts', [peer.url]),
    };
    note(`${String(rounds)} rounds`);
    const { ours, reading } = await interleave(contenders, rounds);
    const pair = { ours, peer: reading, against: 'fetch + JSON.parse of the pages' };
    return [
      rate({ ...pair, name: 'pull.rate' }, 'locations'),
      cpuEach({ ...pair, name: 'pull.cpu' }, 'location'),
      peakMemory({ ...pair, name: 'pull.peak_rss' }),
    ];
  },
};

/** OCPI 2.3.0, transport, "Pagination", over objects that are text already. */
async function listServer(lines: readonly string[]): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host ?? ''}`);
    const offset = Number(url.searchParams.get('offset') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? 500);
    if (offset + limit < lines.length) {
      url.searchParams.set('offset', String(offset + limit));
      response.setHeader('link', `<${url.href}>; rel="next"`);
    }
    response.setHeader('x-total-count', String(lines.length)).setHeader('content-type', 'application/json');
    response.end(`{"status_code":1000,"data":[${lines.slice(offset, offset + limit).join(',')}]}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/locations`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
