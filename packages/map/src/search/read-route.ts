/** A route in any of the forms that people have at hand. */
import { pointsOfFlexiblePolyline } from '../api/flexible-polyline.ts';
import type { Point } from '../state/view-state.ts';
import { readPoints } from '../state/view-state-link.ts';

/** A link has to hold them. */
const MOST_POINTS = 150;

/** Flexible polyline, GeoJSON, or `lat,lng;lat,lng`; `undefined` where it is none of them. */
export function readRoute(text: string): readonly Point[] | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 1_000_000) return undefined;
  const points = trimmed.startsWith('{')
    ? readGeoJson(trimmed)
    : (readPoints(trimmed) ?? pointsOfFlexiblePolyline(trimmed));
  return points === undefined ? undefined : thinned(points);
}

function readGeoJson(text: string): readonly Point[] | undefined {
  try {
    const points = positionsOf(JSON.parse(text));
    return points !== undefined && points.length >= 2 ? points : undefined;
  } catch {
    // No JSON.
    return undefined;
  }
}

/** Of the first line in a geometry, feature or collection. */
function positionsOf(value: unknown): readonly Point[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, geometry, features, coordinates } = value as Record<string, unknown>;
  if (type === 'Feature') return positionsOf(geometry);
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    for (const each of features) {
      const points = positionsOf(each);
      if (points !== undefined) return points;
    }
  }
  if (type !== 'LineString' || !Array.isArray(coordinates)) return undefined;
  const points = coordinates.flatMap((position: unknown): readonly Point[] => {
    if (!Array.isArray(position)) return [];
    const [lng, lat] = position as unknown[];
    const valid = typeof lat === 'number' && typeof lng === 'number' && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
    return valid ? [{ lat, lng }] : [];
  });
  return points.length === coordinates.length ? points : undefined;
}

/** Every so many points, the first and the last among them. */
function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= MOST_POINTS) return points;
  const step = (points.length - 1) / (MOST_POINTS - 1);
  return Array.from({ length: MOST_POINTS }, (_, at) => points[Math.round(at * step)]).flatMap((point) => point ?? []);
}
