import { describe, expect, it } from 'vitest';
import { isSameInstant } from './instant.ts';

describe('instants', () => {
  it.each([
    ['2026-01-01T12:00:00Z', '2026-01-01T13:00:00+01:00', 1, true],
    ['2026-01-01T12:00:00Z', '2026-01-01T13:00:00.000+0100', 1, true],
    ['2026-01-01T12:00:00Z', '2026-01-01T12:00:00.250Z', 1, false],
    ['2026-01-01T12:00:00Z', '2026-01-01T12:00:00.250Z', 1000, true],
    ['2026-01-01T12:00:00Z', '2026-01-01T12:00:01Z', 1000, false],
    ['soon', 'soon', 1, true],
    ['soon', 'later', 1, false],
    ['2026-01-01T12:00:00Z', undefined, 1, false],
  ])('%s and %s, looked at by %i ms: %s', (one, other, precision, same) => {
    expect(isSameInstant(one, other, precision)).toBe(same);
    expect(isSameInstant(other, one, precision)).toBe(same);
  });
});
