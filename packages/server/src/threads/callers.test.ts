/** Threads limit and count their callers together. */
import { SignJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { smallWorldId } from '../../test/small-world.ts';
import { openKeyStore } from '../access/key-store.ts';
import { listKeys, revokeKey } from '../access/manage-keys.ts';
import { dataFiles } from '../data-files.ts';
import { connect } from './testing/threads-under-test.ts';
import { worldOfEachTest } from './testing/world-of-each-test.ts';

const LONG = { timeout: 120_000 };
const market = smallWorldId('DELFT-MARKT');

const { world, start } = worldOfEachTest();

describe('callers', () => {
  it('have one rate over all threads, and what the main thread answers', LONG, async () => {
    const { server } = await start({ access: { mode: 'closed' } });
    const connections = Array.from({ length: 6 }, () => connect(server.port));
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const path = at % 5 === 0 ? '/changes' : '/v3/version';
        const told = await connections[at % 6]?.ask(`${path}?apiKey=${world().keys.limited}`);
        return told?.status;
      }),
    );
    for (const connection of connections) connection.close();
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40);
  });

  it('with tokens are known in every thread', LONG, async () => {
    const secret = 'a shared secret of at least thirty-two bytes';
    const { server } = await start({ access: { mode: 'closed', jwt: { secret } } });
    const token = await new SignJWT({ sub: 'alice', scope: 'admin' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret));
    const authorization = `Bearer ${token}`;
    for (let asked = 0; asked < 8; asked++) {
      const connection = connect(server.port);
      expect((await connection.ask('/v3/version')).status).toBe(401);
      expect((await connection.ask({ path: '/v3/version', headers: { authorization } })).status).toBe(200);
      expect((await connection.ask({ path: '/metrics', headers: { authorization } })).status).toBe(200);
      connection.close();
    }
  });

  it('whose key was revoked are let in by no thread', LONG, async () => {
    const { server } = await start({ access: { mode: 'closed' } });
    const connections = Array.from({ length: 8 }, () => connect(server.port));
    const ask = () =>
      Promise.all(connections.map(async (each) => (await each.ask(`/v3/version?apiKey=${world().keys.plain}`)).status));
    expect(new Set(await ask())).toEqual(new Set([200]));
    const keys = openKeyStore(dataFiles(world().directory).keys);
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
