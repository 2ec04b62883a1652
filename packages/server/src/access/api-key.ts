/**
 * The form of a key: `pan_<id>_<secret>`. The id is public, appears in logs and lists, and is v2's `app_id`; the secret
 * is v2's `app_code`. The fixed beginning lets secret scanners and our own log filter know a key wherever it turns up.
 */
import { hash as digest, timingSafeEqual } from 'node:crypto';

export interface ApiKey {
  readonly id: string;
  readonly secret: string;
}

/** 60 and 256 bits. */
const idLength = 12;
const secretBytes = 32;

const idPattern = /^[0-9a-hjkmnp-tv-z]{12}$/;
const secretPattern = /^[\w-]{43}$/;
const keyPattern = /^pan_([0-9a-hjkmnp-tv-z]{12})_([\w-]{43})$/;
const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** `random` gives so many unpredictable bytes. */
export function newApiKey(random: (bytes: number) => Uint8Array): ApiKey {
  const id = Array.from(random(idLength), (byte) => idAlphabet[byte & 31] ?? '').join('');
  return { id, secret: Buffer.from(random(secretBytes)).toString('base64url') };
}

export function formatApiKey({ id, secret }: ApiKey): string {
  return `pan_${id}_${secret}`;
}

export function parseApiKey(text: string): ApiKey | undefined {
  const [, id, secret] = keyPattern.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** v2's pair of credentials. */
export function apiKeyOfPair(appId: string, appCode: string): ApiKey | undefined {
  return idPattern.test(appId) && secretPattern.test(appCode) ? { id: appId, secret: appCode } : undefined;
}

/**
 * What is kept of a secret. A plain SHA-256 is enough, and cheap on every request: slow hashes protect secrets that
 * people choose and that can therefore be guessed; 256 random bits cannot.
 */
export function hashSecret(secret: string): Uint8Array {
  return digest('sha256', secret, 'buffer');
}

export function isSecretOf(secret: string, hash: Uint8Array): boolean {
  const found = hashSecret(secret);
  return found.byteLength === hash.byteLength && timingSafeEqual(found, hash);
}
