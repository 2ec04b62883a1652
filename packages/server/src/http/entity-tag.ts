/** Strong entity tags (RFC 9110 section 8.8.3) from the bytes themselves: nothing else need be watched for changes. */
import { contentTag } from '../atlas/kept/content-tag.ts';

export function entityTag(content: Uint8Array | string): string {
  return `"${contentTag(content)}"`;
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
