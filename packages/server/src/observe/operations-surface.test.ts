import { describe, expect, test } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { smallWorld } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { createAccess } from '../access/access.ts';
import { openKeyStore } from '../access/key-store.ts';
import { createKey } from '../access/manage-keys.ts';
import { rateLimiter } from '../access/rate-limiter.ts';
import { createApp } from '../http/app.ts';
import { createMetrics } from './metrics.ts';
import { metricsSurface, readySurface } from './operations-surface.ts';

const now = new Date('2026-03-10T12:00:00Z');
const atlas = memoryAtlas(smallWorld(), { seq: 7 });
const keys = openKeyStore(':memory:');
const plain = createKey(keys, { name: 'reader', rights: [] }, now);
const admin = createKey(keys, { name: 'prometheus', rights: ['admin'] }, now);

function appOver(store: { seq(): number }) {
  const metrics = createMetrics({
    atlas,
    legacyUses: () => [{ caller: 'k1', kind: 'resource', name: 'stations.json', count: 3 }],
  });
  return createApp({
    surfaces: [readySurface({ store }), metricsSurface(metrics)],
    access: createAccess({ exposure: 'nobody', keys, limiter: rateLimiter(), log: recordedLog().log }),
    metrics,
    log: recordedLog().log,
    newId: () => 'id',
    now: () => now,
  });
}

describe('/ready', () => {
  const ask = (seq: () => number) => appOver({ seq }).fetch(new Request('http://localhost/ready'));

  test('says that requests are welcome, and nothing else, to anybody', async () => {
    const response = await ask(() => 9);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  test('is 503 where the store does not answer', async () => {
    const response = await ask(() => {
      throw new Error('disk gone');
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.text()).not.toContain('disk gone');
  });
});

describe('/metrics', () => {
  const ask = (key?: string) =>
    appOver({ seq: () => 9 }).fetch(
      new Request('http://localhost/metrics', key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
    );

  test('takes the right `admin`', async () => {
    expect((await ask()).status).toBe(401);
    const refused = await ask(plain.key);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      code: 'rights_missing',
      action: expect.stringContaining('admin') as string,
    });
    expect((await ask(admin.key)).status).toBe(200);
  });

  test('tells of the world and of who still uses v2', async () => {
    const response = await ask(admin.key);
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toContain(`pantograph_atlas_locations ${atlas.size}`);
    expect(text).toContain('pantograph_atlas_seq 7');
    expect(text).toContain('pantograph_v2_uses{caller="k1",kind="resource",name="stations.json"} 3');
    expect(text).not.toContain(admin.appCode);
  });
});
