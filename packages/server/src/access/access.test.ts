import { describe, expect, test } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { mayUse } from '../http/caller.ts';
import { Refused } from '../refusal/refused.ts';
import type { AccessOptions, Admission } from './access.ts';
import { createAccess } from './access.ts';
import { openKeyStore } from './key-store.ts';
import type { NewKey } from './manage-keys.ts';
import { createKey, revokeKey } from './manage-keys.ts';
import { rateLimiter } from './rate-limiter.ts';

const now = new Date('2026-03-10T12:00:00Z');

function setUp(over: Partial<AccessOptions> = {}, ...keys: Partial<NewKey>[]) {
  const store = openKeyStore(':memory:');
  const created = keys.map((key, index) => createKey(store, { name: `key ${index}`, rights: [], ...key }, now));
  const access = createAccess({
    exposure: 'nobody',
    keys: store,
    limiter: rateLimiter(),
    log: recordedLog().log,
    ...over,
  });
  const admit = (path: string, headers: Record<string, string> = {}, peer = '203.0.113.9', time = now) =>
    access.admit(new Request(`http://localhost${path}`, { headers }), peer, time) as Admission;
  return { store, created, admit };
}

function refusalOf(work: () => unknown): Refused {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error('was admitted');
}

describe('with a key', () => {
  test.each([
    ['apiKey', (key: string) => ({ path: `/v3/x?days=2&apiKey=${key}`, headers: {} })],
    ['Bearer', (key: string) => ({ path: '/v3/x', headers: { authorization: `Bearer ${key}` } })],
    ['bearer, oddly spaced', (key: string) => ({ path: '/v3/x', headers: { authorization: `bearer   ${key} ` } })],
  ])('%s', (_, sent) => {
    const { created, admit } = setUp({}, { rights: ['predictions'] });
    const { path, headers } = sent(created[0]?.key ?? '');
    const { caller, credentials, retryAfter } = admit(path, headers);
    expect(caller.id).toBe(created[0]?.info.id);
    expect(mayUse(caller, 'predictions')).toBe(true);
    expect(mayUse(caller, 'truckRestrictions')).toBe(false);
    expect(credentials).toBe(true);
    expect(retryAfter).toBe(0);
  });

  test('v2’s app_id and app_code', () => {
    const { created, admit } = setUp({}, {});
    const { appId = '', appCode = '' } = created[0] ?? {};
    expect(admit(`/ev/stations.json?app_id=${appId}&app_code=${appCode}`).caller.id).toBe(appId);
  });

  test('the use is noted', () => {
    const { store, created, admit } = setUp({}, {});
    admit(`/v3/x?apiKey=${created[0]?.key ?? ''}`);
    expect(store.list()[0]?.lastUsedOn).toBe('2026-03-10');
  });

  test('a use that cannot be noted keeps nobody out', () => {
    const { store, created } = setUp({}, {});
    const recorded = recordedLog();
    let tries = 0;
    const unwritable = {
      ...store,
      markUsed: () => {
        tries += 1;
        throw new Error('disk full');
      },
    };
    const access = createAccess({ exposure: 'nobody', keys: unwritable, limiter: rateLimiter(), log: recorded.log });
    const request = new Request(`http://localhost/v3/x?apiKey=${created[0]?.key ?? ''}`);
    expect((access.admit(request, undefined, now) as Admission).caller.id).toBe(created[0]?.info.id);
    expect(tries).toBe(1);
    expect(recorded.text()).toContain('disk full');
  });

  test('its own rate, or else the default', () => {
    const slow = { perSecond: 1, burst: 1 };
    const { created, admit } = setUp({ defaultRate: { perSecond: 1, burst: 2 } }, { limit: slow }, {});
    const [own, other] = created.map(({ key }) => `/v3/x?apiKey=${key}`);
    expect([own, own].map((path = '') => admit(path).retryAfter)).toEqual([0, 1]);
    expect([other, other, other].map((path = '') => admit(path).retryAfter)).toEqual([0, 0, 1]);
    expect(admit(own ?? '', {}, undefined, new Date(now.getTime() + 1000)).retryAfter).toBe(0);
  });
});

describe('refused', () => {
  test('without credentials', () => {
    const { admit } = setUp({}, {});
    const refused = refusalOf(() => admit('/v3/x'));
    expect(refused.code).toBe('credentials_missing');
    expect(refused.details.cause).toBe('No credentials found');
  });

  const stranger = `pan_${'0'.repeat(12)}_${'a'.repeat(43)}`;
  test.each([
    ['an unknown key', `/v3/x?apiKey=${stranger}`, {}],
    ['a key of another service', '/v3/x?apiKey=abcdef123456', {}],
    ['an empty key', '/v3/x?apiKey=', {}],
    ['a key sent twice', `/v3/x?apiKey=${stranger}&apiKey=${stranger}`, {}],
    ['half a pair', '/ev/x?app_id=000000000000', {}],
    ['a foreign pair', '/ev/x?app_id=AbCd&app_code=EfGh', {}],
    ['Basic', '/v3/x', { authorization: 'Basic YTpi' }],
    ['an empty Bearer', '/v3/x', { authorization: 'Bearer ' }],
    ['a JWT where none is taken', '/v3/x', { authorization: 'Bearer aaa.bbb.ccc' }],
    ['a wrong header beside a good parameter', '/v3/x?apiKey=GOOD', { authorization: 'Token x' }],
  ])('%s', (_, path, headers) => {
    const { created, admit } = setUp({}, {});
    const refused = refusalOf(() => admit(path.replace('GOOD', created[0]?.key ?? ''), headers));
    expect(refused.code).toBe('credentials_invalid');
    expect(JSON.stringify(refused.details)).not.toContain('aaaa');
  });

  test('a good id with another secret, and a key once revoked', () => {
    const { store, created, admit } = setUp({}, {}, {});
    const [one, two] = created;
    expect(refusalOf(() => admit(`/v3/x?app_id=${one?.appId ?? ''}&app_code=${two?.appCode ?? ''}`)).code).toBe(
      'credentials_invalid',
    );
    revokeKey(store, one?.info.id ?? '', now);
    expect(refusalOf(() => admit(`/v3/x?apiKey=${one?.key ?? ''}`)).details.cause).toContain('revoked');
  });
});

describe('without a key', () => {
  test('the person at the machine may do everything on a server open to loopback', () => {
    const { admit } = setUp({ exposure: 'loopback' });
    const { caller, credentials } = admit('/v3/x', {}, '127.0.0.1');
    expect(mayUse(caller, 'admin')).toBe(true);
    expect(credentials).toBe(false);
  });

  test('others may not, nor who comes through a proxy', () => {
    const { admit } = setUp({ exposure: 'loopback' });
    expect(refusalOf(() => admit('/v3/x')).code).toBe('credentials_missing');
    expect(refusalOf(() => admit('/v3/x', { 'x-forwarded-for': '1.2.3.4' }, '127.0.0.1')).code).toBe(
      'credentials_missing',
    );
  });

  test('everybody may see all data, but not look into the server, where it is open', () => {
    const { admit } = setUp({ exposure: 'everybody' });
    const { caller } = admit('/v3/x');
    expect(mayUse(caller, 'truckRestrictions')).toBe(true);
    expect(mayUse(caller, 'admin')).toBe(false);
  });

  test.each([
    ['apiKey', '/v3/x?apiKey=keyOfAnotherService', {}],
    ['app_id', '/ev/x?app_id=Ab&app_code=Cd', {}],
    ['a token', '/v3/x', { authorization: 'Bearer eyJh.eyJz.c2ln' }],
  ])('a client of another service keeps working on an open server: %s', (_, path, headers) => {
    for (const [exposure, peer] of [
      ['everybody', '203.0.113.9'],
      ['loopback', '127.0.0.1'],
    ] as const) {
      expect(setUp({ exposure }).admit(path, headers, peer).retryAfter).toBe(0);
    }
  });

  test('a wrong key of our own is refused even there', () => {
    const { admit } = setUp({ exposure: 'everybody' });
    const key = `pan_${'0'.repeat(12)}_${'a'.repeat(43)}`;
    expect(refusalOf(() => admit(`/v3/x?apiKey=${key}`)).code).toBe('credentials_invalid');
  });

  test('addresses have their own rate, and those of one IPv6 network share it', () => {
    const { admit } = setUp({ exposure: 'everybody', anonymousRate: { perSecond: 1, burst: 1 } });
    const waits = [
      '203.0.113.9',
      '203.0.113.9',
      '203.0.113.10',
      '::ffff:203.0.113.10',
      '2001:db8::1',
      '2001:db8::2',
      '2001:db8:0:0:9::1',
      '2001:db8:0:1::1',
    ];
    expect(waits.map((peer) => admit('/v3/x', {}, peer).retryAfter)).toEqual([0, 1, 0, 1, 0, 1, 1, 0]);
  });
});
