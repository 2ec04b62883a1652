import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hours } from '../ocpi/index.ts';
import { isOpenAt, nextOpeningChange } from './index.ts';

function place(opening_times: Hours | undefined, time_zone = 'Europe/Berlin') {
  return opening_times === undefined ? { time_zone } : { time_zone, opening_times };
}
const at = (text: string) => new Date(text);
const always: Hours = { twentyfourseven: true };
/** Monday to Friday, 08:00 to 18:00. */
const office: Hours = {
  twentyfourseven: false,
  regular_hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, period_begin: '08:00', period_end: '18:00' })),
};
/** Fridays 20:00 to Saturday 04:00. */
const night: Hours = {
  twentyfourseven: false,
  regular_hours: [{ weekday: 5, period_begin: '20:00', period_end: '04:00' }],
};
const daily = (period_begin: string, period_end: string): Hours => ({
  twentyfourseven: false,
  regular_hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, period_begin, period_end })),
});

describe('isOpenAt', () => {
  it('does not know where no hours are given', () => {
    expect(isOpenAt(place(undefined), at('2026-06-01T10:00:00Z'))).toBeUndefined();
    expect(isOpenAt(place({ twentyfourseven: false }), at('2026-06-01T10:00:00Z'))).toBeUndefined();
    expect(isOpenAt(place({ twentyfourseven: false, regular_hours: [] }), at('2026-06-01T10:00:00Z'))).toBeUndefined();
  });

  it('does not know regular hours in a zone that does not exist, and needs no zone round the clock', () => {
    expect(isOpenAt(place(office, 'Mars/Olympus'), at('2026-06-01T10:00:00Z'))).toBeUndefined();
    expect(isOpenAt(place(always, 'Mars/Olympus'), at('2026-06-01T10:00:00Z'))).toBe(true);
  });

  it('reads regular hours on the wall clock of the location: begin inclusive, end exclusive', () => {
    // Monday 1 June 2026, Berlin is UTC+2.
    expect(isOpenAt(place(office), at('2026-06-01T05:59:59.999Z'))).toBe(false);
    expect(isOpenAt(place(office), at('2026-06-01T06:00:00Z'))).toBe(true);
    expect(isOpenAt(place(office), at('2026-06-01T15:59:59.999Z'))).toBe(true);
    expect(isOpenAt(place(office), at('2026-06-01T16:00:00Z'))).toBe(false);
    expect(isOpenAt(place(office), at('2026-06-06T10:00:00Z'))).toBe(false);
    expect(isOpenAt(place(office, 'Asia/Kathmandu'), at('2026-06-01T02:15:00Z'))).toBe(true);
    expect(isOpenAt(place(office, 'Asia/Kathmandu'), at('2026-06-01T02:14:00Z'))).toBe(false);
  });

  it('follows hours past midnight into the next day, over the turn of the week too', () => {
    expect(isOpenAt(place(night, 'UTC'), at('2026-06-05T19:59:00Z'))).toBe(false);
    expect(isOpenAt(place(night, 'UTC'), at('2026-06-05T20:00:00Z'))).toBe(true);
    expect(isOpenAt(place(night, 'UTC'), at('2026-06-06T03:59:00Z'))).toBe(true);
    expect(isOpenAt(place(night, 'UTC'), at('2026-06-06T04:00:00Z'))).toBe(false);
    const sunday: Hours = {
      twentyfourseven: false,
      regular_hours: [{ weekday: 7, period_begin: '22:00', period_end: '02:00' }],
    };
    expect(isOpenAt(place(sunday, 'UTC'), at('2026-06-08T01:00:00Z'))).toBe(true);
  });

  it('takes 00:00 to 00:00, and an end at 23:59, for a whole day', () => {
    for (const hours of [daily('00:00', '00:00'), daily('00:00', '23:59')]) {
      expect(isOpenAt(place(hours, 'UTC'), at('2026-06-05T23:59:30Z'))).toBe(true);
      expect(nextOpeningChange(place(hours, 'UTC'), at('2026-06-05T12:00:00Z'))).toBeUndefined();
    }
  });

  it('lets exceptional closings win over exceptional openings, and those over regular hours', () => {
    const hours: Hours = {
      ...office,
      exceptional_openings: [{ period_begin: '2026-06-06T08:00:00Z', period_end: '2026-06-06T16:00:00Z' }],
      exceptional_closings: [{ period_begin: '2026-06-06T10:00:00Z', period_end: '2026-06-06T11:00:00Z' }],
    };
    expect(isOpenAt(place(hours), at('2026-06-06T08:30:00Z'))).toBe(true);
    expect(isOpenAt(place(hours), at('2026-06-06T10:30:00Z'))).toBe(false);
    expect(isOpenAt(place(hours), at('2026-06-06T11:00:00Z'))).toBe(true);
    expect(isOpenAt(place(hours), at('2026-06-06T16:00:00Z'))).toBe(false);
    expect(
      isOpenAt(
        place({ ...always, ...{ exceptional_closings: hours.exceptional_closings } }),
        at('2026-06-06T10:30:00Z'),
      ),
    ).toBe(false);
  });

  it('keeps to the wall clock on the days the clock changes', () => {
    const early = place(daily('02:30', '03:30'));
    // 29 March 2026: 02:00 becomes 03:00 at 01:00Z; what is left of the hour is 03:00 to 03:30.
    expect(isOpenAt(early, at('2026-03-29T00:59:59Z'))).toBe(false);
    expect(isOpenAt(early, at('2026-03-29T01:00:00Z'))).toBe(true);
    expect(isOpenAt(early, at('2026-03-29T01:30:00Z'))).toBe(false);
    // 25 October 2026: 03:00 becomes 02:00 at 01:00Z; 02:30 comes twice.
    expect(isOpenAt(early, at('2026-10-25T00:30:00Z'))).toBe(true);
    expect(isOpenAt(early, at('2026-10-25T01:00:00Z'))).toBe(false);
    expect(isOpenAt(early, at('2026-10-25T01:30:00Z'))).toBe(true);
    expect(isOpenAt(early, at('2026-10-25T02:30:00Z'))).toBe(false);
  });
});

describe('nextOpeningChange', () => {
  it('says when it closes, and when it opens again', () => {
    expect(nextOpeningChange(place(office), at('2026-06-05T10:00:00Z'))).toEqual({
      at: at('2026-06-05T16:00:00Z'),
      open: false,
    });
    expect(nextOpeningChange(place(office), at('2026-06-05T16:00:00Z'))).toEqual({
      at: at('2026-06-08T06:00:00Z'),
      open: true,
    });
  });

  it('has nothing to say where nothing changes', () => {
    expect(nextOpeningChange(place(always), at('2026-06-05T10:00:00Z'))).toBeUndefined();
    expect(nextOpeningChange(place(undefined), at('2026-06-05T10:00:00Z'))).toBeUndefined();
  });

  it('opens on the first regular hour after a long closing', () => {
    const holidays: Hours = {
      ...office,
      exceptional_closings: [{ period_begin: '2026-06-05T06:00:00Z', period_end: '2026-07-04T00:00:00Z' }],
    };
    expect(nextOpeningChange(place(holidays), at('2026-06-05T10:00:00Z'))).toEqual({
      at: at('2026-07-06T06:00:00Z'),
      open: true,
    });
  });

  it('changes at the jump of the clock where the clock jumps over the opening', () => {
    expect(nextOpeningChange(place(daily('02:30', '04:00')), at('2026-03-29T00:30:00Z'))).toEqual({
      at: at('2026-03-29T01:00:00Z'),
      open: true,
    });
  });

  it('agrees with isOpenAt minute by minute, over both changes of the clock', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '59'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    const regular = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), period_begin: time, period_end: time });
    const start = fc.constantFrom('2026-03-28T00:00:00Z', '2026-10-24T00:00:00Z', '2026-07-01T00:00:00Z');
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    fc.assert(
      fc.property(fc.array(regular, { minLength: 1, maxLength: 4 }), start, zone, (regular_hours, from, time_zone) => {
        const here = place({ twentyfourseven: false, regular_hours }, time_zone);
        const now = isOpenAt(here, at(from));
        const change = nextOpeningChange(here, at(from));
        const end = change?.at.getTime() ?? at(from).getTime() + 8 * 86_400_000;
        for (let ms = at(from).getTime(); ms < end; ms += 60_000) expect(isOpenAt(here, new Date(ms))).toBe(now);
        if (change !== undefined) expect(isOpenAt(here, change.at)).toBe(change.open);
      }),
      { numRuns: 30 },
    );
  });

  it('agrees with isOpenAt where exceptions overlap, end before they begin and follow each other', () => {
    const start = Date.parse('2026-06-01T00:00:00Z');
    const hour = (at: number) => new Date(start + at * 3_600_000).toISOString();
    const exception = fc
      .tuple(fc.integer({ min: -50, max: 300 }), fc.integer({ min: -2, max: 60 }))
      .map(([from, length]) => ({ period_begin: hour(from), period_end: hour(from + length) }));
    const exceptions = fc.array(exception, { maxLength: 4 });
    const usual = fc.constantFrom(office, night, always, daily('00:00', '00:00'), { twentyfourseven: false });
    fc.assert(
      fc.property(usual, exceptions, exceptions, (hours, exceptional_openings, exceptional_closings) => {
        const here = place({ ...hours, exceptional_openings, exceptional_closings });
        const among = (list: typeof exceptional_openings, ms: number) =>
          list.some((one) => Date.parse(one.period_begin) <= ms && ms < Date.parse(one.period_end));
        const plainly = (ms: number) =>
          !among(exceptional_closings, ms) && (among(exceptional_openings, ms) || isOpenAt(place(hours), new Date(ms)));
        const change = nextOpeningChange(here, new Date(start));
        const now = plainly(start);
        const end = change?.at.getTime() ?? start + 400 * 3_600_000;
        for (let ms = start; ms < end; ms += 1_800_000) expect(plainly(ms)).toBe(now);
        for (let ms = start; ms < start + 400 * 3_600_000; ms += 3_600_000)
          expect(isOpenAt(here, new Date(ms))).toBe(plainly(ms));
        if (change !== undefined) expect(plainly(change.at.getTime())).toBe(change.open);
      }),
    );
  });

  it('comes soon from thousands of exceptions, be they on top of each other or one after the other', () => {
    const from = Date.parse('2026-06-05T10:00:00Z');
    const span = (begin: number, end: number) => ({ period_begin: new Date(begin), period_end: new Date(end) });
    const texts = (spans: ReturnType<typeof span>[]) =>
      spans.map((one) => ({ period_begin: one.period_begin.toISOString(), period_end: one.period_end.toISOString() }));
    const numbers = Array.from({ length: 10_000 }, (_, at) => at);
    const piled = texts(numbers.map((at) => span(from - 1e9, from + 1e9 + at * 60_000)));
    const strung = texts(numbers.map((at) => span(from + at * 120_000, from + at * 120_000 + 60_000)));
    const began = performance.now();
    expect(nextOpeningChange(place({ ...office, exceptional_closings: piled }), new Date(from))?.open).toBe(true);
    expect(nextOpeningChange(place({ ...always, exceptional_openings: strung }), new Date(from))).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
