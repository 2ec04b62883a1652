/** Contract v3, OpeningHoursType. */
import { describe, expect, it } from 'vitest';
import type { Hours } from '../../ocpi/index.ts';
import { OpeningHoursType } from '../index.ts';
import { NOW, site } from '../testing/site.ts';
import { presentOpeningHours } from './opening-hours.ts';

const zone = 'Europe/Amsterdam';
const present = (opening_times?: Hours, more = {}, now = NOW) =>
  presentOpeningHours(
    site({ time_zone: zone, ...(opening_times && { opening_times }), ...more }).location,
    'here',
    now,
  );
const on = (weekday: number, period_begin: string, period_end: string) => ({ weekday, period_begin, period_end });
const workdays = [1, 2, 3, 4, 5];
const office = workdays.map((weekday) => on(weekday, '08:00', '18:00'));

describe('regular hours', () => {
  it('round the clock', () => {
    expect(present({ twentyfourseven: true })).toEqual({ open24x7: true });
  });

  it('unknown: no key; with charging when closed alone', () => {
    expect(present()).toBeUndefined();
    expect(present(undefined, { charging_when_closed: false })).toEqual({ chargingWhenClosed: false });
    expect(present({ twentyfourseven: false })).toBeUndefined();
    expect(present({ twentyfourseven: false, regular_hours: [] })).toBeUndefined();
    expect(present({ twentyfourseven: false }, { charging_when_closed: true })).toEqual({ chargingWhenClosed: true });
  });

  it('unknown, but for the days that exceptions make known whole', () => {
    const from = (period_begin: string, period_end: string) => ({ period_begin, period_end });
    const exceptional_closings = [
      from('2026-03-12T00:00:00+01:00', '2026-03-13T00:00:00+01:00'),
      from('2026-03-14T12:00:00+01:00', '2026-03-14T13:00:00+01:00'),
    ];
    const exceptional_openings = [from('2026-03-15T08:00:00+01:00', '2026-03-15T12:00:00+01:00')];
    expect(present({ twentyfourseven: false, exceptional_closings, exceptional_openings })).toEqual({
      open24x7: false,
      exceptions: [
        { date: '2026-03-12', closed: true },
        { date: '2026-03-15', periods: [{ from: '08:00:00', to: '12:00:00' }] },
      ],
    });
  });

  it('days with the same hours share an entry', () => {
    const hours = { twentyfourseven: false, regular_hours: [on(6, '10:00', '16:00'), ...office] };
    const presented = present(hours, { charging_when_closed: true });
    expect(presented).toEqual({
      open24x7: false,
      chargingWhenClosed: true,
      regularSchedule: [
        { days: ['mo', 'tu', 'we', 'th', 'fr'], periods: [{ from: '08:00:00', to: '18:00:00' }] },
        { days: ['sa'], periods: [{ from: '10:00:00', to: '16:00:00' }] },
      ],
    });
    expect(OpeningHoursType.parse(presented)).toEqual(presented);
  });

  it('two periods of a day, in order; overlapping ones become one', () => {
    const hours = [on(1, '14:00', '18:00'), on(1, '08:00', '12:00'), on(1, '11:00', '13:00')];
    expect(present({ twentyfourseven: false, regular_hours: hours })?.regularSchedule).toEqual([
      {
        days: ['mo'],
        periods: [
          { from: '08:00:00', to: '13:00:00' },
          { from: '14:00:00', to: '18:00:00' },
        ],
      },
    ]);
  });

  it('until the end of the day reads 00:00:00, which is exclusive', () => {
    expect(present({ twentyfourseven: false, regular_hours: [on(7, '06:00', '00:00')] })?.regularSchedule).toEqual([
      { days: ['su'], periods: [{ from: '06:00:00', to: '00:00:00' }] },
    ]);
  });

  it('past midnight is split between the days, Sunday into Monday too', () => {
    expect(present({ twentyfourseven: false, regular_hours: [on(7, '20:00', '02:00')] })?.regularSchedule).toEqual([
      { days: ['mo'], periods: [{ from: '00:00:00', to: '02:00:00' }] },
      { days: ['su'], periods: [{ from: '20:00:00', to: '00:00:00' }] },
    ]);
  });

  it('spells days in the dialect', () => {
    const { location } = site({ opening_times: { twentyfourseven: false, regular_hours: [on(3, '08:00', '18:00')] } });
    expect(presentOpeningHours(location, 'ocpi', NOW)?.regularSchedule?.[0]?.days).toEqual(['WEDNESDAY']);
  });
});

describe('exceptions', () => {
  const between = (period_begin: string, period_end: string) => ({ period_begin, period_end });
  const exceptions = (hours: Partial<Hours>, now = NOW, more = {}) =>
    present({ twentyfourseven: false, regular_hours: office, ...hours }, more, now)?.exceptions;

  it('a closing of whole local days', () => {
    // Amsterdam is an hour east of UTC in March.
    expect(exceptions({ exceptional_closings: [between('2026-03-11T23:00:00Z', '2026-03-13T23:00:00Z')] })).toEqual([
      { date: '2026-03-12', closed: true },
      { date: '2026-03-13', closed: true },
    ]);
  });

  it('a closing of some hours leaves the rest of the usual ones', () => {
    expect(exceptions({ exceptional_closings: [between('2026-03-12T10:00:00Z', '2026-03-12T12:00:00Z')] })).toEqual([
      {
        date: '2026-03-12',
        periods: [
          { from: '08:00:00', to: '11:00:00' },
          { from: '13:00:00', to: '18:00:00' },
        ],
      },
    ]);
  });

  it('an opening adds to the usual hours; closings win over it', () => {
    expect(
      exceptions({
        exceptional_openings: [between('2026-03-14T09:00:00Z', '2026-03-14T15:00:00Z')],
        exceptional_closings: [between('2026-03-14T14:00:00Z', '2026-03-14T20:00:00Z')],
      }),
    ).toEqual([{ date: '2026-03-14', periods: [{ from: '10:00:00', to: '15:00:00' }] }]);
  });

  it('holds for places that are open round the clock', () => {
    expect(
      exceptions({
        twentyfourseven: true,
        exceptional_closings: [between('2026-03-12T23:00:00Z', '2026-03-13T05:00:00Z')],
      }),
    ).toEqual([{ date: '2026-03-13', periods: [{ from: '06:00:00', to: '00:00:00' }] }]);
  });

  it('days that come out as usual are none', () => {
    expect(
      exceptions({ exceptional_closings: [between('2026-03-14T00:00:00Z', '2026-03-15T00:00:00Z')] }),
    ).toBeUndefined();
    expect(
      exceptions({ exceptional_openings: [between('2026-03-12T09:00:00Z', '2026-03-12T10:00:00Z')] }),
    ).toBeUndefined();
  });

  it('past ones are gone; one without an end in sight is listed a year ahead', () => {
    expect(
      exceptions({ exceptional_closings: [between('2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z')] }),
    ).toBeUndefined();
    const endless =
      exceptions({ exceptional_closings: [between('2020-01-01T00:00:00Z', '9999-01-01T00:00:00Z')] }) ?? [];
    expect(endless[0]).toEqual({ date: '2026-03-10', closed: true });
    expect(endless.length).toBeLessThanOrEqual(367);
    expect(endless.at(-1)?.date).toMatch(/^2027-03-1/);
  });

  it('are of the local day, across a change of the clocks', () => {
    // Clocks go forward in the night to 29 March: local noon is 10:00 UTC from then on.
    expect(exceptions({ exceptional_openings: [between('2026-03-29T10:00:00Z', '2026-03-29T14:00:00Z')] })).toEqual([
      { date: '2026-03-29', periods: [{ from: '12:00:00', to: '16:00:00' }] },
    ]);
  });

  it('cannot be told in a zone that does not exist', () => {
    const closings = { exceptional_closings: [between('2026-03-12T00:00:00Z', '2026-03-13T00:00:00Z')] };
    expect(exceptions(closings, NOW, { time_zone: 'Mars/Olympus' })).toBeUndefined();
  });
});
