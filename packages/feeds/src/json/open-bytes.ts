/** The bytes of a feed, from wherever it is. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FeedFailure } from './feed-failure.ts';
import { gunzipIfPacked } from './gunzip.ts';

export interface OpenBytesOptions {
  /** For http and https; default the platform's. */
  readonly fetch?: (url: string) => Promise<Response>;
  /** What `-` stands for; default the process's standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Told of every chunk as it comes, still packed; `total` where it is known. For progress bars. */
  readonly onRead?: (bytes: number, total: number | undefined) => void;
}

interface Opened {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly total: number | undefined;
}

const FILE_CHUNK_BYTES = 256 * 1024;

/**
 * A path, `-` for standard input, or an http(s) URL; gzip is unpacked, whatever the name ends in. Throws
 * {@link FeedFailure} where it cannot be opened, and after the last good byte where it breaks off.
 */
export function openBytes(from: string, options: OpenBytesOptions = {}): AsyncIterable<Uint8Array> {
  return gunzipIfPacked(readFrom(from, options), nameOf(from));
}

function nameOf(from: string): string {
  return from === '-' ? 'standard input' : from;
}

async function* readFrom(from: string, options: OpenBytesOptions): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  try {
    const { bytes, total } = await open(from, options);
    for await (const chunk of bytes) {
      read += chunk.length;
      options.onRead?.(chunk.length, total);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FeedFailure ? error : brokenOff(nameOf(from), read, error);
  }
}

async function open(from: string, options: OpenBytesOptions): Promise<Opened> {
  if (from === '-') return { bytes: options.stdin ?? process.stdin, total: undefined };
  if (/^https?:\/\//i.test(from)) return download(from, options.fetch ?? globalThis.fetch);
  const { size } = await stat(from);
  return { bytes: createReadStream(from, { highWaterMark: FILE_CHUNK_BYTES }), total: size };
}

async function download(url: string, fetch: (url: string) => Promise<Response>): Promise<Opened> {
  const response = await fetch(url);
  if (!response.ok) {
    await response.body?.cancel();
    const reason = `the server answered ${response.status} ${response.statusText}`.trimEnd();
    throw new FeedFailure({ code: 'source_unreadable', path: '', parameters: { file: url, reason } });
  }
  // The length is of the packed bytes where the transport packed them, and those are not what is read here.
  const length = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  return { bytes: response.body ?? noBytes(), total: length === null ? undefined : Number(length) };
}

async function* noBytes(): AsyncGenerator<Uint8Array, void, undefined> {
  // What an answer without a body holds.
}

function brokenOff(file: string, bytes: number, error: unknown): FeedFailure {
  const reason = reasonOf(error);
  if (bytes === 0) return new FeedFailure({ code: 'source_unreadable', path: '', parameters: { file, reason } });
  return new FeedFailure({ code: 'source_cut_short', path: '', parameters: { file, bytes, reason } });
}

const reasons = new Map([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'permission denied'],
  ['EISDIR', 'it is a directory'],
  ['ENOTFOUND', 'the host is not known'],
  ['ECONNREFUSED', 'the host refuses the connection'],
]);

/** `fetch` hides what went wrong in the cause of its error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return reasons.get(code) ?? error.message;
}
