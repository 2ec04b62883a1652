/** Positions as HERE's Flexible Polyline: what routes are sent as. */
import { encode } from '@here/flexpolyline';
import type { Position } from '../location/index.ts';

/** Decimals of a degree: 5 is a metre, 10 is far below what any feed states. */
const LEAST_PRECISION = 5;
const MOST_PRECISION = 10;

/** With as few decimals as leave every position as it is, and never more than ten. */
export function encodeFlexiblePolyline(points: readonly Position[]): string {
  let precision = LEAST_PRECISION;
  while (precision < MOST_PRECISION && !points.every((point) => isExact(point, precision))) precision++;
  return encode({ precision, polyline: points.map(({ lat, lng }) => [lat, lng]) });
}

function isExact({ lat, lng }: Position, precision: number): boolean {
  const scale = 10 ** precision;
  return Math.round(lat * scale) / scale === lat && Math.round(lng * scale) / scale === lng;
}
