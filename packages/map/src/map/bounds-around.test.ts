import { describe, expect, it } from 'vitest';
import { boundsAround } from './bounds-around.ts';

describe('what a map shows', () => {
  it('is the whole world on one tile', () => {
    const world = boundsAround({ lat: 0, lng: 0, zoom: 0 }, 512, 512);
    expect(world).toMatchObject({ west: -180, east: 180 });
    expect(world.north).toBeCloseTo(85.0511, 3);
    expect(world.south).toBeCloseTo(-85.0511, 3);
  });
  it('crosses the antimeridian', () => {
    const { west, east } = boundsAround({ lat: -17, lng: 179.9, zoom: 8 }, 1000, 500);
    expect(west).toBeGreaterThan(178);
    expect(east).toBeLessThan(-178);
  });
});
