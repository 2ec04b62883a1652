/** An answer's body put together from bytes and texts, without a string of the whole. */

const FIRST_BYTES = 32 * 1024;

export class BodyWriter {
  #buffer = Buffer.allocUnsafe(FIRST_BYTES);
  #length = 0;

  bytes(bytes: Uint8Array, from = 0, to = bytes.length): this {
    this.#room(to - from);
    // A loop would be slower than `set` for all but the shortest.
    this.#buffer.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), this.#length);
    this.#length += to - from;
    return this;
  }

  text(text: string): this {
    // No character of UTF-16 needs more than three bytes of UTF-8.
    this.#room(text.length * 3);
    this.#length += this.#buffer.write(text, this.#length);
    return this;
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
