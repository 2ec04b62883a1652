import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { apiKeyOfPair, formatApiKey, hashSecret, isSecretOf, newApiKey, parseApiKey } from './api-key.ts';

describe('API keys', () => {
  test('a key reads back from its text and from the v2 pair', () => {
    for (let count = 0; count < 50; count++) {
      const key = newApiKey(randomBytes);
      expect(parseApiKey(formatApiKey(key))).toEqual(key);
      expect(apiKeyOfPair(key.id, key.secret)).toEqual(key);
    }
  });

  test('a key fits in a URL as it is', () => {
    const text = formatApiKey(newApiKey(randomBytes));
    expect(encodeURIComponent(text)).toBe(text);
  });

  test('keys differ in every part', () => {
    const keys = Array.from({ length: 200 }, () => newApiKey(randomBytes));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(200);
    expect(new Set(keys.map(({ secret }) => secret)).size).toBe(200);
  });

  test('only the secret fits its hash, and the hash holds nothing of it', () => {
    const { secret } = newApiKey(randomBytes);
    const hash = hashSecret(secret);
    expect(isSecretOf(secret, hash)).toBe(true);
    expect(isSecretOf(newApiKey(randomBytes).secret, hash)).toBe(false);
    expect(isSecretOf('', hash)).toBe(false);
    expect(isSecretOf(secret, new Uint8Array())).toBe(false);
    expect(Buffer.from(hash).toString('latin1')).not.toContain(secret.slice(0, 8));
  });

  test.each([
    '',
    'pan_',
    'pan_abc_def',
    'hereKey123',
    `pan_${'0'.repeat(12)}_${'a'.repeat(42)}`,
    `pan_${'O'.repeat(12)}_${'a'.repeat(43)}`,
  ])('%j is no key', (text) => {
    expect(parseApiKey(text)).toBeUndefined();
  });
});
