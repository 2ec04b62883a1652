/** What `pantograph key` does. */
import { randomBytes } from 'node:crypto';
import type { Right } from '../http/caller.ts';
import { formatApiKey, hashSecret, newApiKey } from './api-key.ts';
import type { KeyInfo } from './key-info.ts';
import type { KeyStore } from './key-store.ts';
import type { Rate } from './rate-limiter.ts';

export interface NewKey {
  /** Whose key it is, for people. */
  readonly name: string;
  readonly rights: readonly Right[];
  readonly limit?: Rate;
}

export interface CreatedKey {
  readonly info: KeyInfo;
  /** The only time that the whole key is to be had. */
  readonly key: string;
  /** The same as v2 clients send it. */
  readonly appId: string;
  readonly appCode: string;
}

/** Throws `RangeError` for a name that a list could not show. */
export function createKey(
  keys: KeyStore,
  { name, rights, limit }: NewKey,
  now: Date,
  random: (bytes: number) => Uint8Array = randomBytes,
): CreatedKey {
  if (!/^[^\p{Cc}]{1,100}$/u.test(name)) {
    throw new RangeError('The name of a key has 1 to 100 characters and none that are not shown.');
  }
  const key = newApiKey(random);
  const info: KeyInfo = {
    id: key.id,
    name,
    rights,
    ...(limit === undefined ? {} : { limit }),
    createdAt: now.toISOString(),
  };
  keys.add({ ...info, secretHash: hashSecret(key.secret) });
  return { info, key: formatApiKey(key), appId: key.id, appCode: key.secret };
}

export function listKeys(keys: KeyStore): readonly KeyInfo[] {
  return keys.list();
}

/** False: there is no such key, or it was revoked before. */
export function revokeKey(keys: KeyStore, id: string, now: Date): boolean {
  return keys.revoke(id, now.toISOString());
}
