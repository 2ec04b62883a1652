import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SignJWT } from 'jose';
import { fillSmallWorld } from '../test/fill-small-world.ts';
import type { RecordedLog } from '../test/recorded-log.ts';
import { recordedLog } from '../test/recorded-log.ts';
import { smallWorldId, smallWorldTime } from '../test/small-world.ts';
import type { RunningServer, StartOptions, Store } from './index.ts';
import { StartRefused, createKey, dataFiles, openKeyStore, openSqliteStore, revokeKey, startServer } from './index.ts';

let dataDir: string;
let store: Store;
let recorded: RecordedLog;
const running: RunningServer[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'pantograph-server-'));
  store = openSqliteStore(':memory:');
  recorded = recordedLog('debug');
  await fillSmallWorld(store);
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  await store.close();
  rmSync(dataDir, { recursive: true });
});

async function start(over: Partial<StartOptions> = {}): Promise<RunningServer> {
  const server = await startServer({ dataDir, store, port: 0, log: recorded.log, now: () => smallWorldTime, ...over });
  running.push(server);
  return server;
}

const id = smallWorldId('DELFT-MARKT');

describe('startServer', () => {
  test('one store, three faces', async () => {
    const { url, atlas } = await start();
    expect(atlas.size).toBeGreaterThan(0);
    const v3 = (await (await fetch(`${url}/v3/locations/${id}`)).json()) as { id: string };
    expect(v3.id).toBe(`here:evcp:charginglocation:${id}`);
    const browse = (await (
      await fetch(`${url}/v1/browse?at=52.0116,4.3571&categories=700-7600-0322&limit=1`)
    ).json()) as {
      items: { id: string }[];
    };
    expect(browse.items[0]?.id).toBe(`here:pds:place:${id}`);
    const v2 = (await (await fetch(`${url}/ev/stations.json?prox=52.0116,4.3571,50`)).json()) as {
      evStations: { evStation: { poolId: string }[] };
    };
    expect(v2.evStations.evStation[0]?.poolId).toBe(id);
    for (const path of ['/ready', '/metrics', '/docs', '/openapi.json', '/v3/health']) {
      expect((await fetch(url + path)).status).toBe(200);
    }
  });

  test('answers carry the terms of their sources', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/v3/locations/${id}`)).headers.get('x-attribution')).toContain('City Data Office');
  });

  test('a store of its own is made in the data directory, and let go of at the end', async () => {
    const server = await startServer({ dataDir, port: 0, log: recorded.log });
    expect(server.atlas.size).toBe(0);
    await server.close();
    const again = openSqliteStore(dataFiles(dataDir).store);
    expect(again.counts().locations).toBe(0);
    await again.close();
  });

  test('a port in use fails with its code, and nothing stays open', async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    openKeyStore(dataFiles(dataDir).keys).close();
  });
});

describe('who may come', () => {
  test('off loopback without a key, the server does not start and says what to do', async () => {
    const refused: unknown = await start({ host: '0.0.0.0' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartRefused);
    expect(refused).toMatchObject({
      message: expect.stringContaining('0.0.0.0') as string,
      advice: expect.stringMatching(/pantograph key create.*--open/) as string,
    });
  });

  test('off loopback with a key, only with it, even for the machine itself', async () => {
    const keys = openKeyStore(dataFiles(dataDir).keys);
    const { key, info } = createKey(keys, { name: 'portal', rights: [] }, smallWorldTime);
    const { port } = await start({ host: '0.0.0.0' });
    const url = `http://127.0.0.1:${String(port)}`;
    expect((await fetch(`${url}/v3/version`)).status).toBe(401);
    expect((await fetch(`${url}/v3/version?apiKey=${key}`)).status).toBe(200);
    expect((await fetch(`${url}/v3/version`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    expect((await fetch(`${url}/metrics?apiKey=${key}`)).status).toBe(403);
    expect(keys.list()[0]?.lastUsedOn).toBe(smallWorldTime.toISOString().slice(0, 10));
    revokeKey(keys, info.id, smallWorldTime);
    keys.close();
  });

  test('a key revoked by another process stops working', async () => {
    const keys = openKeyStore(dataFiles(dataDir).keys);
    const { key, info } = createKey(keys, { name: 'portal', rights: [] }, smallWorldTime);
    let now = smallWorldTime;
    const { url } = await start({ access: { mode: 'closed' }, now: () => now });
    expect((await fetch(`${url}/v3/version?apiKey=${key}`)).status).toBe(200);
    revokeKey(keys, info.id, smallWorldTime);
    now = new Date(now.getTime() + 1_000);
    expect((await fetch(`${url}/v3/version?apiKey=${key}`)).status).toBe(401);
    keys.close();
  });

  test('opened on purpose, everybody sees the data', async () => {
    const { port } = await start({ host: '0.0.0.0', access: { mode: 'open' } });
    const url = `http://127.0.0.1:${String(port)}`;
    expect((await fetch(`${url}/v3/locations/${id}?fields=truckRestrictions`)).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(403);
  });

  test('on loopback, who comes through a proxy needs a key', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/v3/version`)).status).toBe(200);
    expect((await fetch(`${url}/v3/version`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(401);
  });

  test('tokens open a closed server', async () => {
    const secret = 'a shared secret of at least thirty-two bytes';
    const { url } = await start({ access: { mode: 'closed', jwt: { secret } } });
    const token = await new SignJWT({ sub: 'alice', scope: 'admin' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(Math.floor(smallWorldTime.getTime() / 1000) + 60)
      .sign(new TextEncoder().encode(secret));
    const authorization = `Bearer ${token}`;
    expect((await fetch(`${url}/v3/version`)).status).toBe(401);
    expect((await fetch(`${url}/v3/version`, { headers: { authorization } })).status).toBe(200);
    expect((await fetch(`${url}/metrics`, { headers: { authorization } })).status).toBe(200);
  });

  test('settings that cannot be meant keep the server from starting', async () => {
    await expect(start({ access: { jwt: { secret: 'short' } } })).rejects.toBeInstanceOf(StartRefused);
  });
});

test('no secret reaches the log, the metrics or an answer', async () => {
  const keys = openKeyStore(dataFiles(dataDir).keys);
  const { key, appId, appCode } = createKey(keys, { name: 'portal', rights: ['admin'] }, smallWorldTime);
  keys.close();
  const { url } = await start({ access: { mode: 'closed' } });
  const sent: (readonly [string, Record<string, string>])[] = [
    [`/v3/locations/${id}?apiKey=${key}`, {}],
    [`/v3/locations/${id}?%61piKey=${key}`, {}],
    [`/v3/locations/nothing?apiKey=${key}`, {}],
    [`/v3/locations?apiKey=${key}&apiKey=${key}`, {}],
    [`/v3/nothing/${key}?apiKey=${key}`, {}],
    [`/v1/browse?at=x&apiKey=${key}`, {}],
    [`/ev/stations.xml?prox=1&app_id=${appId}&app_code=${appCode}`, {}],
    ['/v1/browse?at=x', { authorization: `Bearer ${key}` }],
    ['/v1/browse?at=x', { authorization: `Basic ${appCode}` }],
  ];
  for (const [path, headers] of sent)
    expect(await (await fetch(url + path, { headers })).text()).not.toContain(appCode);
  const metrics = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${key}` } })).text();
  expect(metrics).not.toContain(appCode);
  expect(recorded.lines().filter(({ msg }) => msg === 'answered').length).toBeGreaterThan(sent.length);
  expect(recorded.text()).not.toContain(appCode);
});
