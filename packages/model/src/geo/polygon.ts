/** Polygons as GeoJSON draws them (RFC 7946): edges are straight in longitude and latitude. */
import type { Position } from '../location/index.ts';

/**
 * Whether a closed ring holds the position; its edges belong to it. The ring may or may not repeat its first point and
 * may cross the antimeridian, since each edge takes the shorter way round; so it cannot enclose a pole.
 */
export function polygonContains(ring: readonly Position[], position: Position): boolean {
  const unrolled = unroll(ring);
  return [-360, 0, 360].some((turn) => contains(unrolled, { lat: position.lat, lng: position.lng + turn }));
}

/** The same ring with longitudes that run on past ±180, so that no edge jumps. */
function unroll(ring: readonly Position[]): readonly Position[] {
  const unrolled: Position[] = [];
  for (const corner of ring) {
    const previous = unrolled.at(-1)?.lng ?? corner.lng;
    unrolled.push({ lat: corner.lat, lng: corner.lng + 360 * Math.round((previous - corner.lng) / 360) });
  }
  return unrolled;
}

/** Counts the edges east of the position: inside where they are odd. */
function contains(ring: readonly Position[], { lat, lng }: Position): boolean {
  let inside = false;
  let from = ring.at(-1);
  for (const to of ring) {
    if (from !== undefined) {
      const fromEast = from.lng - lng;
      const fromNorth = from.lat - lat;
      const toEast = to.lng - lng;
      const toNorth = to.lat - lat;
      const side = fromEast * toNorth - toEast * fromNorth;
      if (side === 0 && fromEast * toEast <= 0 && fromNorth * toNorth <= 0) return true;
      if (fromNorth > 0 !== toNorth > 0 && side > 0 === toNorth > fromNorth) inside = !inside;
    }
    from = to;
  }
  return inside;
}
