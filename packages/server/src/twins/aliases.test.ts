/** What the surfaces answer about places that are twins, over a real server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningServer, Store } from '../index.ts';
import { createLog, dataFiles, openSqliteStore, openTwinDecisions, startServer } from '../index.ts';
import type { Change } from '../store/store.ts';
import { TIME, idOf, place } from './testing/twins-under-test.ts';

const earlier = '2026-03-20T09:00:00Z';
const longAgo = '2026-01-05T09:00:00Z';

const frozen = place({
  id: 'OLD',
  evses: { x1: ['NL*TWN*E1', 'CHARGING', longAgo], x2: ['NL*TWN*E2', 'AVAILABLE', longAgo] },
});
const live = place({
  id: 'NEW',
  evses: {
    a: ['NLTWNE1', 'AVAILABLE', earlier],
    b: ['NLTWNE2', 'CHARGING', earlier],
    c: ['NLTWNE3', 'AVAILABLE', earlier],
  },
});
const elsewhere = place({
  id: 'PEER',
  source: 'two',
  evses: { z: ['nl-twn-e3', 'OUTOFORDER', TIME], own: [undefined, 'AVAILABLE', TIME] },
});
const [old, shown, peer] = [frozen, live, elsewhere].map(idOf);

let dataDir: string;
let store: Store;
const running: RunningServer[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'twins-'));
  store = openSqliteStore(':memory:');
  await store.putSource({ name: 'one', attribution: 'City of One' });
  await store.putSource({ name: 'two', attribution: 'Two Charging' });
  await store.apply([frozen, live, elsewhere]);
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  await store.close();
  rmSync(dataDir, { recursive: true });
});

async function start(twins?: boolean): Promise<RunningServer> {
  const server = await startServer({
    dataDir,
    store,
    port: 0,
    log: createLog('silent'),
    now: () => new Date(TIME),
    ...(twins === undefined ? {} : { twins }),
  });
  running.push(server);
  return server;
}

async function json(url: string): Promise<unknown> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return response.json();
}

interface V3 {
  readonly id: string;
  readonly evses?: readonly {
    readonly uid: string;
    readonly status: string;
    readonly statusInfo?: { source: string };
  }[];
}

describe('a place that is the twin of another', () => {
  it('is answered with the one shown, in v3, Search and v2', async () => {
    const { url } = await start();
    const v3 = (await json(`${url}/v3/locations/${old ?? ''}?fields=evses`)) as V3;
    expect(v3.id).toBe(`here:evcp:charginglocation:${shown ?? ''}`);
    expect(v3.evses?.map(({ uid, status }) => [uid, status])).toEqual([
      ['a', 'AVAILABLE'],
      ['b', 'CHARGING'],
      ['c', 'OUTOFORDER'],
    ]);
    expect(await json(`${url}/v1/lookup?id=here:pds:place:${old ?? ''}`)).toMatchObject({
      id: `here:pds:place:${shown ?? ''}`,
    });
    for (const resource of ['stations', 'pools']) {
      expect(await json(`${url}/ev/${resource}/${old ?? ''}.json`)).toMatchObject({
        evStations: { evStation: [{ poolId: shown }] },
      });
    }
  });

  it('and the one shown are one item, and neither is missing', async () => {
    const { url } = await start();
    const both = (await json(`${url}/v3/locations?ids=${old ?? ''},${shown ?? ''},nobody,${peer ?? ''}`)) as {
      items: V3[];
    };
    expect(both).toMatchObject({ missingItems: ['nobody'] });
    expect(both.items.map(({ id }) => id.split(':').at(-1))).toEqual([shown, peer]);
    const bulk = await json(`${url}/ev/stations/bulk.json?id=${old ?? ''}&id=${shown ?? ''}`);
    expect(bulk).toMatchObject({ evStations: { evStation: [{ poolId: shown }] } });
    const { evStations } = bulk as { evStations: { evStation: unknown[] } };
    expect(evStations.evStation).toHaveLength(1);
  });

  it('counts nowhere', async () => {
    const { url, atlas } = await start();
    expect(atlas.size).toBe(2);
    const browse = await fetch(`${url}/v1/browse?at=52,4.35&categories=700-7600-0322`);
    expect(browse.headers.get('x-results')).toContain('matched=2');
    expect(await json(`${url}/ev/stations/count.json?prox=52,4.35,500`)).toMatchObject({ count: 2 });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('\npantograph_atlas_locations 2\n');
    expect(metrics).toContain('\npantograph_twins 3\n');
    expect(metrics).toContain('\npantograph_twins_hidden_evses 3\n');
    expect(metrics).toContain('\npantograph_twins_aliases 1\n');
  });

  it('lends its status, with its name and its credit', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/v3/locations/${shown ?? ''}?fields=statusInfo`);
    const { evses } = (await response.json()) as V3;
    expect(evses?.map(({ statusInfo }) => statusInfo?.source)).toEqual(['one', 'one', 'two']);
    expect(response.headers.get('x-attribution')).toBe('City of One, Two Charging');
    const own = await fetch(`${url}/v3/locations/${peer ?? ''}`);
    expect(own.headers.get('x-attribution')).toBe('Two Charging');
  });

  it('is shown again when the other is gone, at once', async () => {
    const { url, atlas } = await start();
    const removal: Change = { kind: 'removal', contentId: idOf(live), removedAt: TIME, reason: 'vanished' };
    await store.apply([removal]);
    await vi.waitFor(() => expect(atlas.seq).toBe(store.seq()));
    expect(await json(`${url}/v3/locations/${old ?? ''}`)).toMatchObject({
      id: `here:evcp:charginglocation:${old ?? ''}`,
    });
    expect((await fetch(`${url}/v3/locations/${shown ?? ''}`)).status).toBe(404);
  });

  it('stands by itself when that is decided elsewhere, within a second or two', async () => {
    const { url, atlas } = await start();
    const decisions = openTwinDecisions(dataFiles(dataDir).twinDecisions);
    decisions.add({ kind: 'split', contentId: idOf(frozen), decidedAt: TIME });
    await vi.waitFor(() => expect(atlas.size).toBe(3), { timeout: 10_000 });
    expect(await json(`${url}/v3/locations/${old ?? ''}`)).toMatchObject({
      id: `here:evcp:charginglocation:${old ?? ''}`,
    });
    decisions.reset();
    decisions.close();
    await vi.waitFor(() => expect(atlas.size).toBe(2), { timeout: 10_000 });
  });

  it('is shown where twins are off', async () => {
    const { url, atlas } = await start(false);
    expect(atlas.size).toBe(3);
    expect(await json(`${url}/v3/locations/${old ?? ''}`)).toMatchObject({
      id: `here:evcp:charginglocation:${old ?? ''}`,
    });
    expect(await (await fetch(`${url}/metrics`)).text()).not.toContain('pantograph_twins');
  });
});
