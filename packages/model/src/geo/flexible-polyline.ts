/** HERE's Flexible Polyline, the form in which routes come in. A third dimension, where there is one, is dropped. */
import { decode } from '@here/flexpolyline';
import type { Position } from '../location/index.ts';
import { wrapLongitude } from './box.ts';

export type PolylineFault = 'notDecodable' | 'tooFewPoints' | 'tooManyPoints' | 'offTheEarth';

export type DecodedPolyline =
  | { readonly ok: true; readonly points: readonly Position[] }
  | { readonly ok: false; readonly fault: PolylineFault; readonly message: string };

export interface PolylineLimits {
  /** Inclusive; without it as many as there are. */
  readonly maxPoints?: number;
}

/** A point has two or three numbers of at most twelve characters (five bits each, 60 in all) behind a header of three. */
const MAX_CHARACTERS_PER_POINT = 36;
const HEADER_CHARACTERS = 3;

// The letters whose value is 32 or more say that the number goes on; thirteen of them in a row are no coordinate.
const ENDLESS_NUMBER = /[g-z0-9_-]{13}/;

export function decodeFlexiblePolyline(text: string, limits: PolylineLimits = {}): DecodedPolyline {
  const maxPoints = limits.maxPoints ?? Infinity;
  if (text.length > HEADER_CHARACTERS + maxPoints * MAX_CHARACTERS_PER_POINT) return tooMany(maxPoints);
  if (!/^[A-Za-z0-9_-]+$/.test(text) || ENDLESS_NUMBER.test(text)) return notDecodable;
  const decoded = decodeLeniently(text);
  if (decoded === undefined) return notDecodable;
  if (decoded.polyline.length < 2) {
    const found = decoded.polyline.length;
    return { ok: false, fault: 'tooFewPoints', message: `the polyline has ${found} point(s), it needs at least 2` };
  }
  if (decoded.polyline.length > maxPoints) return tooMany(maxPoints, decoded.polyline.length);
  const scale = 10 ** decoded.precision;
  const points: Position[] = [];
  for (const [lat = NaN, lng = NaN] of decoded.polyline) {
    if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 360)) {
      const message = `point ${points.length + 1} of the polyline is at ${lat},${lng}, which is not on the earth`;
      return { ok: false, fault: 'offTheEarth', message };
    }
    // The decoder adds up differences; rounding to the stated precision takes its drift away.
    // Adding 0 turns -0, which that drift can leave, into 0.
    points.push({ lat: Math.round(lat * scale) / scale + 0, lng: wrapLongitude(Math.round(lng * scale) / scale) + 0 });
  }
  return { ok: true, points };
}

const notDecodable: DecodedPolyline = {
  ok: false,
  fault: 'notDecodable',
  message: 'the text is not a flexible polyline of version 1',
};

function tooMany(allowed: number, found?: number): DecodedPolyline {
  const count = found === undefined ? `more than ${allowed}` : String(found);
  return {
    ok: false,
    fault: 'tooManyPoints',
    message: `the polyline has ${count} points, at most ${allowed} are allowed`,
  };
}

/** The decoder throws plain errors of several kinds at whatever it cannot read; here they mean one thing. */
function decodeLeniently(text: string): ReturnType<typeof decode> | undefined {
  try {
    return decode(text);
  } catch {
    return undefined;
  }
}
