import { describe, expect, it } from 'vitest';
import { openingOf } from './opening.ts';

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const shop = { regularSchedule: [{ days: weekdays, periods: [{ from: '08:00:00', to: '22:00:00' }] }] };
const bar = { regularSchedule: [{ days: ['FRIDAY'], periods: [{ from: '20:00:00', to: '03:00:00' }] }] };
// 2026-11-23 is a Monday.
const at = (time: string) => new Date(`${time}Z`);

describe('opening', () => {
  it('is told on the clock of the place', () => {
    expect(openingOf(shop, 'Europe/Berlin', at('2026-11-23T20:30:00'))).toEqual({ state: 'open', until: '22:00' });
    expect(openingOf(shop, 'Europe/Berlin', at('2026-11-23T21:00:00'))).toEqual({ state: 'closed', until: '08:00' });
    expect(openingOf(shop, 'Asia/Tokyo', at('2026-11-22T23:30:00'))).toEqual({ state: 'open', until: '22:00' });
  });
  it('reaches past midnight', () => {
    expect(openingOf(bar, 'UTC', at('2026-11-28T02:00:00'))).toEqual({ state: 'open', until: '03:00' });
    expect(openingOf(bar, 'UTC', at('2026-11-28T04:00:00'))).toMatchObject({ state: 'closed' });
  });
  it('follows exceptions before the week', () => {
    const exceptions = [{ date: '2026-11-23', closed: true }];
    expect(openingOf({ ...shop, exceptions }, 'UTC', at('2026-11-23T12:00:00'))).toEqual({
      state: 'closed',
      until: '08:00',
    });
  });
  it('is always, or unknown, but never guessed', () => {
    expect(openingOf({ open24x7: true }, undefined, at('2026-11-23T12:00:00'))).toEqual({ state: 'always' });
    const everyDay = { regularSchedule: [{ days: [...weekdays, 'SATURDAY', 'SUNDAY'], periods: [{}] }] };
    expect(openingOf(everyDay, 'UTC', at('2026-11-23T12:00:00'))).toEqual({ state: 'always' });
    expect(openingOf(undefined, 'UTC', at('2026-11-23T12:00:00'))).toEqual({ state: 'unknown' });
    expect(openingOf(shop, 'Mars/Olympus', at('2026-11-23T12:00:00'))).toEqual({ state: 'unknown' });
  });
});
