/** Flexible polylines, as `route=` takes them. */
import { decode, encode } from '@here/flexpolyline';
import type { Point } from '../state/view-state.ts';

const PRECISION = 5;

export function flexiblePolylineOf(points: readonly Point[]): string {
  return encode({ precision: PRECISION, polyline: points.map(({ lat, lng }) => [lat, lng]) });
}

/** `undefined` where the text is none. */
export function pointsOfFlexiblePolyline(text: string): readonly Point[] | undefined {
  try {
    const points = decode(text).polyline.map(([lat = NaN, lng = NaN]) => ({ lat, lng }));
    const onEarth = points.every(({ lat, lng }) => Math.abs(lat) <= 90 && Math.abs(lng) <= 180);
    return points.length >= 2 && onEarth ? points : undefined;
  } catch {
    // The decoder tells by throwing what is no polyline.
    return undefined;
  }
}
