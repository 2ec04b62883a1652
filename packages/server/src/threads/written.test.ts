/** Whatever is written shows in every thread. */
import { describe, expect, it, vi } from 'vitest';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';
import { dataFiles } from '../data-files.ts';
import { discoverySurface } from '../discovery/surface.ts';
import { lookupSurface } from '../lookup/index.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Change } from '../store/store.ts';
import { laterBy, statusOf } from './testing/threads-under-test.ts';
import { worldOfEachTest } from './testing/world-of-each-test.ts';

const LONG = { timeout: 120_000 };
const market = smallWorldId('DELFT-MARKT');

const { world, start } = worldOfEachTest();

describe('what is written', () => {
  it('shows in every thread with the very next request after an acknowledged PATCH', LONG, async () => {
    const { connectToEach } = await start();
    const threads = await connectToEach(3);
    const authorization = `Token ${world().peerToken}`;
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
      expect(await Promise.all(threads.map((thread) => statusOf(thread, market, 'MARKT-1')))).toEqual([
        status,
        status,
        status,
      ]);
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
    const other = openSqliteStore(dataFiles(world().directory).store);
    const at = laterBy(1);
    const status = { uid: 'MARKT-1', status: 'OUTOFORDER', observedAt: at, receivedAt: at } as const;
    await other.apply([{ kind: 'status', contentId: market, status }]);
    await other.close();
    for (const thread of threads) {
      await vi.waitFor(async () => expect(await statusOf(thread, market, 'MARKT-1')).toBe('OUTOFORDER'), 10_000);
    }
  });
});
