/** Bytes of a file, unless it is something that nobody writes by hand. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { SkipReason } from './skips.ts';
import type { SourceFile } from './walk.ts';

export interface SourceBytes {
  readonly size: number;
  /** One character for each byte: enough to look for words in ASCII. */
  readonly ascii: string;
  readonly text: () => string;
}

/** Above this, data or a bundle. */
const LARGEST = 4 << 20;
const MINIFIED_FROM = 20_000;
/** Nobody writes half a file in lines as long as this. */
const LONG_LINE = 500;
const BINARY_WITHIN = 8192;

export function readSource({ absolute, path, language }: SourceFile): SourceBytes | SkipReason {
  let file: number;
  try {
    file = openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return 'unreadable';
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return 'noFile';
    if (stat.size > LARGEST) return 'tooLarge';
    const buffer = Buffer.allocUnsafe(stat.size);
    const bytes = buffer.subarray(0, readSync(file, buffer, 0, stat.size, 0));
    const utf16 = bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe;
    if (utf16) return sourceOf(Buffer.from(bytes.toString('utf16le').slice(1), 'utf8'));
    if (bytes.subarray(0, BINARY_WITHIN).includes(0)) return 'binary';
    if (!language.isData && isMinified(path, bytes)) return 'minified';
    return sourceOf(bytes);
  } catch {
    return 'unreadable';
  } finally {
    closeSync(file);
  }
}

function sourceOf(bytes: Buffer): SourceBytes {
  return { size: bytes.length, ascii: bytes.toString('latin1'), text: () => bytes.toString('utf8') };
}

function isMinified(path: string, bytes: Buffer): boolean {
  if (/[.-]min\.[cm]?js$/.test(path)) return true;
  if (bytes.length < MINIFIED_FROM) return false;
  let inLongLines = 0;
  let start = 0;
  for (let end = bytes.indexOf(10); ; end = bytes.indexOf(10, start)) {
    const length = (end < 0 ? bytes.length : end) - start;
    if (length > LONG_LINE) inLongLines += length;
    if (end < 0) return inLongLines * 2 > bytes.length;
    start = end + 1;
  }
}
