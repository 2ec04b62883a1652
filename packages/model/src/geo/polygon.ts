/** Polygons as GeoJSON draws them (RFC 7946): edges are straight in longitude and latitude. */
import type { Position } from '../location/index.ts';

/**
 * Whether a closed ring holds the position. The ring may or may not repeat its first point and may cross the
 * antimeridian: each edge takes the shorter way round. Points exactly on an edge may fall to either side.
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
function contains(ring: readonly Position[], position: Position): boolean {
  let inside = false;
  let previous = ring.at(-1);
  for (const corner of ring) {
    if (previous !== undefined && corner.lat > position.lat !== previous.lat > position.lat) {
      const share = (position.lat - previous.lat) / (corner.lat - previous.lat);
      if (previous.lng + share * (corner.lng - previous.lng) > position.lng) inside = !inside;
    }
    previous = corner;
  }
  return inside;
}
