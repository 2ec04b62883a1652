/** Typed arrays side by side in one SharedArrayBuffer: one allocation, one thing to hand to another thread. */

export interface Room {
  float64(length: number): Float64Array;
  uint32(length: number): Uint32Array;
  float32(length: number): Float32Array;
  uint16(length: number): Uint16Array;
  uint8(length: number): Uint8Array;
}

/**
 * Runs the plan twice: to learn how much room it takes, and to give it that room. Arrays that are asked for in the order
 * of their element size, largest first, leave no gaps.
 * @param filled what the same plan was given before; else the arrays are all 0
 */
export function inOneBuffer<T>(
  plan: (room: Room) => T,
  filled?: SharedArrayBuffer,
): T & { readonly buffer: SharedArrayBuffer } {
  const measured = { bytes: 0 };
  plan(roomIn(new SharedArrayBuffer(0), (bytes) => ((measured.bytes = aligned(measured.bytes) + bytes), 0), 0));
  const buffer = filled ?? new SharedArrayBuffer(aligned(measured.bytes));
  if (buffer.byteLength !== aligned(measured.bytes)) throw new RangeError('the buffer belongs to another plan');
  let used = 0;
  const take = (bytes: number): number => {
    const at = aligned(used);
    used = at + bytes;
    return at;
  };
  return Object.assign({}, plan(roomIn(buffer, take, 1)), { buffer });
}

/** @param scale 0 to give out empty arrays */
function roomIn(buffer: SharedArrayBuffer, take: (bytes: number) => number, scale: 0 | 1): Room {
  return {
    float64: (length) => new Float64Array(buffer, take(8 * length), length * scale),
    float32: (length) => new Float32Array(buffer, take(4 * length), length * scale),
    uint32: (length) => new Uint32Array(buffer, take(4 * length), length * scale),
    uint16: (length) => new Uint16Array(buffer, take(2 * length), length * scale),
    uint8: (length) => new Uint8Array(buffer, take(length), length * scale),
  };
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
