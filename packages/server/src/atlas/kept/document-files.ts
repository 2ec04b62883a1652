/**
 * Documents that need not fit into memory and survive the process: two files, of which the newer grows. When it has its
 * share, the older one is emptied and grows from then on; what is asked for often enough has come into the newer by then.
 */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DocumentDirectory } from './document-directory.ts';
import type { DocumentFileMemory } from './document-file.ts';
import { DocumentFile } from './document-file.ts';
import { RecordMemory } from './document-record.ts';

export interface DocumentFilesSettings {
  /** `.documents-0` and `.documents-1` are added to it. */
  readonly path: string;
  /** Both files together; default 8 GB, but no more than a quarter of what the disk has free. */
  readonly mostBytes?: number;
  /** Told once: nothing is written or read any more. */
  readonly onTrouble?: (error: unknown) => void;
}

interface Remembered {
  readonly newer: number;
  readonly files: readonly DocumentFileMemory[];
}

const MOST_BYTES = 8e9;
const SHARE_OF_DISK = 1 / 4;
/** The uppermost bit of a place tells which file. */
const FILE_BIT = 0x8000_0000;
/** The largest document that the ring takes, with room to spare. */
const LARGEST_RECORD = 8 * 1024 * 1024;

export class DocumentFiles {
  readonly #files: readonly DocumentFile[];
  readonly #directory = new DocumentDirectory();
  readonly #mostBytes: number;
  readonly #onTrouble: (error: unknown) => void;
  /** Documents since the last `save`. */
  unsaved = 0;
  /** What was read last. */
  readonly memory = new RecordMemory(LARGEST_RECORD);
  #newer = 0;
  /** Until then the files may hold what is to be restored. */
  #hasBegun = false;
  #isBroken = false;
  #isClosed = false;

  constructor(settings: DocumentFilesSettings) {
    const { path, mostBytes = usualFileBytes(path) } = settings;
    this.#mostBytes = mostBytes;
    this.#onTrouble = (error) => {
      if (this.#isBroken) return;
      this.#isBroken = true;
      this.#directory.clear();
      settings.onTrouble?.(error);
    };
    this.#files = [0, 1].map((at) => new DocumentFile(`${path}.documents-${String(at)}`));
  }

  /** Puts in a record, and the checksum into the record. */
  keep(key: number, memory: RecordMemory, start: number): void {
    this.#guarded(() => {
      if (!this.#hasBegun) this.#begin();
      if (this.#file(this.#newer).bytes >= this.#mostBytes / 2) this.#turn();
      this.#directory.set(key, this.#file(this.#newer).append(memory, start) + this.#newer * FILE_BIT);
      this.unsaved++;
    });
  }

  has(key: number): boolean {
    return this.#directory.get(key) !== 0;
  }

  /** Reads a record to the beginning of `memory`; false where it is not there, damaged, or of something else. */
  read(key: number, words: Uint32Array, at: number, variant: number): boolean {
    const where = this.#directory.get(key);
    if (where === 0) return false;
    return this.#isRead(where) && this.memory.isOf(0, words, at, variant);
  }

  forget(key: number): void {
    this.#directory.delete(key);
  }

  clear(): void {
    this.#directory.clear();
  }

  /** What `restore` needs: where documents lie, and in which files. Writes what is pending. */
  save(): { readonly directory: Uint8Array; readonly files: unknown } {
    this.#guarded(() => {
      if (!this.#hasBegun) this.#begin();
      for (const file of this.#files) file.flush();
    });
    this.unsaved = 0;
    const files: Remembered = { newer: this.#newer, files: this.#files.map((file) => file.memory()) };
    return { directory: this.#directory.save(), files };
  }

  restore(directory: SharedArrayBuffer, saved: unknown): void {
    const { newer, files } = saved as Remembered;
    this.#guarded(() => {
      this.#newer = newer;
      this.#directory.restore(directory);
      for (const [at, file] of this.#files.entries()) {
        const memory = files[at];
        if (memory !== undefined && file.isStill(memory)) continue;
        file.begin();
        this.#directory.retain((where) => fileOf(where) !== at);
      }
      this.#hasBegun = true;
    });
  }

  /** There is nothing in it any more. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#isBroken = true;
    this.#directory.clear();
    for (const file of this.#files) file.close();
  }

  #begin(): void {
    for (const file of this.#files) file.begin();
    this.#hasBegun = true;
  }

  #turn(): void {
    this.#file(this.#newer).flush();
    this.#newer = 1 - this.#newer;
    this.#file(this.#newer).begin();
    this.#directory.retain((where) => fileOf(where) !== this.#newer);
  }

  #isRead(where: number): boolean {
    try {
      return this.#file(fileOf(where)).read(where % FILE_BIT, this.memory);
    } catch (error) {
      this.#onTrouble(error);
      return false;
    }
  }

  #file(at: number): DocumentFile {
    const file = this.#files[at];
    if (file === undefined) throw new RangeError('there are two files');
    return file;
  }

  /** A disk that fails costs the documents on it, and no request. */
  #guarded(work: () => void): void {
    if (this.#isBroken) return;
    try {
      work();
    } catch (error) {
      this.#onTrouble(error);
    }
  }
}

function fileOf(where: number): number {
  return where >= FILE_BIT ? 1 : 0;
}

/** How much room documents in files have, unless told otherwise. */
export function usualFileBytes(path: string): number {
  return Math.min(MOST_BYTES, freeBytes(path) * SHARE_OF_DISK);
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize;
}
