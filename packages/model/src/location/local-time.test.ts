import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localClock, nextLocalDay, utcOffsetSeconds } from './index.ts';

const QUARTER_MS = 900_000;
const zones = Intl.supportedValuesOf('timeZone');
const zone = fc.constantFrom(...zones);
const instant = fc.date({ min: new Date('1972-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
/** Both changes of the clock in a year, in many places; and an island that left out a day. */
const eventful = fc.constantFrom(
  ['Europe/Berlin', '2026-03-28T20:00:00Z'],
  ['Europe/Berlin', '2026-10-24T20:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T10:00:00Z'],
  ['Asia/Beirut', '2026-03-28T18:00:00Z'],
  ['America/Santiago', '2026-04-04T22:00:00Z'],
  ['Pacific/Apia', '2011-12-30T05:00:00Z'],
);
const moment = fc.oneof(
  fc.tuple(zone, instant),
  fc.tuple(eventful, fc.nat({ max: 12 * 3_600_000 })).map(([[name = '', from = ''], later]) => {
    return [name, new Date(Date.parse(from) + later)] as const;
  }),
);

/** As Intl writes it: GMT, GMT+02:00, GMT-03:30:52. */
function writtenOffset(timeZone: string, at: Date): number {
  const written = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).format(at);
  const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(written) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

describe('utcOffsetSeconds', () => {
  it('is what Intl says, in every zone', () => {
    for (const name of zones) {
      const at = new Date('2026-11-23T12:00:00Z');
      expect(utcOffsetSeconds(name, at), name).toBe(writtenOffset(name, at));
    }
    fc.assert(
      fc.property(moment, ([name, at]) => {
        expect(utcOffsetSeconds(name, at)).toBe(writtenOffset(name, at));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is not known of what is no zone or no moment', () => {
    expect(utcOffsetSeconds('Mars/Olympus', new Date())).toBeUndefined();
    expect(utcOffsetSeconds('Europe/Berlin', new Date(Number.NaN))).toBeUndefined();
  });
});

describe('nextLocalDay', () => {
  it('is the moment from which on the day there is another one', () => {
    fc.assert(
      fc.property(moment, ([name, at]) => {
        const today = localClock(name, at)?.day ?? Number.NaN;
        const next = nextLocalDay(name, at)?.getTime() ?? Number.NaN;
        expect(next).toBeGreaterThan(at.getTime());
        for (let ms = at.getTime(); ms < next; ms += QUARTER_MS)
          expect(localClock(name, new Date(ms))?.day).toBe(today);
        expect(localClock(name, new Date(next - 1))?.day).toBe(today);
        expect(localClock(name, new Date(next))?.day).toBeGreaterThan(today);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the midnight of the place', () => {
    expect(nextLocalDay('Europe/Berlin', new Date('2026-06-05T10:00:00Z'))).toEqual(new Date('2026-06-05T22:00:00Z'));
    expect(nextLocalDay('Mars/Olympus', new Date())).toBeUndefined();
  });
});
