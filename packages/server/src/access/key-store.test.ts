import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseApiKey } from './api-key.ts';
import { openKeyStore } from './key-store.ts';
import { createKey, listKeys, revokeKey } from './manage-keys.ts';

const noon = new Date('2026-03-10T12:00:00Z');
const later = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-keys-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

describe('key store', () => {
  test('a key is there after a restart, with all that was said of it', () => {
    const path = join(directory, 'keys.db');
    const first = openKeyStore(path);
    const { info, key, appId, appCode } = createKey(
      first,
      { name: 'City portal', rights: ['truckRestrictions', 'admin'], limit: { perSecond: 10, burst: 20 } },
      noon,
    );
    expect(parseApiKey(key)).toEqual({ id: appId, secret: appCode });
    first.close();

    const again = openKeyStore(path);
    expect(listKeys(again)).toEqual([
      {
        id: info.id,
        name: 'City portal',
        rights: ['truckRestrictions', 'admin'],
        limit: { perSecond: 10, burst: 20 },
        createdAt: '2026-03-10T12:00:00.000Z',
      },
    ]);
    expect(again.countActive()).toBe(1);
    again.close();
  });

  test('no file of the store holds a secret, and only its owner may read it', () => {
    const path = join(directory, 'keys.db');
    const keys = openKeyStore(path);
    const { appCode } = createKey(keys, { name: 'a', rights: [] }, noon);
    keys.close();
    for (const file of readdirSync(directory)) {
      const bytes = readFileSync(join(directory, file), 'latin1');
      expect(bytes).not.toContain(appCode);
      expect(statSync(join(directory, file)).mode & 0o077).toBe(0);
    }
  });

  test('what another process revokes or adds is known within a second', () => {
    const path = join(directory, 'keys.db');
    const server = openKeyStore(path);
    const command = openKeyStore(path);
    const { info } = createKey(command, { name: 'a', rights: [] }, noon);
    expect(server.find(info.id, later(0))?.name).toBe('a');
    expect(revokeKey(command, info.id, later(1))).toBe(true);
    expect(server.find(info.id, later(2))?.revokedAt).toBe(later(1).toISOString());
    expect(server.countActive()).toBe(0);
    server.close();
    command.close();
  });

  test('a key is revoked once', () => {
    const keys = openKeyStore(':memory:');
    const { info } = createKey(keys, { name: 'a', rights: [] }, noon);
    expect(revokeKey(keys, 'unknown', noon)).toBe(false);
    expect(revokeKey(keys, info.id, noon)).toBe(true);
    expect(revokeKey(keys, info.id, later(5))).toBe(false);
    expect(listKeys(keys)[0]?.revokedAt).toBe(noon.toISOString());
    keys.close();
  });

  test('the day of the last use is kept, and nothing finer', () => {
    const path = join(directory, 'keys.db');
    const keys = openKeyStore(path);
    const { info } = createKey(keys, { name: 'a', rights: [] }, noon);
    keys.markUsed(info.id, noon);
    keys.markUsed(info.id, later(3600));
    expect(listKeys(keys)[0]?.lastUsedOn).toBe('2026-03-10');
    keys.markUsed(info.id, later(13 * 3600));
    expect(listKeys(keys)[0]?.lastUsedOn).toBe('2026-03-11');
    keys.close();
  });

  test.each(['', 'a\nb', 'x'.repeat(101)])('the name %j is refused', (name) => {
    const keys = openKeyStore(':memory:');
    expect(() => createKey(keys, { name, rights: [] }, noon)).toThrow(RangeError);
    expect(listKeys(keys)).toEqual([]);
    keys.close();
  });
});
