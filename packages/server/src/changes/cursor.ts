/**
 * Where a reader of changes is, as it carries it away: opaque, checked, and of no use with another store.
 * 24 or 29 bytes as base64url: version, feed, position in the log, position in the journal, mark, place of a full read,
 * checksum.
 */
import { hash } from 'node:crypto';
import type { LogEntry } from '../store/store.ts';

export interface Position {
  /** The last entry of the store's log that the reader has. */
  readonly seq: number;
  /** The last number of the journal that it has. */
  readonly n: number;
}

export interface Cursor extends Position {
  /** Of the entry at `seq`: tells whether the log is still the one that was read. */
  readonly mark: number;
  /** In a full read: the ordinal of the last location that was read. */
  readonly sweep?: number;
}

const VERSION = 1;
const FEED_BYTES = 6;
const CHECKSUM_BYTES = 3;
const SHORT = 1 + FEED_BYTES + 6 + 5 + 3 + CHECKSUM_BYTES;
const SWEEP_BYTES = 5;

/** @param feed six bytes in hexadecimal digits */
export function cursorText(feed: string, { seq, n, mark, sweep }: Cursor): string {
  const bytes = Buffer.alloc(SHORT + (sweep === undefined ? 0 : SWEEP_BYTES));
  let at = bytes.writeUInt8(VERSION);
  at += bytes.write(feed, at, FEED_BYTES, 'hex');
  at = bytes.writeUIntBE(seq, at, 6);
  at = bytes.writeUIntBE(n, at, 5);
  at = bytes.writeUIntBE(mark, at, 3);
  if (sweep !== undefined) at = bytes.writeUIntBE(sweep, at, SWEEP_BYTES);
  bytes.writeUIntBE(digest(bytes.subarray(0, at)), at, CHECKSUM_BYTES);
  return bytes.toString('base64url');
}

/** `undefined`: it is none of ours, or not whole. */
export function readCursor(text: string): { readonly feed: string; readonly cursor: Cursor } | undefined {
  if (!/^[\w-]{28,40}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  const { length } = bytes;
  if (length !== SHORT && length !== SHORT + SWEEP_BYTES) return undefined;
  const end = length - CHECKSUM_BYTES;
  if (bytes.readUIntBE(end, CHECKSUM_BYTES) !== digest(bytes.subarray(0, end)) || bytes[0] !== VERSION)
    return undefined;
  let at = 1 + FEED_BYTES;
  const number = (size: number): number => {
    at += size;
    return bytes.readUIntBE(at - size, size);
  };
  const cursor = { seq: number(6), n: number(5), mark: number(3) };
  return {
    feed: bytes.toString('hex', 1, 1 + FEED_BYTES),
    cursor: length === SHORT ? cursor : { ...cursor, sweep: number(SWEEP_BYTES) },
  };
}

export function cursorLooksRight(text: string): boolean {
  return readCursor(text) !== undefined;
}

/** 0 for the beginning of a log. */
export function markOf(entry: LogEntry | undefined): number {
  return entry === undefined ? 0 : digest(Buffer.from(JSON.stringify(entry)));
}

function digest(bytes: Uint8Array): number {
  return hash('sha1', bytes, 'buffer').readUIntBE(0, CHECKSUM_BYTES);
}
