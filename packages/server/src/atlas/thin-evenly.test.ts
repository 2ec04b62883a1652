import type { ContentId, Site } from '@pantograph/model/location';
import { describe, expect, it } from 'vitest';
import type { Hit } from './atlas.ts';
import { thinEvenly } from './thin-evenly.ts';

function hit(index: number, lat: number, lng: number): Hit {
  const site: Site = {
    contentId: `s${index}` as ContentId,
    source: { name: 'test' },
    location: {
      country_code: 'NL',
      party_id: 'TST',
      id: String(index),
      publish: true,
      address: '',
      city: '',
      country: 'NLD',
      coordinates: { latitude: String(lat), longitude: String(lng) },
      evses: [],
      time_zone: 'UTC',
      last_updated: '2026-01-01T00:00:00Z',
    },
    extension: {},
    statuses: new Map(),
    tariffs: new Map(),
  };
  return { site, distance: index };
}
const ids = (hits: readonly Hit[]) => hits.map(({ distance }) => distance);

describe('thinEvenly', () => {
  const box = { kind: 'box', west: 0, south: 0, east: 4, north: 4 } as const;

  it('leaves alone what fits', () => {
    const hits = [hit(0, 1, 1), hit(1, 1, 1)];
    expect(thinEvenly(hits, box, 2)).toBe(hits);
  });

  it('gives every cell its nearest before any its second, in the order of distance', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => hit(index, 1, 1));
    const corners = [hit(20, 3, 1), hit(21, 1, 3), hit(22, 4, 4)];
    expect(ids(thinEvenly([...crowd, ...corners], box, 4))).toEqual([0, 20, 21, 22]);
  });

  it('fills up with the seconds of cells, nearest first', () => {
    const hits = [hit(0, 1, 1), hit(1, 1, 1), hit(2, 1, 1), hit(3, 3, 3), hit(4, 3, 3)];
    expect(ids(thinEvenly(hits, box, 3))).toEqual([0, 1, 3]);
  });

  it('covers a box across the antimeridian', () => {
    const fiji = { kind: 'box', west: 176, south: -20, east: -178, north: -14 } as const;
    const crowd = Array.from({ length: 9 }, (_, index) => hit(index, -19, 177));
    expect(ids(thinEvenly([...crowd, hit(9, -19, -178), hit(10, -15, 179.5)], fiji, 4))).toEqual([0, 1, 9, 10]);
  });
});
