/** A pair of degrees as every area is written with. */
import type { Position } from '@pantograph/model/location';
import { readNumber } from './numbers.ts';
import { invalid, quoted } from './parameters.ts';

/** @param allowed the form of the whole parameter. */
export function readPosition(name: string, text: string, allowed: string): Position {
  const parts = text.split(',', 3);
  const [lat, lng] = parts;
  if (lat === undefined || lng === undefined || parts.length > 2) {
    throw invalid(name, `has ${quoted(text)} where two numbers belong`, allowed);
  }
  return {
    lat: readNumber(name, lat, { min: -90, max: 90 }, allowed),
    lng: readNumber(name, lng, { min: -180, max: 180 }, allowed),
  };
}
