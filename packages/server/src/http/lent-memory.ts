/**
 * Memory for bodies, lent and used again once a body has gone out: the system gives fresh memory page by page, which
 * costs more than writing to it.
 */

/** What is given out of one piece fits most answers with places; larger bodies get what they need. */
const LEAST_BYTES = 128 * 1024;
/** Larger pieces are not kept, nor more than so many. */
const MOST_BYTES = 1024 * 1024;
const MOST_PIECES = 8;

const free: Buffer[] = [];
const lent = new WeakMap<ArrayBufferLike, Buffer>();

/** At least so many bytes, of any content. Who does not give them back costs others a fresh piece and nothing else. */
export function borrow(bytes: number): Buffer {
  const last = free.pop();
  const piece =
    last !== undefined && last.length >= bytes ? last : Buffer.allocUnsafeSlow(Math.max(LEAST_BYTES, bytes));
  lent.set(piece.buffer, piece);
  return piece;
}

/** To be called when nobody reads the bytes any more; bytes that are not lent are left alone. */
export function giveBack(bytes: Uint8Array): void {
  const piece = lent.get(bytes.buffer);
  // What was given back before may have been lent to somebody else since.
  if (piece === undefined) return;
  lent.delete(bytes.buffer);
  if (piece.length <= MOST_BYTES && free.length < MOST_PIECES) free.push(piece);
}
