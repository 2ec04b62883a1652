/** An answer's body put together from bytes and texts, without a string of the whole. */
import { contentTag } from '../atlas/kept/content-tag.ts';
import type { Document } from '../atlas/kept/kept-documents.ts';
import { borrow, giveBack } from './lent-memory.ts';

/** Longer texts are cheaper to hand to the runtime than to write here. */
const SHORT_TEXT = 64;

export class BodyWriter {
  #buffer: Buffer;
  #length = 0;
  /** The body in short: its texts, and tags of its documents. `undefined` once it holds bytes without a tag. */
  #said: string | undefined = '';

  /** @param expected bytes; more may come */
  constructor(expected: number) {
    this.#buffer = borrow(expected);
  }

  /**
   * @param insert goes into the document's gap
   * @param from bytes before it say something about the document, and are no part of it
   */
  document({ bytes, gap, tag }: Pick<Document, 'bytes' | 'gap' | 'tag'>, insert = '', from = 0): this {
    if (this.#said !== undefined) this.#said += `\n${tag ?? contentTag(bytes)} ${String(gap)}`;
    if (insert === '') return this.#copy(bytes, from, bytes.length);
    return this.#copy(bytes, from, gap).text(insert).#copy(bytes, gap, bytes.length);
  }

  bytes(bytes: Uint8Array, from = 0, to = bytes.length): this {
    this.#said = undefined;
    return this.#copy(bytes, from, to);
  }

  text(text: string): this {
    if (this.#said !== undefined) this.#said += `\n${text}`;
    // No character of UTF-16 needs more than three bytes of UTF-8.
    this.#room(text.length * 3);
    if (text.length > SHORT_TEXT || !this.#ascii(text)) this.#length += this.#buffer.write(text, this.#length);
    return this;
  }

  /** Of the body, and where it is of texts and documents, made without reading it again. */
  tag(): string {
    return contentTag(this.#said ?? this.done());
  }

  /** Lent until it has gone out: not to be kept. */
  done(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #copy(bytes: Uint8Array, from: number, to: number): this {
    this.#room(to - from);
    this.#buffer.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), this.#length);
    this.#length += to - from;
    return this;
  }

  #ascii(text: string): boolean {
    const { length } = text;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) return false;
      this.#buffer[this.#length + at] = code;
    }
    this.#length += length;
    return true;
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const larger = borrow(Math.max(this.#buffer.length * 2, this.#length + bytes));
    larger.set(this.#buffer.subarray(0, this.#length));
    giveBack(this.#buffer);
    this.#buffer = larger;
  }
}
