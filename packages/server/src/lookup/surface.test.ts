/** The surface by itself, as callers in the process use it: without the edge. */
import { describe, expect, it } from 'vitest';
import { smallWorld, smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { lookupSurface } from './index.ts';

const handle = lookupSurface({
  atlas: memoryAtlas(smallWorld()),
  settings: { enums: 'ocpi' },
  lookup: { presentation: { naming: { template: '{brand} {city}' }, idPrefix: 'here:evcp:test:' } },
});
const ask = (path: string, init?: RequestInit) =>
  handle(new Request(`http://pantograph.test${path}`, init), { correlationId: 'c-1', now: smallWorldTime });

describe('lookupSurface', () => {
  it.each(['/', '/v30/locations', '/v1/lookup', '/V3/health'])('leaves %s to others', async (path) => {
    expect(await ask(path)).toBeUndefined();
  });

  it('answers without an edge, malformed requests and HEAD included', async () => {
    expect((await ask('/v3/health'))?.status).toBe(200);
    expect((await ask('/v3/locations/%FF'))?.status).toBe(400);
    expect((await ask('/v3/locations?ids=%C3%28'))?.status).toBe(400);
    const head = await ask('/v3/health', { method: 'HEAD' });
    expect([head?.status, await head?.text()]).toEqual([200, '']);
  });

  it('uses the naming scheme and the id prefix it is set up with', async () => {
    const response = await ask(`/v3/locations/${smallWorldId('BER-HUB')}`);
    expect(await response?.json()).toMatchObject({
      id: `here:evcp:test:${smallWorldId('BER-HUB')}`,
      name: 'Stromwerk Berlin',
    });
  });
});
