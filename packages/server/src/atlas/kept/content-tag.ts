import { hash } from 'node:crypto';

/** 128 bits of SHA-256, base64url: the same bytes, the same tag, in every process. About 2 microseconds for 3 KB. */
export function contentTag(content: Uint8Array | string): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}
