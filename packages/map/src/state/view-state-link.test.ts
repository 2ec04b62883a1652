import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstView } from './view-state.ts';
import { linkOf, readLink, readPoints } from './view-state-link.ts';

const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((each) => Number(each.toFixed(5)) || 0);
const point = fc.record({ lat: degrees(90), lng: degrees(180) });
const ids = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9_]{1,12}$/), { maxLength: 5 });
const view = fc.record(
  {
    camera: fc.record({ lat: degrees(90), lng: degrees(180), zoom: fc.integer({ min: 0, max: 22 }) }),
    filters: fc.record(
      {
        plugs: ids,
        operators: ids,
        cards: ids,
        available: fc.boolean(),
        open: fc.boolean(),
        truck: fc.boolean(),
        power: fc.integer({ min: 1, max: 900 }),
      },
      { requiredKeys: ['plugs', 'operators', 'cards', 'available', 'open', 'truck'] },
    ),
    sorting: fc.constantFrom('distance' as const, 'power' as const, 'price' as const),
    dialects: fc.constant(false),
    place: fc.stringMatching(/^pan0-[\w-]{22}$/),
    route: fc.array(point, { minLength: 2, maxLength: 8 }),
  },
  { requiredKeys: ['camera', 'filters', 'sorting', 'dialects'] },
);

describe('a link', () => {
  it('restores the view that it was made of', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(readLink(linkOf(given))).toEqual({ view: given, unreadable: [] });
      }),
    );
  });

  it('of any text at all is read, and what makes no sense is named', () => {
    const names = ['at', 'kw', 'plug', 'operator', 'sort', 'place', 'route', 'available', 'view'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (parameters) => {
        const read = readLink(new URLSearchParams(parameters).toString());
        expect(Math.abs(read.view.camera.lat)).toBeLessThanOrEqual(90);
        for (const name of read.unreadable) expect(names).toContain(name);
      }),
    );
    expect(readLink('?at=91,0&kw=0&sort=x&available=yes').unreadable.toSorted()).toEqual([
      'at',
      'available',
      'kw',
      'sort',
    ]);
    expect(readLink('?at=91,0').view).toEqual(firstView);
  });

  it('takes 0 and the ends of the earth for places', () => {
    expect(readLink('?at=0,0,3').view.camera).toEqual({ lat: 0, lng: 0, zoom: 3 });
    expect(readPoints('-90,180;90,-180')).toHaveLength(2);
    expect(readPoints('1,2')).toBeUndefined();
    expect(readPoints('1,2;3,4,5')).toBeUndefined();
  });
});
