import { describe, expect, it } from 'vitest';
import type { Area } from './query.ts';
import { thinEvenly } from './thin-evenly.ts';

interface Hit {
  readonly distance: number;
  readonly lat: number;
  readonly lng: number;
}

const hit = (distance: number, lat: number, lng: number): Hit => ({ distance, lat, lng });
const thin = (hits: readonly Hit[], box: Extract<Area, { kind: 'box' }>, limit: number) =>
  thinEvenly(hits, (place) => place, box, limit);
const ids = (hits: readonly Hit[]) => hits.map(({ distance }) => distance);

describe('thinEvenly', () => {
  const box = { kind: 'box', west: 0, south: 0, east: 4, north: 4 } as const;

  it('leaves alone what fits', () => {
    const hits = [hit(0, 1, 1), hit(1, 1, 1)];
    expect(thin(hits, box, 2)).toBe(hits);
  });

  it('gives every cell its nearest before any its second, in the order of distance', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => hit(index, 1, 1));
    const corners = [hit(20, 3, 1), hit(21, 1, 3), hit(22, 4, 4)];
    expect(ids(thin([...crowd, ...corners], box, 4))).toEqual([0, 20, 21, 22]);
  });

  it('fills up with the seconds of cells, nearest first', () => {
    const hits = [hit(0, 1, 1), hit(1, 1, 1), hit(2, 1, 1), hit(3, 3, 3), hit(4, 3, 3)];
    expect(ids(thin(hits, box, 3))).toEqual([0, 1, 3]);
  });

  it('covers a box across the antimeridian', () => {
    const fiji = { kind: 'box', west: 176, south: -20, east: -178, north: -14 } as const;
    const crowd = Array.from({ length: 9 }, (_, index) => hit(index, -19, 177));
    expect(ids(thin([...crowd, hit(9, -19, -178), hit(10, -15, 179.5)], fiji, 4))).toEqual([0, 1, 9, 10]);
  });
});
