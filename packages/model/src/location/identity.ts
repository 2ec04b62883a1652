/** Ids that outlive a reload: derived from who said it and what they called it, never from the order of arrival. */
import { sha256 } from '@noble/hashes/sha2.js';

declare const brand: unique symbol;
/** Opaque and URL-safe. v3 `here:evcp:charginglocation:<contentId>`, v2 `poolId`, place id `here:pds:place:<contentId>`. */
export type ContentId = string & { readonly [brand]: 'ContentId' };

/** What identifies a location or tariff. `countryCode` and `partyId` are empty where the feed names none. */
export interface ObjectKey {
  readonly source: string;
  readonly countryCode: string;
  readonly partyId: string;
  readonly id: string;
}

/** One string per identity; OCPI CiStrings compare without case, and the separator occurs in none of them. */
export function canonicalKey(key: ObjectKey): string {
  return [key.source, key.countryCode, key.partyId, key.id].join('\u001f').toLowerCase();
}

const encoder = new TextEncoder();

/** The same key gives the same id on every machine: 128 bits of SHA-256 behind a version prefix, 27 characters. */
export function contentIdOf(key: ObjectKey): ContentId {
  return `pan0-${base64Url(digest(canonicalKey(key)))}` as ContentId;
}

/** The part of any id form that is looked up: all after the last colon (contracts v3, parameter `id`). */
export function contentIdIn(id: string): ContentId {
  return id.slice(id.lastIndexOf(':') + 1) as ContentId;
}

/**
 * A stable partner id for a company that is known by name only, in the UUID form (version 8) that v3 `partnerId` has.
 * Case, spacing and punctuation at the ends do not make another company.
 */
export function partnerIdOf(name: string): string {
  const bytes = digest(`partner\u001f${name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()}`);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

// A hash that begins from a copy of a fresh one costs a quarter of one that is made anew.
const fresh = sha256.create();
const hashing = sha256.create();
const hashed = new Uint8Array(sha256.outputLen);
const room = new Uint8Array(1024);

function digest(text: string): Uint8Array {
  // UTF-8 has up to three bytes for each unit of UTF-16.
  const bytes =
    text.length * 3 <= room.length ? room.subarray(0, encoder.encodeInto(text, room).written) : encoder.encode(text);
  fresh._cloneInto(hashing);
  hashing.update(bytes).digestInto(hashed);
  return hashed.slice(0, 16);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648 section 5 without padding; written out because browsers and Node share no synchronous one. */
function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let sextet = 0; sextet <= Math.min(left, 3); sextet++) {
      text += alphabet[(word >> (18 - 6 * sextet)) & 63] ?? '';
    }
  }
  return text;
}
