import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EARTH_RADIUS_METRES,
  boxAround,
  boxCentre,
  boxContains,
  chordSquaredOfMetres,
  decodeFlexiblePolyline,
  distanceMetres,
  metresOfChordSquared,
  placeOn,
  polylineOf,
} from './index.ts';

const anywhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distance', () => {
  it('measures what a degree of latitude is worth anywhere', () => {
    const degree = (Math.PI * EARTH_RADIUS_METRES) / 180;
    expect(distanceMetres({ lat: 0, lng: 0 }, { lat: 1, lng: 0 })).toBeCloseTo(degree, 3);
    expect(distanceMetres({ lat: 89, lng: 17 }, { lat: 90, lng: -60 })).toBeCloseTo(degree, 3);
  });
  it('crosses the antimeridian the short way', () => {
    expect(distanceMetres({ lat: 0, lng: 179.99 }, { lat: 0, lng: -179.99 })).toBeCloseTo(2223.9, 0);
  });
  it('knows a metre from none', () => {
    expect(distanceMetres({ lat: 52, lng: 4 }, { lat: 52, lng: 4 })).toBe(0);
    expect(distanceMetres({ lat: 52, lng: 4 }, { lat: 52.000009, lng: 4 })).toBeCloseTo(1, 2);
  });
  it('is the same there and back, and its chord leads back to it', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(distanceMetres(a, b)).toBe(distanceMetres(b, a));
        const metres = distanceMetres(a, b) * 0.99;
        expect(metresOfChordSquared(chordSquaredOfMetres(metres))).toBeCloseTo(metres, 2);
      }),
    );
  });
});

describe('box', () => {
  it('includes its edges and both names of the antimeridian', () => {
    const pacific = { west: 179, south: -1, east: -179, north: 1 };
    for (const lng of [179, 180, -180, -179]) expect(boxContains(pacific, { lat: 1, lng })).toBe(true);
    expect(boxContains(pacific, { lat: 0, lng: 0 })).toBe(false);
    expect(boxContains({ west: 170, south: -1, east: 180, north: 1 }, { lat: 0, lng: -180 })).toBe(true);
  });
  it('holds a pole at whatever longitude it was written with', () => {
    expect(boxContains({ west: 10, south: 80, east: 20, north: 90 }, { lat: 90, lng: -70 })).toBe(true);
  });
  it('has its centre between its edges', () => {
    expect(boxCentre({ west: 170, south: 0, east: -170, north: 10 })).toEqual({ lat: 5, lng: 180 });
    expect(boxCentre({ west: 4, south: 52, east: 6, north: 54 })).toEqual({ lat: 53, lng: 5 });
  });
  it('around a circle leaves nothing of it out', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (centre, other) => {
        const box = boxAround(centre, distanceMetres(centre, other) * 1.000001 + 1);
        expect(boxContains(box, other)).toBe(true);
      }),
    );
  });
});

describe('polyline', () => {
  const equator = polylineOf([
    { lat: 0, lng: 0 },
    { lat: 0, lng: 1 },
    { lat: 0, lng: 2 },
  ]);
  const degree = (Math.PI * EARTH_RADIUS_METRES) / 180;
  it('gives the distance on it and the offset from it', () => {
    const place = placeOn(equator, { lat: 0.01, lng: 1.25 });
    expect(place.alongMetres).toBeCloseTo(1.25 * degree, 3);
    expect(place.offsetMetres).toBeCloseTo(0.01 * degree, 3);
  });
  it('ends at its ends', () => {
    const before = placeOn(equator, { lat: 0, lng: -1 });
    expect(before.alongMetres).toBe(0);
    expect(before.offsetMetres).toBeCloseTo(degree, 3);
    expect(placeOn(equator, { lat: 0, lng: 3 }).alongMetres).toBeCloseTo(2 * degree, 3);
  });
  it('of one point, or of the same point twice, is that point', () => {
    for (const points of [
      [{ lat: 5, lng: 5 }],
      [
        { lat: 5, lng: 5 },
        { lat: 5, lng: 5 },
      ],
    ]) {
      const place = placeOn(polylineOf(points), { lat: 6, lng: 5 });
      expect(place.alongMetres).toBe(0);
      expect(place.offsetMetres).toBeCloseTo(degree, 3);
    }
  });
  it('follows the great circle over the antimeridian and near the pole', () => {
    const overThePole = polylineOf([
      { lat: 89, lng: 0 },
      { lat: 89, lng: 179 },
    ]);
    expect(placeOn(overThePole, { lat: 90, lng: 0 }).offsetMetres).toBeLessThan(0.01 * degree);
    const date = polylineOf([
      { lat: 0, lng: 179 },
      { lat: 0, lng: -179 },
    ]);
    const onTheLine = placeOn(date, { lat: 0.5, lng: 180 });
    expect(onTheLine.alongMetres).toBeCloseTo(degree, 3);
    expect(onTheLine.offsetMetres).toBeCloseTo(0.5 * degree, 3);
  });
  it('is never farther than its nearest corner, nor nearer than sampling finds it', () => {
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 2, maxLength: 6 }), anywhere, (points, position) => {
        const { offsetMetres } = placeOn(polylineOf(points), position);
        const corners = points.map((point) => distanceMetres(point, position));
        expect(offsetMetres).toBeLessThanOrEqual(Math.min(...corners) + 1e-3);
      }),
    );
  });
});

describe('flexible polyline', () => {
  it('reads two dimensions', () => {
    const decoded = decodeFlexiblePolyline('BFoz5xJ67i1B1B7PzIhaxL7Y');
    expect(decoded).toMatchObject({ ok: true });
    if (decoded.ok) expect(decoded.points[0]).toEqual({ lat: 50.10228, lng: 8.69821 });
    if (decoded.ok) expect(decoded.points).toHaveLength(4);
  });
  it('drops a third', () => {
    const decoded = decodeFlexiblePolyline(
      'BlD05xgKuy2xCCx9B7vUCl0OhnRC54EqSCzpEl-HCxjD3pBCiGnyGCi2CvwFCsgD3nDC4vB6eC',
    );
    if (!decoded.ok) throw new Error(decoded.message);
    expect(decoded.points).toHaveLength(10);
    expect(decoded.points[0]).toEqual({ lat: 52.51994, lng: 13.38663 });
    expect(decoded.points[9]).toEqual({ lat: 52.41058, lng: 13.07555 });
  });
  it.each([
    ['', 'notDecodable'],
    ['no polyline!', 'notDecodable'],
    ['BFoz5xJ67i1B1', 'notDecodable'],
    ['AFoz5xJ67i1B', 'notDecodable'],
    ['z'.repeat(100_000), 'notDecodable'],
    ['BF', 'tooFewPoints'],
    ['BFoz5xJ67i1B', 'tooFewPoints'],
    ['BAgggGAAA', 'offTheEarth'],
  ])('refuses bad text (%#)', (text, fault) => {
    expect(decodeFlexiblePolyline(text)).toMatchObject({ ok: false, fault });
  });
  it('counts points against the limit', () => {
    const line = 'BFoz5xJ67i1B1B7PzIhaxL7Y';
    expect(decodeFlexiblePolyline(line, { maxPoints: 4 })).toMatchObject({ ok: true });
    expect(decodeFlexiblePolyline(line, { maxPoints: 3 })).toMatchObject({ ok: false, fault: 'tooManyPoints' });
    expect(decodeFlexiblePolyline('BF'.repeat(9000), { maxPoints: 2 })).toMatchObject({ fault: 'tooManyPoints' });
  });
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.base64String({ maxLength: 60 }), (text, letters) => {
        expect(typeof decodeFlexiblePolyline(text).ok).toBe('boolean');
        expect(typeof decodeFlexiblePolyline(`BF${letters}`).ok).toBe('boolean');
      }),
    );
  });
});
