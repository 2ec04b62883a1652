import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxContains, boxOfRing, polygonContains } from './index.ts';

const at = (lat: number, lng: number) => ({ lat, lng });

describe('polygon', () => {
  const square = [at(50, 4), at(50, 6), at(52, 6), at(52, 4)];
  const horseshoe = [at(0, 0), at(0, 9), at(9, 9), at(9, 6), at(3, 6), at(3, 3), at(9, 3), at(9, 0)];

  it('tells inside from outside', () => {
    expect(polygonContains(square, at(51, 5))).toBe(true);
    expect(polygonContains(square, at(53, 5))).toBe(false);
    expect(polygonContains(square, at(51, -175))).toBe(false);
    expect(polygonContains(horseshoe, at(6, 1))).toBe(true);
    expect(polygonContains(horseshoe, at(6, 4.5))).toBe(false);
  });

  it('counts edges and corners as inside, and cares neither for direction nor for a repeated point', () => {
    for (const ring of [square, square.toReversed(), [...square, at(50, 4)]]) {
      for (const point of [at(50, 5), at(52, 5), at(51, 4), at(51, 6), ...square]) {
        expect(polygonContains(ring, point)).toBe(true);
      }
      expect(polygonContains(ring, at(51, 6.0001))).toBe(false);
    }
  });

  it('crosses the antimeridian the shorter way', () => {
    const fiji = [at(-20, 176), at(-20, -178), at(-15, -178), at(-15, 176)];
    for (const ring of [fiji, fiji.toReversed()]) {
      for (const lng of [179, -179, 180, -180]) expect(polygonContains(ring, at(-17, lng))).toBe(true);
      for (const lng of [0, 175, -177]) expect(polygonContains(ring, at(-17, lng))).toBe(false);
    }
  });

  it('knows a ring wider than half the world', () => {
    const belt = [-170, -90, 0, 90, 170].map((lng) => at(-10, lng));
    const ring = [...belt, ...belt.map(({ lng }) => at(10, lng)).toReversed()];
    for (const lng of [-169, -100, 0, 100, 169]) expect(polygonContains(ring, at(0, lng))).toBe(true);
    for (const lng of [175, -175]) expect(polygonContains(ring, at(0, lng))).toBe(false);
  });

  it('agrees with the box it draws, wherever that lies', () => {
    const side = fc.integer({ min: 1, max: 80 });
    const corner = fc.record({ lat: fc.integer({ min: -80, max: 0 }), lng: fc.integer({ min: -180, max: 179 }) });
    const east = (lng: number) => (lng > 180 ? lng - 360 : lng);
    const up = fc.integer({ min: 0, max: 89 });
    const right = fc.integer({ min: 0, max: 359 });
    fc.assert(
      fc.property(corner, side, side, up, right, ({ lat, lng }, height, width, dy, dx) => {
        const [south, north] = [lat, lat + height];
        const ring = [at(south, lng), at(south, east(lng + width)), at(north, east(lng + width)), at(north, lng)];
        const point = at(lat + dy, east(lng + dx));
        expect(polygonContains(ring, point)).toBe(dy <= height && dx <= width);
      }),
    );
  });

  it('lies in the box around it', () => {
    const corner = fc.record({ lat: fc.integer({ min: -80, max: 80 }), lng: fc.integer({ min: -180, max: 180 }) });
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 6 }), corner, (ring, point) => {
        if (polygonContains(ring, point)) expect(boxContains(boxOfRing(ring), point)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(boxOfRing([at(-20, 176), at(-20, -178), at(-15, -178)])).toEqual({
      west: 176,
      south: -20,
      east: -178,
      north: -15,
    });
  });
});
