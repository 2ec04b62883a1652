/** Threads of one server: fresh together, limited together, counted together, and replaced when one is lost. */
import { request as open } from 'node:http';
import { connect as dial } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallWorld, smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import { openKeyStore } from '../access/key-store.ts';
import { listKeys, revokeKey } from '../access/manage-keys.ts';
import { readEvents } from '../changes/testing/event-reader.ts';
import { dataFiles } from '../data-files.ts';
import { discoverySurface } from '../discovery/surface.ts';
import { lookupSurface } from '../lookup/index.ts';
import type { StartOptions } from '../start-server.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Change } from '../store/store.ts';
import type { Connection, ServerUnderTest, World } from './testing/threads-under-test.ts';
import { connect, makeWorld, serverUnderTest } from './testing/threads-under-test.ts';

const LONG = { timeout: 120_000 };
const market = smallWorldId('DELFT-MARKT');

let world: World;
const running: ServerUnderTest[] = [];
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  world.remove();
});

async function start(options: Partial<StartOptions> = {}): Promise<ServerUnderTest> {
  const server = await serverUnderTest(world, { threads: 3, ...options });
  running.push(server);
  return server;
}

/** Later than everything the small world says, and in order. */
const laterBy = (seconds: number): string => new Date(smallWorldTime.getTime() + (1 + seconds) * 1000).toISOString();

interface Shown {
  readonly evses: readonly { readonly uid: string; readonly status: string }[];
}

async function statusOf(connection: Connection, uid: string): Promise<string | undefined> {
  const { body } = await connection.ask(`/v3/locations/${market}?fields=evses`);
  return (JSON.parse(body) as Shown).evses.find((evse) => evse.uid === uid)?.status;
}

describe('what is written', () => {
  it('shows in every thread with the very next request after an acknowledged PATCH', LONG, async () => {
    const { connectToEach } = await start();
    const threads = await connectToEach(3);
    const authorization = `Token ${world.peerToken}`;
    for (let turn = 0; turn < 60; turn++) {
      const status = turn % 2 === 0 ? 'OUTOFORDER' : 'AVAILABLE';
      const body = JSON.stringify({ status, last_updated: laterBy(turn) });
      const patched = await threads[turn % 3]?.ask({
        method: 'PATCH',
        path: '/ocpi/receiver/2.2.1/locations/NL/VLT/DELFT-MARKT/MARKT-1',
        headers: { authorization, 'content-type': 'application/json', 'content-length': String(body.length) },
        body,
      });
      expect(JSON.parse(patched?.body ?? '')).toMatchObject({ status_code: 1000 });
      expect(await Promise.all(threads.map((thread) => statusOf(thread, 'MARKT-1')))).toEqual([status, status, status]);
    }
  });

  it('changes every thread as it changes the main thread: places, statuses, tariffs, removals', LONG, async () => {
    const { connectToEach, server } = await start();
    const threads = await connectToEach(3);
    const { locations, tariffs } = smallWorld();
    const lookup = lookupSurface({ atlas: server.atlas, settings: { enums: 'ocpi' } });
    const discovery = discoverySurface({ atlas: server.atlas, settings: { enums: 'ocpi' } });
    const ids = locations.map(({ contentId }) => contentId).join(',');
    const paths = [
      `/v3/locations?ids=${ids}&fields=address,evses,connectorGroups,tariffs`,
      '/v1/browse?at=52.0116,4.3571&limit=100&show=ev',
      '/v1/browse?at=52.0116,4.3571&limit=100&evStation[available]=true',
    ];
    let turn = 0;
    for (const record of [...locations, ...locations]) {
      const receivedAt = laterBy(++turn);
      const { contentId, location } = record;
      const changes: Change[] =
        turn % 4 === 0
          ? [{ kind: 'removal', contentId, removedAt: receivedAt, reason: 'gone' }]
          : [
              {
                kind: 'location',
                record: {
                  ...record,
                  location: { ...location, city: `City ${String(turn)}`, last_updated: receivedAt },
                },
                receivedAt,
              },
              ...location.evses.map(({ uid }): Change => ({
                kind: 'status',
                contentId,
                status: { uid, status: 'CHARGING', observedAt: receivedAt, receivedAt },
              })),
            ];
      const tariff = tariffs[turn % tariffs.length];
      if (turn % 3 === 0 && tariff !== undefined) {
        changes.push({ kind: 'tariffRemoval', key: tariff.key, removedAt: receivedAt, reason: 'over' });
      }
      await server.store.apply(changes);
      for (const path of paths) {
        const asked = new Request(`http://localhost:8080${path}`);
        const context = { correlationId: 'c', now: new Date() };
        const expected = await ((await lookup(asked, context)) ?? (await discovery(asked, context)))?.text();
        for (const thread of threads) {
          const told = await thread.ask(path);
          expect(Buffer.from(told.body, 'latin1').toString()).toBe(expected);
        }
      }
    }
  });

  it('by another process shows in every thread', LONG, async () => {
    const { connectToEach } = await start();
    const threads = await connectToEach(3);
    const other = openSqliteStore(dataFiles(world.directory).store);
    const at = laterBy(1);
    const status = { uid: 'MARKT-1', status: 'OUTOFORDER', observedAt: at, receivedAt: at } as const;
    await other.apply([{ kind: 'status', contentId: market, status }]);
    await other.close();
    for (const thread of threads) {
      await vi.waitFor(async () => expect(await statusOf(thread, 'MARKT-1')).toBe('OUTOFORDER'), 10_000);
    }
  });
});

describe('callers', () => {
  it('have one rate over all threads, and what the main thread answers', LONG, async () => {
    const { server } = await start({ access: { mode: 'closed' } });
    const connections = Array.from({ length: 6 }, () => connect(server.port));
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const path = at % 5 === 0 ? '/changes' : '/v3/version';
        const told = await connections[at % 6]?.ask(`${path}?apiKey=${world.keys.limited}`);
        return told?.status;
      }),
    );
    for (const connection of connections) connection.close();
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40);
  });

  it('whose key was revoked are let in by no thread', LONG, async () => {
    const { server } = await start({ access: { mode: 'closed' } });
    const connections = Array.from({ length: 8 }, () => connect(server.port));
    const ask = () =>
      Promise.all(connections.map(async (each) => (await each.ask(`/v3/version?apiKey=${world.keys.plain}`)).status));
    expect(new Set(await ask())).toEqual(new Set([200]));
    const keys = openKeyStore(dataFiles(world.directory).keys);
    for (const { id } of listKeys(keys)) revokeKey(keys, id, new Date());
    keys.close();
    await vi.waitFor(async () => expect(new Set(await ask())).toEqual(new Set([401])), 10_000);
    for (const connection of connections) connection.close();
  });

  it('are counted together', LONG, async () => {
    const { connectToEach } = await start();
    const threads = await connectToEach(3);
    const told = async () => (await threads[0]?.ask('/metrics'))?.body ?? '';
    const counted = (text: string, name: string) =>
      Number(new RegExp(`^${name.replace(/[{}]/g, '\\$&')} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    const lookups = 'pantograph_http_request_duration_seconds_count{surface="lookup",status="200"}';
    const refusals = 'pantograph_http_refusals_total{surface="legacy",code="path_unknown"}';
    const uses = 'pantograph_v2_uses{caller="local",kind="resource",name="stations.json"}';
    const before = await told();
    for (const thread of threads) {
      await thread.ask(`/v3/locations/${market}`);
      await thread.ask('/ev/stations.json?prox=52.0116,4.3571,300');
      await thread.ask('/ev/stations.json?prox=52.0116,4.3571,300');
    }
    const after = await told();
    expect(counted(after, 'pantograph_serving_threads')).toBe(3);
    expect(counted(after, lookups) - counted(before, lookups)).toBe(3);
    expect(counted(after, uses) - counted(before, uses)).toBe(6);
    expect(counted(after, refusals)).toBe(0);
  });
});

describe('what the main thread answers', () => {
  it('streams events to callers of threads, until they break off', LONG, async () => {
    const { server } = await start({ settings: { changes: { streams: 1 } } });
    const events = await readEvents(`${server.url}/events`);
    expect(events.headers['content-type']).toContain('text/event-stream');
    const at = laterBy(1);
    const status = { uid: 'MARKT-1', status: 'OUTOFORDER', observedAt: at, receivedAt: at } as const;
    await server.store.apply([{ kind: 'status', contentId: market, status }]);
    await events.until(() => events.events.length > 0);
    expect((await readEvents(`${server.url}/events`)).status).toBe(503);
    events.breakOff();
    await vi.waitFor(async () => {
      const again = await readEvents(`${server.url}/events`);
      again.breakOff();
      expect(again.status).toBe(200);
    }, 10_000);
  });

  it('takes large bodies, and refuses those that are too large', LONG, async () => {
    const { server } = await start();
    const connection = connect(server.port);
    const put = (bytes: number) =>
      connection.ask({
        method: 'PUT',
        path: '/ocpi/receiver/2.2.1/locations/NL/VLT/NEW',
        headers: { authorization: `Token ${world.peerToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ filling: 'x'.repeat(bytes) }),
      });
    expect(JSON.parse((await put(900_000)).body)).toMatchObject({ status_code: 2001 });
    expect((await put(1_100_000)).status).toBe(413);
    connection.close();
  });

  it('is not waited for by a caller who has gone', LONG, async () => {
    const { server, recorded } = await start();
    const gone = open({
      port: server.port,
      method: 'PUT',
      path: '/ocpi/receiver/2.2.1/locations/NL/VLT/NEW',
      headers: { authorization: `Token ${world.peerToken}`, 'content-length': '5000', 'x-request-id': 'gone' },
    });
    gone.on('error', () => undefined);
    gone.write('{');
    // The headers have arrived when another request on the way is answered.
    await fetch(`${server.url}/ready`);
    gone.destroy();
    await vi.waitFor(() => {
      const answered = recorded.lines().filter(({ msg, url }) => msg === 'answered' && String(url).includes('NEW'));
      expect(answered).toHaveLength(1);
    }, 10_000);
  });

  it('reaches callers of HTTP/1.0 as they understand it', LONG, async () => {
    const { server } = await start();
    const text = await new Promise<string>((resolve, reject) => {
      const socket = dial(server.port, '127.0.0.1');
      let all = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (all += chunk));
      socket.on('end', () => resolve(all)).on('error', reject);
      socket.write('GET /changes?limit=1 HTTP/1.0\r\n\r\n');
    });
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).not.toMatch(/transfer-encoding/i);
    expect(text).toContain('"type":"upsert"');
  });
});

describe('a thread', () => {
  it('that is lost is replaced, and the new one is fresh too', LONG, async () => {
    const workers: Worker[] = [];
    const note = (worker: Worker) => workers.push(worker);
    process.on('worker', note);
    const { connectToEach, recorded, server } = await start({ threads: 2 });
    process.off('worker', note);
    expect(workers).toHaveLength(2);
    await workers[1]?.terminate();
    const at = laterBy(1);
    const status = { uid: 'MARKT-1', status: 'OUTOFORDER', observedAt: at, receivedAt: at } as const;
    await server.store.apply([{ kind: 'status', contentId: market, status }]);
    await vi.waitFor(() => {
      const said = recorded.lines().map(({ msg }) => msg);
      expect(said).toContain('a serving thread was lost; another one takes its place');
      expect(said).toContain('a serving thread is there again');
    }, 30_000);
    for (const thread of await connectToEach(2)) expect(await statusOf(thread, 'MARKT-1')).toBe('OUTOFORDER');
  });

  it('that hangs is ended, and another one serves in its place', LONG, async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout'] });
    const workers: Worker[] = [];
    const note = (worker: Worker) => workers.push(worker);
    process.on('worker', note);
    try {
      const { connectToEach, recorded } = await start({ threads: 2 });
      const [hanging] = workers;
      if (hanging === undefined) throw new Error('no thread was started');
      // What it is asked from now on it does not hear.
      vi.spyOn(hanging, 'postMessage').mockReturnValue(undefined);
      const said = () => recorded.lines().map(({ msg }) => msg);
      // Seconds go by twenty times as fast as they do.
      while (!said().includes('a serving thread is there again')) {
        vi.advanceTimersByTime(1000);
        await delay(50);
      }
      expect(said()).toContain('a serving thread does not answer any more');
      vi.useRealTimers();
      for (const thread of await connectToEach(2)) expect(await statusOf(thread, 'MARKT-1')).toBe('AVAILABLE');
    } finally {
      process.off('worker', note);
      vi.useRealTimers();
      vi.restoreAllMocks();
    }
  });

  it('takes no port that somebody has, be it a server with threads', LONG, async () => {
    const { server } = await start({ threads: 2 });
    const elsewhere = await makeWorld();
    try {
      const second = serverUnderTest(elsewhere, { threads: 2, port: server.port });
      await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
      const alone = serverUnderTest(elsewhere, { port: server.port });
      await expect(alone).rejects.toMatchObject({ code: 'EADDRINUSE' });
    } finally {
      elsewhere.remove();
    }
  });

  it('writes into the one log, with its number', LONG, async () => {
    const { connectToEach, recorded } = await start({ threads: 2 });
    await connectToEach(2);
    const answered = recorded.lines().filter(({ msg }) => msg === 'answered');
    expect(new Set(answered.map(({ thread }) => thread))).toEqual(new Set([1, 2]));
    expect(answered[0]).toMatchObject({ surface: 'lookup', method: 'GET', status: 200, level: 20 });
  });

  it('needs the store in its file', LONG, async () => {
    const store = openSqliteStore(':memory:');
    const empty = `${world.directory}/empty`;
    await expect(serverUnderTest({ ...world, directory: empty }, { threads: 2, store })).rejects.toThrow('its file');
    await store.close();
  });
});
