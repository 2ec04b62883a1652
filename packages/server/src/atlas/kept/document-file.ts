/** Documents in one file, appended as they are made. What is appended is written some hundred at a time. */
import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { RecordMemory } from './document-record.ts';
import { HEAD_BYTES, UNIT, recordBytes } from './document-record.ts';

const MARK = 'Pantograph documents 1\n';
const FILE_HEAD_BYTES = 64;
const ID_AT = 32;
const ID_BYTES = 16;
const PENDING_BYTES = 256 * 1024;
/** Most documents are read in one go. */
const USUAL_BYTES = 4096;

/** By which a file is known again, and how much of it was written then. */
export interface DocumentFileMemory {
  readonly id: string;
  readonly units: number;
}

export class DocumentFile {
  readonly #file: number;
  #id = '';
  /** Of the file, with what is pending. */
  #units = 0;
  /** Up to here it can be read. */
  #readable = 0;
  readonly #pending = Buffer.allocUnsafe(PENDING_BYTES);
  #pendingBytes = 0;
  #isClosed = false;

  constructor(path: string) {
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
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

  /** Returns the unit at which the record stands once it is flushed. */
  append(memory: RecordMemory, start: number): number {
    const bytes = recordBytes(memory.length(start));
    if (this.#pendingBytes + bytes > PENDING_BYTES) this.flush();
    memory.seal(start);
    const unit = this.#units;
    this.#units += bytes / UNIT;
    if (bytes > PENDING_BYTES) {
      writeWhole(this.#file, memory.bytes.subarray(start, start + bytes), unit * UNIT);
      this.#readable = this.#units;
    } else {
      memory.bytes.copy(this.#pending, this.#pendingBytes, start, start + bytes);
      this.#pendingBytes += bytes;
    }
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

  /** Into the memory of the system, which takes it to the disk when it likes. */
  flush(): void {
    const bytes = this.#pending.subarray(0, this.#pendingBytes);
    writeWhole(this.#file, bytes, this.#units * UNIT - this.#pendingBytes);
    this.#pendingBytes = 0;
    this.#readable = this.#units;
  }

  memory(): DocumentFileMemory {
    return { id: this.#id, units: this.#readable };
  }

  close(): void {
    if (!this.#isClosed) closeSync(this.#file);
    this.#isClosed = true;
  }
}

function writeWhole(file: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
}
