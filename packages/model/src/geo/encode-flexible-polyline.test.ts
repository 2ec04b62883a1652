import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeFlexiblePolyline, encodeFlexiblePolyline } from './index.ts';

const degrees = (most: number, decimals: number) =>
  fc.integer({ min: -most * 10 ** decimals, max: most * 10 ** decimals }).map((value) => value / 10 ** decimals);

const pointsWith = (decimals: number) =>
  fc.array(fc.record({ lat: degrees(90, decimals), lng: degrees(180, decimals) }), { minLength: 2, maxLength: 20 });

it('has no zero below zero, whatever the way there', () => {
  const points = [57.85, -2.96, 0].map((lng) => ({ lat: 0, lng }));
  expect(decodeFlexiblePolyline(encodeFlexiblePolyline(points))).toEqual({ ok: true, points });
});

it('leaves positions of up to ten decimals as they are', () => {
  const points = fc.integer({ min: 0, max: 10 }).chain(pointsWith);
  fc.assert(
    fc.property(points, (given) => {
      const decoded = decodeFlexiblePolyline(encodeFlexiblePolyline(given));
      // Zero has no sign there.
      expect(decoded).toEqual({ ok: true, points: given.map(({ lat, lng }) => ({ lat: lat + 0, lng: lng + 0 })) });
    }),
  );
});

it('rounds what has more', () => {
  const decoded = decodeFlexiblePolyline(
    encodeFlexiblePolyline([
      { lat: 1 / 3, lng: 2 / 3 },
      { lat: 0, lng: 0 },
    ]),
  );
  expect(decoded).toMatchObject({ ok: true, points: [{ lat: 0.3333333333, lng: 0.6666666667 }, {}] });
});
