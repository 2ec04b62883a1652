/** The bytes of a stream that are not done with: chunks come in at the end, what is read goes out at the front. */
export class ByteWindow {
  bytes: Buffer = Buffer.alloc(0);
  /** Bytes from here on are not filled. */
  end = 0;
  /** Of `bytes[0]` in the stream. */
  offset = 0;
  #owned = false;

  /** Drops everything before `from` and adds the chunk; a chunk that comes when nothing is left over is not copied. */
  append(chunk: Buffer, from: number): void {
    const kept = this.end - from;
    if (kept === 0) {
      this.bytes = chunk;
      this.#owned = false;
      this.end = chunk.length;
    } else if (this.#owned && from === 0 && this.bytes.length - this.end >= chunk.length) {
      chunk.copy(this.bytes, this.end);
      this.end += chunk.length;
    } else {
      // Room to grow as much again: a value of many chunks is copied a few times, not once per chunk.
      const roomy = Buffer.allocUnsafe(Math.max(2 * kept, kept + chunk.length));
      this.bytes.copy(roomy, 0, from, this.end);
      chunk.copy(roomy, kept);
      this.bytes = roomy;
      this.#owned = true;
      this.end = kept + chunk.length;
    }
    this.offset += from;
  }
}
