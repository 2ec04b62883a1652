/** An answer's body put together from bytes and texts, without a string of the whole. */
import { contentTag } from '../atlas/kept/content-tag.ts';
import type { Document } from '../atlas/kept/kept-documents.ts';
import { borrow, giveBack } from './lent-memory.ts';

/** Longer texts are cheaper to hand to the runtime than to write here. */
const SHORT_TEXT = 64;

/** Begin what is said of a document and of a text; no text of an answer holds them. */
const DOCUMENT_MARK = 0;
const TEXT_MARK = 1;
const TAG_BYTES = 22;
/** Its mark, its tag, and where its gap is. */
const SAID_OF_DOCUMENT = 1 + TAG_BYTES + 4;
/** As a rule documents are so many times longer than what is said of them. */
const SAID_SHARE = 64;

export class BodyWriter {
  #buffer: Buffer;
  #length = 0;
  /** The body in short: its texts, and tags of its documents. `undefined` once it holds bytes without a tag. */
  #said: Buffer | undefined;
  #saidLength = 0;

  /** @param expected bytes; more may come */
  constructor(expected: number) {
    this.#buffer = borrow(expected);
    this.#said = Buffer.allocUnsafe(128 + Math.ceil(expected / SAID_SHARE));
  }

  /**
   * @param insert goes into the document's gap; ASCII
   * @param beside bytes at its end that say something about the document, and are no part of it
   */
  document(document: Pick<Document, 'bytes' | 'gap' | 'tag' | 'writeTag'>, insert = '', beside = 0): this {
    const { bytes, gap } = document;
    const start = this.#length;
    this.#room(bytes.length + insert.length);
    const buffer = this.#buffer;
    buffer.set(bytes, start + insert.length);
    this.#sayDocument(document);
    this.#length = start + bytes.length - beside + insert.length;
    if (insert === '') return this;
    // To move what stands before the gap costs less than a second copy out of the document.
    buffer.copyWithin(start, start + insert.length, start + insert.length + gap);
    if (!this.#ascii(insert, start + gap)) throw new Error('a text of more than ASCII cannot go into a gap');
    this.#sayText(start + gap, start + gap + insert.length);
    return this;
  }

  bytes(bytes: Uint8Array, from = 0, to = bytes.length): this {
    this.#said = undefined;
    this.#room(to - from);
    this.#buffer.set(bytes.subarray(from, to), this.#length);
    this.#length += to - from;
    return this;
  }

  text(text: string): this {
    // No character of UTF-16 needs more than three bytes of UTF-8.
    this.#room(text.length * 3);
    const start = this.#length;
    const isWritten = text.length <= SHORT_TEXT && this.#ascii(text, start);
    this.#length += isWritten ? text.length : this.#buffer.write(text, start);
    this.#sayText(start, this.#length);
    return this;
  }

  /** Of the body, and where it is of texts and documents, made without reading it again. */
  tag(): string {
    return contentTag(this.#said?.subarray(0, this.#saidLength) ?? this.done());
  }

  /** Lent until it has gone out: not to be kept. */
  done(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** Whether it is; else nothing of use was written. */
  #ascii(text: string, start: number): boolean {
    const buffer = this.#buffer;
    const { length } = text;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) return false;
      buffer[start + at] = code;
    }
    return true;
  }

  #sayDocument(document: Pick<Document, 'bytes' | 'gap' | 'tag' | 'writeTag'>): void {
    const said = this.#roomToSay(SAID_OF_DOCUMENT);
    if (said === undefined) return;
    const start = this.#saidLength;
    said[start] = DOCUMENT_MARK;
    if (document.writeTag === undefined) said.write(document.tag ?? contentTag(document.bytes), start + 1, 'latin1');
    else document.writeTag(said, start + 1);
    said.writeUInt32LE(document.gap, start + 1 + TAG_BYTES);
    this.#saidLength = start + SAID_OF_DOCUMENT;
  }

  /** What stands there in the body. */
  #sayText(from: number, to: number): void {
    const said = this.#roomToSay(1 + to - from);
    if (said === undefined) return;
    const start = this.#saidLength;
    said[start] = TEXT_MARK;
    if (to - from > SHORT_TEXT) said.set(this.#buffer.subarray(from, to), start + 1);
    else for (let at = from; at < to; at++) said[start + 1 + at - from] = this.#buffer[at] ?? 0;
    this.#saidLength = start + 1 + to - from;
  }

  #roomToSay(bytes: number): Buffer | undefined {
    const said = this.#said;
    if (said === undefined || this.#saidLength + bytes <= said.length) return said;
    const larger = Buffer.allocUnsafe(Math.max(said.length * 2, this.#saidLength + bytes));
    larger.set(said.subarray(0, this.#saidLength));
    return (this.#said = larger);
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const larger = borrow(Math.max(this.#buffer.length * 2, this.#length + bytes));
    larger.set(this.#buffer.subarray(0, this.#length));
    giveBack(this.#buffer);
    this.#buffer = larger;
  }
}
