import { describe, expect, test } from 'vitest';
import { locationOf, ndjson } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

interface EvStations {
  readonly evStations: { readonly evStation: readonly { readonly id: string }[] };
}

interface Places {
  readonly items: readonly { readonly id: string }[];
}

interface ChargingLocation {
  readonly evses: readonly { readonly uid: string; readonly status: string }[];
}

async function get<Body>(url: string): Promise<Body> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return (await response.json()) as Body;
}

describe('serve', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('answers from the store, and ends with 0 at %s', async (signal) => {
    using directory = temporaryDirectory();
    const input = ndjson([locationOf('one', 'OUTOFORDER')]);
    await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input });
    await using server = await runServer(['serve', '--port', '0', '--data', directory.path]);
    expect(server.stdout()).toContain('Serving 1 locations on http://127.0.0.1:');

    const browse = await get<Places>(`${server.url}/v1/browse?at=52.0116,4.3571&categories=700-7600-0322`);
    const id = browse.items[0]?.id.split(':').at(-1) ?? '';
    const location = await get<ChargingLocation>(`${server.url}/v3/locations/${id}?fields=evses`);
    expect(location.evses).toMatchObject([{ uid: 'one-1', status: 'OUTOFORDER' }]);
    const stations = await get<EvStations>(`${server.url}/ev/stations.json?prox=52.0116,4.3571,3000`);
    expect(stations.evStations.evStation.map((station) => station.id)).toEqual([id]);

    expect(await server.stop(signal)).toMatchObject({ code: 0, stderr: '' });
  });

  test('answers with several threads, and ends with 0', { timeout: 30_000 }, async () => {
    using directory = temporaryDirectory();
    const input = ndjson([locationOf('one', 'OUTOFORDER')]);
    await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input });
    await using server = await runServer(['serve', '--port', '0', '--threads', '2', '--data', directory.path]);
    // Each over a connection of its own, which a thread takes.
    for (let asked = 0; asked < 8; asked++) {
      const response = await fetch(`${server.url}/v1/browse?at=52.0116,4.3571`, { headers: { connection: 'close' } });
      expect(((await response.json()) as Places).items).toHaveLength(1);
    }
    expect(await get<{ status: string }>(`${server.url}/ready`)).toEqual({ status: 'ok' });
    expect((await server.stop('SIGTERM')).code).toBe(0);
  });

  test('spells v3 values as told', async () => {
    using directory = temporaryDirectory();
    const input = ndjson([locationOf('one', 'OUTOFORDER')]);
    await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input });
    await using server = await runServer(['serve', '--port', '0', '--data', directory.path, '--enums', 'here']);
    const browse = await get<Places>(`${server.url}/v1/browse?at=52.0116,4.3571`);
    const id = browse.items[0]?.id.split(':').at(-1) ?? '';
    const location = await get<ChargingLocation>(`${server.url}/v3/locations/${id}?fields=evses`);
    expect(location.evses[0]?.status).toBe('outOfOrder');
  });

  test('sees what another process imports meanwhile', async () => {
    using directory = temporaryDirectory();
    await using server = await runServer(['serve', '--port', '0', '--data', directory.path]);
    const input = ndjson([locationOf('one')]);
    await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input });
    await expect
      .poll(async () => (await get<Places>(`${server.url}/v1/browse?at=52.0116,4.3571`)).items.length, {
        timeout: 5000,
      })
      .toBe(1);
  });

  test('says how to fill an empty store', async () => {
    using directory = temporaryDirectory();
    await using server = await runServer(['serve', '--port', '0', '--data', directory.path]);
    const { stderr } = await server.stop('SIGTERM');
    expect(stderr).toContain('pantograph import ocpi');
  });
});
