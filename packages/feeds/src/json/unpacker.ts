/** A gzip stream that loses nothing: what was unpacked before a break is handed out before the failure is thrown. */
import type { Gunzip } from 'node:zlib';
import { constants, createGunzip } from 'node:zlib';
import { FeedFailure } from './feed-failure.ts';

/** Size of the chunks that come out. */
const OUTPUT_BYTES = 256 * 1024;

/** Packed bytes at a time; bounds what is unpacked at once to a thousand times that. */
const INPUT_BYTES = 16 * 1024;

export class Unpacker {
  readonly #file: string;
  readonly #stream: Gunzip;
  #unpacked: Uint8Array[] = [];
  #error: NodeJS.ErrnoException | undefined;
  /** The piece that is being unpacked while the ones before it are worked on. */
  #unpacking: Promise<void> = Promise.resolve();
  #settle: (() => void) | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#stream = createGunzip({ chunkSize: OUTPUT_BYTES });
    this.#stream.on('data', (chunk: Uint8Array) => this.#unpacked.push(chunk));
    this.#stream.on('error', (error) => {
      this.#error = error;
    });
    // After an error, the callback of the write that caused it may never come.
    this.#stream.on('close', () => this.#settle?.());
  }

  /** What the bytes before these unpacked to. */
  async *unpack(packed: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
    for (let from = 0; from < packed.length; from += INPUT_BYTES) {
      yield* this.#ready();
      const piece = packed.subarray(from, from + INPUT_BYTES);
      this.#unpacking = this.#settled((done) => this.#stream.write(piece, done));
    }
  }

  /** The rest. Fails if the end of the stream has not come. */
  async *finish(): AsyncGenerator<Uint8Array, void, undefined> {
    // Only when all bytes are through: zlib drops what a piece unpacks to if it finds with it that the end is missing.
    yield* this.#ready();
    this.#unpacking = this.#settled((done) => this.#stream.flush(constants.Z_FINISH, done));
    yield* this.#ready();
  }

  close(): void {
    this.#stream.destroy();
  }

  async *#ready(): AsyncGenerator<Uint8Array, void, undefined> {
    await this.#unpacking;
    const unpacked = this.#unpacked;
    this.#unpacked = [];
    for (const chunk of unpacked) yield chunk;
    if (this.#error !== undefined) throw this.#failure(this.#error);
  }

  #settled(act: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      act(resolve);
    });
  }

  #failure(error: NodeJS.ErrnoException): FeedFailure {
    const file = this.#file;
    if (error.code === 'Z_BUF_ERROR')
      return new FeedFailure({ code: 'gzip_cut_short', path: '', parameters: { file } });
    return new FeedFailure({ code: 'gzip_damaged', path: '', parameters: { file, reason: error.message } });
  }
}
