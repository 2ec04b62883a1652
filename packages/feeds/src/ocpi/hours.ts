/** OCPI 2.3.0 mod_locations, Hours. */
import type { Hours } from '@pantograph/model/ocpi';
import { valueMeant } from './enumeration.ts';
import { dayValues } from './enumerations.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import { instant } from './instant.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing, shown } from './json-object.ts';
import { objects } from './lists.ts';
import { timeOfDay } from './time-of-day.ts';
import { boolean, numberIn, unusable } from './values.ts';

type RegularHours = NonNullable<Hours['regular_hours']>[number];

const hoursFields = fieldSet(['twentyfourseven', 'regular_hours', 'exceptional_openings', 'exceptional_closings'], {
  '24_7': 'twentyfourseven',
  open_24_7: 'twentyfourseven',
  twenty_four_seven: 'twentyfourseven',
});
const regularFields = fieldSet(['weekday', 'period_begin', 'period_end'], { day: 'weekday', day_of_week: 'weekday' });
const exceptionalFields = fieldSet(['period_begin', 'period_end']);

export function openingTimes(location: JsonObject, findings: Findings): Hours | undefined {
  const raw = location['opening_times'];
  if (isNothing(raw)) return undefined;
  const at = '/opening_times';
  if (!isJsonObject(raw)) return unusable(raw, at, findings);
  const object = withKnownFields(raw, hoursFields, at, findings);
  const said = boolean(object, 'twentyfourseven', at, findings);
  const regular = objects(object, 'regular_hours', at, findings, regularHours)?.flat();
  const openings = objects(object, 'exceptional_openings', at, findings, exceptionalPeriod);
  const closings = objects(object, 'exceptional_closings', at, findings, exceptionalPeriod);
  if (said === undefined && regular === undefined && openings === undefined && closings === undefined) return undefined;
  const reason = doubtIn(said, regular);
  if (reason !== undefined) findings.add('hours_doubtful', at, { reason });
  return {
    twentyfourseven: said ?? false,
    regular_hours: regular,
    exceptional_openings: openings,
    exceptional_closings: closings,
  };
}

function doubtIn(
  aroundTheClock: boolean | undefined,
  regular: readonly RegularHours[] | undefined,
): string | undefined {
  if (aroundTheClock === true && regular !== undefined && !regular.every(isWholeDay)) {
    return 'open around the clock, yet with regular hours';
  }
  if (aroundTheClock === false && regular === undefined) return 'not open around the clock, but without regular hours';
  return undefined;
}

function isWholeDay({ period_begin, period_end }: RegularHours): boolean {
  return period_begin === '00:00' && (period_end === '00:00' || period_end === '23:59');
}

/** Two periods where the hours run past midnight: OCPI wants each to end on the day on which it begins. */
function regularHours(raw: JsonObject, at: string, findings: Findings): RegularHours[] | undefined {
  const object = withKnownFields(raw, regularFields, at, findings);
  const weekday = weekdayOf(object, at, findings);
  const begin = timeOfDay(object, 'period_begin', at, findings);
  const end = timeOfDay(object, 'period_end', at, findings);
  if (weekday === undefined || begin === undefined || end === undefined) return unusable(raw, at, findings);
  if (end === '00:00' || end > begin) return [{ weekday, period_begin: begin, period_end: end }];
  findings.add('hours_split', at, { found: `${begin} to ${end}` });
  return [
    { weekday, period_begin: begin, period_end: '00:00' },
    { weekday: (weekday % 7) + 1, period_begin: '00:00', period_end: end },
  ];
}

/** 1 is Monday; 0 and names of days occur. */
function weekdayOf(hours: JsonObject, at: string, findings: Findings): number | undefined {
  const said = hours['weekday'];
  if (typeof said === 'number' && Number.isInteger(said) && said >= 1 && said <= 7) return said;
  const value = weekdayMeant(said);
  if (value === undefined) return undefined;
  findings.add('hours_respelled', `${at}/weekday`, { found: shown(said), value });
  return value;
}

function weekdayMeant(said: unknown): number | undefined {
  const number = typeof said === 'string' ? numberIn(said) : said;
  if (number === 0) return 7;
  if (typeof number === 'number') return Number.isInteger(number) && number >= 1 && number <= 7 ? number : undefined;
  const day = typeof said === 'string' ? valueMeant(dayValues, said) : undefined;
  return day === undefined ? undefined : [...dayValues.exact.keys()].indexOf(day) + 1;
}

function exceptionalPeriod(raw: JsonObject, at: string, findings: Findings) {
  const object = withKnownFields(raw, exceptionalFields, at, findings);
  const begin = instant(object, 'period_begin', at, findings);
  const end = instant(object, 'period_end', at, findings);
  if (begin === undefined || end === undefined) return unusable(raw, at, findings);
  return { period_begin: begin, period_end: end };
}
