export { boxAround, boxCentre, boxContains, boxWidth, wrapLongitude } from './box.ts';
export type { Box } from './box.ts';
export { encodeFlexiblePolyline } from './encode-flexible-polyline.ts';
export { decodeFlexiblePolyline } from './flexible-polyline.ts';
export type { DecodedPolyline, PolylineFault, PolylineLimits } from './flexible-polyline.ts';
export { positionOf } from './position.ts';
export { boxOfRing, polygonContains } from './polygon.ts';
export { placeOn, placeOnSegment, polylineOf } from './polyline.ts';
export type { PlaceOnPolyline, Polyline, Segment } from './polyline.ts';
export {
  EARTH_RADIUS_METRES,
  chordSquared,
  chordSquaredOfMetres,
  distanceMetres,
  metresOfChordSquared,
  radiansOf,
  vectorOf,
} from './sphere.ts';
export type { Vector } from './sphere.ts';
