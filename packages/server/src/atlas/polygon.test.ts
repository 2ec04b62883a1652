import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insidePolygon } from './polygon.ts';

const at = (lat: number, lng: number) => ({ lat, lng });

describe('insidePolygon', () => {
  const square = [at(50, 4), at(50, 6), at(52, 6), at(52, 4)];
  const horseshoe = [at(0, 0), at(0, 9), at(9, 9), at(9, 6), at(3, 6), at(3, 3), at(9, 3), at(9, 0)];

  it('tells inside from outside', () => {
    expect(insidePolygon(square, at(51, 5))).toBe(true);
    expect(insidePolygon(square, at(53, 5))).toBe(false);
    expect(insidePolygon(square, at(51, -175))).toBe(false);
    expect(insidePolygon(horseshoe, at(6, 1))).toBe(true);
    expect(insidePolygon(horseshoe, at(6, 4.5))).toBe(false);
  });

  it('counts edges and corners as inside', () => {
    for (const point of [at(50, 5), at(52, 5), at(51, 4), at(51, 6), ...square]) {
      expect(insidePolygon(square, point)).toBe(true);
    }
  });

  it('crosses the antimeridian the shorter way, in either direction of the ring', () => {
    const fiji = [at(-20, 176), at(-20, -178), at(-15, -178), at(-15, 176)];
    for (const ring of [fiji, fiji.toReversed()]) {
      expect(insidePolygon(ring, at(-17, 179))).toBe(true);
      expect(insidePolygon(ring, at(-17, -179))).toBe(true);
      expect(insidePolygon(ring, at(-17, 180))).toBe(true);
      expect(insidePolygon(ring, at(-17, -180))).toBe(true);
      expect(insidePolygon(ring, at(-17, 0))).toBe(false);
    }
  });

  it('knows a ring wider than half the world', () => {
    const belt = [-170, -90, 0, 90, 170].map((lng) => at(-10, lng));
    const ring = [...belt, ...belt.map(({ lng }) => at(10, lng)).toReversed()];
    for (const lng of [-169, -100, 0, 100, 169]) expect(insidePolygon(ring, at(0, lng))).toBe(true);
    expect(insidePolygon(ring, at(0, 175))).toBe(false);
    expect(insidePolygon(ring, at(0, -175))).toBe(false);
  });

  it('agrees with the box it draws, wherever that lies', () => {
    const side = fc.integer({ min: 1, max: 80 });
    const corner = fc.record({ lat: fc.integer({ min: -80, max: 0 }), lng: fc.integer({ min: -180, max: 179 }) });
    const east = (lng: number) => (lng > 180 ? lng - 360 : lng);
    fc.assert(
      fc.property(corner, side, side, fc.integer(), fc.integer(), ({ lat, lng }, height, width, dy, dx) => {
        const ring = [
          at(lat, lng),
          at(lat, east(lng + width)),
          at(lat + height, east(lng + width)),
          at(lat + height, lng),
        ];
        const up = Math.abs(dy % 90);
        const right = Math.abs(dx % 360);
        const point = at(lat + up, east(lng + right));
        expect(insidePolygon(ring, point)).toBe(up <= height && right <= width);
      }),
    );
  });
});
