import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRate, rateLimiter } from './rate-limiter.ts';

const at = (milliseconds: number): Date => new Date(1_000_000 + milliseconds);

describe('rate limiter', () => {
  test('lets the burst through at once, then the rate', () => {
    const limiter = rateLimiter();
    const rate = { perSecond: 2, burst: 3 };
    expect([0, 0, 0, 0].map((time) => limiter.take('a', rate, at(time)))).toEqual([0, 0, 0, 1]);
    expect(limiter.take('a', rate, at(499))).toBe(1);
    expect(limiter.take('a', rate, at(500))).toBe(0);
    expect(limiter.take('a', rate, at(501))).toBe(1);
  });

  test('callers do not take from each other', () => {
    const limiter = rateLimiter();
    const rate = { perSecond: 1, burst: 1 };
    expect(limiter.take('a', rate, at(0))).toBe(0);
    expect(limiter.take('a', rate, at(0))).toBe(1);
    expect(limiter.take('b', rate, at(0))).toBe(0);
  });

  test('after the seconds it names, a request gets through', () => {
    const limiter = rateLimiter();
    const rate = { perSecond: 0.1, burst: 1 };
    limiter.take('a', rate, at(0));
    const wait = limiter.take('a', rate, at(2_500));
    expect(wait).toBe(8);
    expect(limiter.take('a', rate, at(2_500 + wait * 1000))).toBe(0);
  });

  test('whenever requests come, no more pass than burst and rate allow, and none waits longer than it must', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 }),
        (perSecond, burst, gaps) => {
          const limiter = rateLimiter();
          let time = 0;
          let passed = 0;
          for (const gap of gaps) {
            time += gap;
            if (limiter.take('a', { perSecond, burst }, at(time)) === 0) passed += 1;
          }
          expect(passed).toBeLessThanOrEqual(burst + (time / 1000) * perSecond + 1e-6);
          expect(passed).toBeGreaterThanOrEqual(Math.min(gaps.length, burst));
        },
      ),
    );
  });

  test('a clock that was set back gives nothing away', () => {
    const limiter = rateLimiter();
    const rate = { perSecond: 1, burst: 1 };
    expect(limiter.take('a', rate, at(10_000))).toBe(0);
    expect(limiter.take('a', rate, at(0))).toBe(1);
  });
});

describe('parseRate', () => {
  test.each([
    ['10/s', { perSecond: 10, burst: 10 }],
    ['600/min', { perSecond: 10, burst: 10 }],
    ['60/h', { perSecond: 1 / 60, burst: 1 }],
    ['5/s:100', { perSecond: 5, burst: 100 }],
  ])('%s', (text, rate) => {
    expect(parseRate(text)).toEqual(rate);
  });

  test.each(['', '10', '0/s', '-1/s', '10/d', '1e9/s', '10/s:0', '10/s:x', 'NaN/s'])('%j is none', (text) => {
    expect(parseRate(text)).toBeUndefined();
  });
});
