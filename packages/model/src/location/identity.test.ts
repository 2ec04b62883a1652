import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalKey, contentIdOf } from './identity.ts';

/** However long: around the blocks of the hash, and beyond what is encoded in place. */
const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ minLength: 300, maxLength: 500 }));

it('is the beginning of the SHA-256 of the key, whatever was hashed before', () => {
  fc.assert(
    fc.property(part, part, part, part, (source, countryCode, partyId, id) => {
      const key = { source, countryCode, partyId, id };
      const digest = sha256(new TextEncoder().encode(canonicalKey(key))).slice(0, 16);
      const expected = btoa(String.fromCharCode(...digest))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
      expect(contentIdOf(key)).toBe(`pan0-${expected}`);
    }),
  );
});
