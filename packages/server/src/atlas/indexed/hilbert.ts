/** Positions along a Hilbert curve over the map: what is near on the curve is near on the ground. */

const BITS = 24;
const STEPS = 2 ** BITS;

/** Bits of each half of a key. */
export const KEY_HALF_BITS = BITS;

/**
 * Writes a key of 48 bits in two halves: the curve over a grid of 2^24 by 2^24 cells of longitude and latitude, two
 * metres wide at most. It only decides how places are packed; answers do not depend on it, so that it may break at the
 * antimeridian.
 */
export function writeHilbertKey(lat: number, lng: number, upper: Uint32Array, lower: Uint32Array, at: number): void {
  let x = cell((lng + 180) / 360);
  let y = cell((lat + 90) / 180);
  let key = 0;
  for (let bit = BITS - 1; bit >= 0; bit--) {
    const right = (x >>> bit) & 1;
    const top = (y >>> bit) & 1;
    key = (key << 2) | ((3 * right) ^ top);
    // Each quarter holds the curve of the whole, turned so that ends meet.
    if (top === 0) {
      if (right === 1) {
        x = STEPS - 1 - x;
        y = STEPS - 1 - y;
      }
      const swap = x;
      x = y;
      y = swap;
    }
    if (bit === BITS / 2) {
      upper[at] = key;
      key = 0;
    }
  }
  lower[at] = key;
}

function cell(share: number): number {
  return Math.max(0, Math.min(STEPS - 1, Math.floor(share * STEPS)));
}
