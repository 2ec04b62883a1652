import { describe, expect, it } from 'vitest';
import { flexiblePolylineOf } from '../api/flexible-polyline.ts';
import { readRoute } from './read-route.ts';

const points = [
  { lat: 52.5, lng: 13.4 },
  { lat: 53.55, lng: 9.99 },
];

describe('a route', () => {
  it('is read as points, as a flexible polyline and as GeoJSON of any nesting', () => {
    const line = { type: 'LineString', coordinates: points.map(({ lat, lng }) => [lng, lat]) };
    const feature = { type: 'Feature', properties: {}, geometry: line };
    for (const text of [
      '52.5,13.4; 53.55,9.99',
      flexiblePolylineOf(points),
      JSON.stringify(line),
      JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
    ]) {
      expect(readRoute(text)).toEqual(points);
    }
  });
  it('is none where the text is something else', () => {
    for (const text of ['', '52.5,13.4', '{', '{"type":"Point","coordinates":[1,2]}', 'öäü', '91,0;0,0']) {
      expect(readRoute(text)).toBeUndefined();
    }
  });
  it('of thousands of points keeps its ends', () => {
    const coordinates = Array.from({ length: 5000 }, (_, at) => [at / 100, at / 100]);
    const read = readRoute(JSON.stringify({ type: 'LineString', coordinates }));
    expect(read?.length).toBeLessThanOrEqual(150);
    expect(read?.at(0)).toEqual({ lat: 0, lng: 0 });
    expect(read?.at(-1)).toEqual({ lat: 49.99, lng: 49.99 });
  });
});
