/** Documents in one file, appended as they are made. What is appended is written in large pieces beside other work. */
import { randomBytes } from 'node:crypto';
import { close, closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, write, writeSync } from 'node:fs';
import type { RecordMemory } from './document-record.ts';
import { HEAD_BYTES, UNIT, recordBytes } from './document-record.ts';

const MARK = 'Pantograph documents 1\n';
const FILE_HEAD_BYTES = 64;
const ID_AT = 32;
const ID_BYTES = 16;
const PENDING_BYTES = 512 * 1024;
/** Most documents are read in one go. */
const USUAL_BYTES = 4096;

/** By which a file is known again, and how much of it was written then. */
export interface DocumentFileMemory {
  readonly id: string;
  readonly units: number;
}

export class DocumentFile {
  readonly #file: number;
  readonly #onTrouble: (error: unknown) => void;
  #id = '';
  /** Of the file, with what is pending. */
  #units = 0;
  /** Up to here it can be read. */
  #readable = 0;
  #pending: Buffer = Buffer.allocUnsafe(PENDING_BYTES);
  #pendingBytes = 0;
  /** On its way into the file. */
  #writing: { readonly bytes: Buffer; readonly at: number } | undefined;
  #spare: Buffer | undefined;
  #isClosing = false;

  constructor(path: string, onTrouble: (error: unknown) => void) {
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    this.#onTrouble = onTrouble;
  }

  get bytes(): number {
    return this.#units * UNIT;
  }

  /** Whether it is the file of that time and holds at least what it held then; new documents come after all there is. */
  isStill({ id, units }: DocumentFileMemory): boolean {
    const head = Buffer.alloc(FILE_HEAD_BYTES);
    const { size } = fstatSync(this.#file);
    if (readSync(this.#file, head, 0, head.length, 0) < head.length || size < units * UNIT) return false;
    if (!head.toString('latin1').startsWith(MARK) || head.toString('hex', ID_AT, ID_AT + ID_BYTES) !== id) return false;
    this.#id = id;
    this.#units = Math.ceil(size / UNIT);
    this.#readable = this.#units;
    return true;
  }

  /** Empties it; what it held is not to be found again. */
  begin(): void {
    const head = Buffer.alloc(FILE_HEAD_BYTES);
    head.write(MARK, 'latin1');
    randomBytes(ID_BYTES).copy(head, ID_AT);
    this.#id = head.toString('hex', ID_AT, ID_AT + ID_BYTES);
    ftruncateSync(this.#file);
    writeSync(this.#file, head, 0, head.length, 0);
    this.#units = FILE_HEAD_BYTES / UNIT;
    this.#readable = this.#units;
    this.#pendingBytes = 0;
  }

  /** Returns the unit at which the record will stand; 0 where the disk does not keep up. */
  append(memory: RecordMemory, start: number): number {
    const bytes = recordBytes(memory.length(start));
    if (this.#pendingBytes + bytes > PENDING_BYTES) this.#writePending();
    if (this.#pendingBytes + bytes > PENDING_BYTES) return 0;
    memory.seal(start);
    memory.bytes.copy(this.#pending, this.#pendingBytes, start, start + bytes);
    const unit = this.#units;
    this.#pendingBytes += bytes;
    this.#units += bytes / UNIT;
    return unit;
  }

  /** Reads the record at a unit to the beginning of the memory; false where it is not there or not whole. */
  read(unit: number, into: RecordMemory): boolean {
    if (unit >= this.#readable) return false;
    const { bytes } = into;
    const at = unit * UNIT;
    const first = readSync(this.#file, bytes, 0, USUAL_BYTES, at);
    if (first < HEAD_BYTES) return false;
    const length = HEAD_BYTES + into.length(0);
    if (length > bytes.length) return false;
    if (length > first && readSync(this.#file, bytes, first, length - first, at + first) < length - first) return false;
    return into.isWhole(0);
  }

  /** Writes all at once. */
  flush(): void {
    // Whether the write under way comes before or after: it writes the same.
    if (this.#writing !== undefined) writeWhole(this.#file, this.#writing.bytes, this.#writing.at);
    const bytes = this.#pending.subarray(0, this.#pendingBytes);
    writeWhole(this.#file, bytes, this.#units * UNIT - this.#pendingBytes);
    this.#pendingBytes = 0;
    this.#readable = this.#units;
  }

  memory(): DocumentFileMemory {
    return { id: this.#id, units: this.#readable };
  }

  close(): void {
    this.#isClosing = true;
    if (this.#writing === undefined) closeSync(this.#file);
  }

  #writePending(): void {
    if (this.#writing !== undefined || this.#pendingBytes === 0) return;
    const at = this.#units * UNIT - this.#pendingBytes;
    const bytes = this.#pending.subarray(0, this.#pendingBytes);
    const id = this.#id;
    const end = this.#units;
    const used = this.#pending;
    this.#pending = this.#spare ?? Buffer.allocUnsafe(PENDING_BYTES);
    this.#pendingBytes = 0;
    this.#writing = { bytes, at };
    write(this.#file, bytes, 0, bytes.length, at, (error, written) => {
      this.#writing = undefined;
      this.#spare = used;
      if (this.#isClosing) close(this.#file, () => undefined);
      else if (error !== null || written < bytes.length) this.#onTrouble(error ?? new Error('the disk is full'));
      else if (this.#id === id) this.#readable = Math.max(this.#readable, end);
    });
  }
}

function writeWhole(file: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
}
