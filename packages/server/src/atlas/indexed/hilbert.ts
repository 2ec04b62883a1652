/** Positions along a Hilbert curve over the map: what is near on the curve is near on the ground. */

const STEPS = 65_536;

/**
 * 32 bits: the curve over a grid of 65,536 by 65,536 cells of longitude and latitude. It only decides how places are
 * packed; answers do not depend on it, so that it may break at the antimeridian.
 */
export function hilbertKey(lat: number, lng: number): number {
  let x = cell((lng + 180) / 360);
  let y = cell((lat + 90) / 180);
  let key = 0;
  for (let half = STEPS / 2; half > 0; half >>>= 1) {
    const right = (x & half) > 0 ? 1 : 0;
    const upper = (y & half) > 0 ? 1 : 0;
    key = key * 4 + ((3 * right) ^ upper);
    // Each quarter holds the curve of the whole, turned so that ends meet.
    if (upper === 0) {
      if (right === 1) {
        x = STEPS - 1 - x;
        y = STEPS - 1 - y;
      }
      const swap = x;
      x = y;
      y = swap;
    }
  }
  return key;
}

function cell(share: number): number {
  return Math.max(0, Math.min(STEPS - 1, Math.floor(share * STEPS)));
}
