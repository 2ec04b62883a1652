/** Polygons as GeoJSON draws them (RFC 7946): edges are straight in longitude and latitude. */
import type { Position } from '../location/index.ts';
import type { Box } from './box.ts';
import { wrapLongitude } from './box.ts';

/**
 * Whether a closed ring holds the position; its edges belong to it. The ring may or may not repeat its first point and
 * may cross the antimeridian, since each edge takes the shorter way round; so it cannot enclose a pole.
 */
export function polygonContains(ring: readonly Position[], position: Position): boolean {
  const unrolled = unroll(ring);
  return [-360, 0, 360].some((turn) => contains(unrolled, { lat: position.lat, lng: position.lng + turn }));
}

/** The smallest box around a ring, all of its edges included. */
export function boxOfRing(ring: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lat, lng } of unroll(ring)) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (east - west >= 360) return { west: -180, south, east: 180, north };
  return { west: wrapLongitude(west), south, east: wrapLongitude(east), north };
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
