/** An answer's body put together from bytes and texts, without a string of the whole. */

/** Longer texts are cheaper to hand to the runtime than to write here. */
const SHORT_TEXT = 64;

export class BodyWriter {
  #buffer: Buffer;
  #length = 0;

  /** @param expected bytes; more may come */
  constructor(expected: number) {
    this.#buffer = Buffer.allocUnsafe(expected);
  }

  bytes(bytes: Uint8Array, from = 0, to = bytes.length): this {
    this.#room(to - from);
    this.#buffer.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), this.#length);
    this.#length += to - from;
    return this;
  }

  text(text: string): this {
    // No character of UTF-16 needs more than three bytes of UTF-8.
    this.#room(text.length * 3);
    if (text.length > SHORT_TEXT || !this.#ascii(text)) this.#length += this.#buffer.write(text, this.#length);
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

  done(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + bytes));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}
