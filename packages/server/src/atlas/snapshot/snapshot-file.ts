/**
 * The file of a snapshot: a line that names the format, the parts behind each other, a table of contents with the
 * checksum of each part, and at the very end the table's length and checksum.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Witness } from './log-witnesses.ts';
import type { RestoredParts, SavedPart } from './saved-parts.ts';

const FORMAT = 'Pantograph atlas snapshot';
const VERSION = 1;
const HEAD = Buffer.alloc(64, `${FORMAT} ${String(VERSION)}\n`.padEnd(64));
const TAIL_BYTES = 16;
const TAIL_MARK = 'ATLASEND';
const CHUNK_BYTES = 1024 * 1024;

/** What a snapshot says of itself. */
export interface SnapshotAbout {
  /** The log entry up to which it is complete. */
  readonly seq: number;
  readonly locations: number;
  /** By which rules its rows were made. */
  readonly rules: string;
  readonly witnesses: readonly Witness[];
  /** What each layer between the log and the world remembers, by its name; every layer has an entry. */
  readonly layers: Readonly<Record<string, unknown>>;
}

interface PartPlace {
  readonly name: string;
  readonly at: number;
  readonly length: number;
  readonly checksum: number;
}

interface Contents {
  readonly about: SnapshotAbout;
  readonly parts: readonly PartPlace[];
}

/** Why a file is of no use. */
export class SnapshotRefused extends Error {}

/** The bytes of a file, in order. A piece is to be written before the next one is taken. */
export function* snapshotBytes(about: SnapshotAbout, parts: readonly SavedPart[]): Generator<Uint8Array, void> {
  // What is checked and what is written must be the same bytes, while others go on changing the world's.
  const own = Buffer.allocUnsafe(CHUNK_BYTES);
  let written = HEAD.length;
  yield HEAD;
  const places: PartPlace[] = [];
  for (const { name, pieces } of parts) {
    const at = written;
    let checksum = 0;
    for (const piece of pieces) {
      for (let from = 0; from < piece.length; from += CHUNK_BYTES) {
        const chunk = own.subarray(0, Math.min(CHUNK_BYTES, piece.length - from));
        chunk.set(piece.subarray(from, from + chunk.length));
        checksum = crc32(chunk, checksum);
        written += chunk.length;
        yield chunk;
      }
    }
    places.push({ name, at, length: written - at, checksum });
  }
  const table = Buffer.from(JSON.stringify({ about, parts: places } satisfies Contents));
  yield table;
  const tail = Buffer.alloc(TAIL_BYTES);
  tail.writeUInt32LE(table.length, 0);
  tail.writeUInt32LE(crc32(table), 4);
  tail.write(TAIL_MARK, 8, 'latin1');
  yield tail;
}

/**
 * Reads a file whole. Throws `SnapshotRefused` where it is not what was written, `check` included.
 * @param check why a snapshot that says this of itself is of no use; asked before its parts are read
 */
export function readSnapshot(
  path: string,
  check: (about: SnapshotAbout) => string | undefined,
): { readonly about: SnapshotAbout; readonly parts: RestoredParts } {
  const file = openSync(path, 'r');
  try {
    const { about, parts } = readContents(file);
    const reason = check(about);
    if (reason !== undefined) throw new SnapshotRefused(reason);
    return { about, parts: new Map(parts.map((place) => [place.name, readPart(file, place)])) };
  } finally {
    closeSync(file);
  }
}

function readContents(file: number): Contents {
  const head = Buffer.alloc(HEAD.length);
  const { size } = fstatSync(file);
  readFully(file, head, 0);
  if (!head.equals(HEAD)) {
    const named = head.toString('latin1').trimEnd();
    throw new SnapshotRefused(named.startsWith(FORMAT) ? 'it has another version' : 'it is no snapshot');
  }
  const tail = Buffer.alloc(TAIL_BYTES);
  readFully(file, tail, size - TAIL_BYTES);
  const length = tail.readUInt32LE(0);
  const end = size - TAIL_BYTES;
  if (tail.toString('latin1', 8) !== TAIL_MARK || length > end) throw new SnapshotRefused('it is damaged: its end');
  const table = Buffer.alloc(length);
  readFully(file, table, end - length);
  if (crc32(table) !== tail.readUInt32LE(4)) throw new SnapshotRefused('it is damaged: its table of contents');
  return JSON.parse(table.toString()) as Contents;
}

function readPart(file: number, { name, at, length, checksum }: PartPlace): SharedArrayBuffer {
  const part = new SharedArrayBuffer(length);
  let actual = 0;
  for (let from = 0; from < length; from += CHUNK_BYTES) {
    const chunk = new Uint8Array(part, from, Math.min(CHUNK_BYTES, length - from));
    readFully(file, chunk, at + from);
    actual = crc32(chunk, actual);
  }
  if (actual !== checksum) throw new SnapshotRefused(`it is damaged: ${name}`);
  return part;
}

function readFully(file: number, into: Uint8Array, at: number): void {
  let done = 0;
  while (done < into.length) {
    const read = at < 0 ? 0 : readSync(file, into, done, into.length - done, at + done);
    if (read === 0) throw new SnapshotRefused('it is damaged: it ends too early');
    done += read;
  }
}
