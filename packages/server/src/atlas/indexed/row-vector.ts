import { vectorOf } from '@pantograph/model/geo';

/** The unit vector of a row's position. */
export function writeVector(positions: Float64Array, row: number, vectors: Float64Array, at: number): void {
  const { x, y, z } = vectorOf({ lat: positions[2 * row] ?? 0, lng: positions[2 * row + 1] ?? 0 });
  vectors[3 * at] = x;
  vectors[3 * at + 1] = y;
  vectors[3 * at + 2] = z;
}
