import { describe, expect, it } from 'vitest';
import type { Hours } from '../ocpi/index.ts';
import { presentOpeningHours } from './present-opening-hours.ts';

const now = new Date('2026-06-01T10:00:00Z');

function textOf(hours: readonly (readonly [weekday: number, begin: string, end: string])[], locale = 'en') {
  const opening_times: Hours = {
    twentyfourseven: false,
    regular_hours: hours.map(([weekday, period_begin, period_end]) => ({ weekday, period_begin, period_end })),
  };
  return presentOpeningHours({ opening_times, time_zone: 'UTC' }, now, locale)?.[0];
}

describe('presentOpeningHours', () => {
  it('joins weekdays that share their hours, as ranges where they follow each other', () => {
    const split = [1, 2, 4, 5, 7].flatMap((day) => [
      [day, '13:00', '17:00'] as const,
      [day, '08:00', '12:00'] as const,
    ]);
    expect(textOf([...split, [3, '08:00', '12:00']])?.text).toEqual([
      'Mon-Tue, Thu-Fri, Sun: 08:00 - 12:00, 13:00 - 17:00',
      'Wed: 08:00 - 12:00',
    ]);
    expect(textOf(split)?.structured).toEqual([
      { start: 'T080000', duration: 'PT04H00M', recurrence: 'FREQ:DAILY;BYDAY:MO,TU,TH,FR,SU' },
      { start: 'T130000', duration: 'PT04H00M', recurrence: 'FREQ:DAILY;BYDAY:MO,TU,TH,FR,SU' },
    ]);
  });

  it('writes hours past midnight and to its very end', () => {
    expect(textOf([[5, '20:30', '04:15']])).toMatchObject({
      text: ['Fri: 20:30 - 04:15'],
      structured: [{ start: 'T203000', duration: 'PT07H45M' }],
    });
    expect(textOf([[5, '20:00', '00:00']])?.text).toEqual(['Fri: 20:00 - 24:00']);
  });

  it('names weekdays in the language', () => {
    expect(textOf([[1, '08:00', '12:00']], 'fr')?.text).toEqual(['lun.: 08:00 - 12:00']);
  });

  it('leaves unsaid whether it is open where nobody knows, and all where no week is known', () => {
    const opening_times: Hours = {
      twentyfourseven: false,
      regular_hours: [{ weekday: 1, period_begin: '08:00', period_end: '12:00' }],
    };
    const nowhere = presentOpeningHours({ opening_times, time_zone: 'No/Where' }, now, 'en');
    expect(nowhere?.[0]).not.toHaveProperty('isOpen');
    expect(nowhere?.[0]?.text).toEqual(['Mon: 08:00 - 12:00']);
    expect(presentOpeningHours({ time_zone: 'UTC' }, now, 'en')).toBeUndefined();
    expect(textOf([])).toBeUndefined();
  });
});
