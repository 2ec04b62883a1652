/** Points in a ring of straight edges in latitude and longitude: the area `polygon` of a query. */
import type { Position } from '@pantograph/model/location';

/** The shorter way round from one longitude to another, in (-180, 180]. */
function turn(from: number, to: number): number {
  const degrees = (((to - from) % 360) + 360) % 360;
  return degrees > 180 ? degrees - 360 : degrees;
}

/** The ring as seen from the point: longitudes relative to it and unbroken, so that the antimeridian is no special place. */
function relativeTo(point: Position, ring: readonly Position[]): readonly (readonly [x: number, y: number])[] {
  let x = 0;
  let before: Position | undefined;
  return ring.map((corner) => {
    x = before === undefined ? turn(point.lng, corner.lng) : x + turn(before.lng, corner.lng);
    before = corner;
    return [x, corner.lat - point.lat] as const;
  });
}

/** Even-odd rule; a point on an edge is inside. */
export function insidePolygon(ring: readonly Position[], point: Position): boolean {
  const corners = relativeTo(point, ring);
  // Unbroken longitudes may have run past a full turn, and then the point is met one turn further.
  return [-360, 0, 360].some((shift) => holdsOrigin(corners, shift));
}

function holdsOrigin(corners: readonly (readonly [x: number, y: number])[], shift: number): boolean {
  let inside = false;
  let [fromX, fromY] = corners.at(-1) ?? [0, 0];
  for (const [toX, toY] of corners) {
    const ax = fromX + shift;
    const bx = toX + shift;
    const cross = ax * toY - bx * fromY;
    if (cross === 0 && ax * bx <= 0 && fromY * toY <= 0) return true;
    if (fromY > 0 !== toY > 0 && (ax * (toY - fromY) - fromY * (bx - ax)) / (toY - fromY) > 0) inside = !inside;
    [fromX, fromY] = [toX, toY];
  }
  return inside;
}
