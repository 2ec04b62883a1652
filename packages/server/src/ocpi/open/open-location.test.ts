import { readLocation } from '@pantograph/feeds/ocpi';
import { contentIdOf } from '@pantograph/model/location';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Store } from '../../store/store.ts';
import { connector, evse, location } from '../testing/wire-objects.ts';
import { openLocationSurface } from './open-location.ts';

const now = new Date('2026-03-10T12:00:00Z');
const receivedAt = '2026-03-10T10:00:00Z';

describe('one location as OCPI, without a token of a peer', () => {
  let store: Store;
  beforeAll(async () => {
    store = openSqliteStore(':memory:');
    await store.putSource({ name: 'open', redistribute: true, attribution: 'Open City', licence: 'CC0' });
    await store.putSource({ name: 'closed' });
    for (const source of ['open', 'closed']) {
      for (const [id, publish] of [
        ['L1', true],
        ['HIDDEN', false],
      ] as const) {
        const raw = location(id, { publish, evses: [evse('E1', { connectors: [connector('1')] })] });
        const reading = readLocation(raw, { source, receivedAt });
        if (!reading.ok) throw new Error('the test data cannot be read');
        await store.apply([{ kind: 'location', record: reading.record, receivedAt }]);
      }
    }
  });
  afterAll(() => store.close());

  const idOf = (source: string, id: string): string => {
    const { country_code: countryCode = '', party_id: partyId = '' } = location(id) as Record<string, string>;
    return contentIdOf({ source, countryCode, partyId, id });
  };

  async function get(path: string, method = 'GET') {
    const request = new Request(`http://server.example/ocpi/open/${path}`, { method });
    const response = await openLocationSurface(store)(request, { correlationId: 'c-1', now });
    if (response === undefined) return undefined;
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, unknown>,
    };
  }

  it.each(['2.1.1', '2.2.1', '2.3.0'])('is what peers are given in OCPI %s', async (version) => {
    const found = await get(`${version}/locations/${idOf('open', 'L1')}`);
    expect(found).toMatchObject({ status: 200, body: { id: 'L1', evses: [{ uid: 'E1' }] } });
    expect(found?.headers.get('x-attribution')).toContain('Open City');
    expect('country_code' in (found?.body ?? {})).toBe(version !== '2.1.1');
  });

  it('takes ids of v3 and of places', async () => {
    const found = await get(`2.3.0/locations/here:evcp:charginglocation:${idOf('open', 'L1')}`);
    expect(found).toMatchObject({ status: 200, body: { id: 'L1' } });
  });

  it.each([
    [
      'of a source that passes nothing on',
      () => `2.3.0/locations/${idOf('closed', 'L1')}`,
      'does not let it be passed on',
    ],
    ['that is not published', () => `2.3.0/locations/${idOf('open', 'HIDDEN')}`, 'No location has the id'],
    ['that is not there', () => '2.3.0/locations/nothing', 'No location has the id'],
  ])('is not given %s', async (_, path, detail) => {
    expect(await get(path())).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining(detail) as string },
    });
  });

  it('knows the versions there are, and reads only', async () => {
    expect(await get(`9.9/locations/${idOf('open', 'L1')}`)).toMatchObject({
      status: 400,
      body: { parameter: '{version}' },
    });
    expect(await get(`2.3.0/locations/${idOf('open', 'L1')}`, 'DELETE')).toMatchObject({ status: 405 });
    expect(await get('2.3.0/tariffs/x')).toBeUndefined();
  });
});
