/**
 * OCPI mod_tariffs, TariffRestrictions. One that cannot be understood makes the tariff unusable: the price would hold
 * where it should not.
 */
import type { TariffRestrictions } from '@pantograph/model/ocpi';
import type { DayOfWeek } from '@pantograph/model/vocabulary';
import { openValue, valueMeant } from './enumeration.ts';
import { dayValues, reservationValues } from './enumerations.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing, shown } from './json-object.ts';
import { timeOfDay } from './time-of-day.ts';
import { integer, number } from './values.ts';

const fields = fieldSet([
  'start_time',
  'end_time',
  'start_date',
  'end_date',
  'min_kwh',
  'max_kwh',
  'min_current',
  'max_current',
  'min_power',
  'max_power',
  'min_duration',
  'max_duration',
  'day_of_week',
  'reservation',
]);

/** `false` where one of them cannot be understood. */
export function tariffRestrictions(
  raw: unknown,
  at: string,
  findings: Findings,
): TariffRestrictions | undefined | false {
  if (isNothing(raw)) return undefined;
  if (!isJsonObject(raw)) return refused(raw, at, findings);
  const object = withKnownFields(raw, fields, at, findings, 'restriction_unknown');
  const restrictions = readAll(object, at, findings);
  for (const field of fields.known) {
    const said = object[field];
    const isSaid = !isNothing(said) && !(Array.isArray(said) && said.length === 0);
    if (isSaid && restrictions[field as keyof TariffRestrictions] === undefined) {
      return refused(said, `${at}/${field}`, findings);
    }
  }
  return Object.values(restrictions).every((value) => value === undefined) ? undefined : restrictions;
}

function refused(value: unknown, path: string, findings: Findings): false {
  findings.add('restriction_unusable', path, { found: shown(value) });
  return false;
}

function readAll(object: JsonObject, at: string, findings: Findings): TariffRestrictions {
  return {
    start_time: timeOfDay(object, 'start_time', at, findings),
    end_time: timeOfDay(object, 'end_time', at, findings),
    start_date: localDate(object, 'start_date', at, findings),
    end_date: localDate(object, 'end_date', at, findings),
    min_kwh: number(object, 'min_kwh', at, findings),
    max_kwh: number(object, 'max_kwh', at, findings),
    min_current: number(object, 'min_current', at, findings),
    max_current: number(object, 'max_current', at, findings),
    min_power: number(object, 'min_power', at, findings),
    max_power: number(object, 'max_power', at, findings),
    min_duration: integer(object, 'min_duration', at, findings),
    max_duration: integer(object, 'max_duration', at, findings),
    day_of_week: daysOfWeek(object, at, findings),
    reservation: openValue(reservationValues, object, 'reservation', at, findings),
  };
}

/** `YYYY-MM-DD`, local to the location; an instant counts by its date. */
function localDate(object: JsonObject, key: string, at: string, findings: Findings): string | undefined {
  const said = object[key];
  const date =
    typeof said === 'string' ? /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=T|$)/.exec(said)?.[0] : undefined;
  if (date !== undefined && date !== said) {
    findings.add('value_respelled', `${at}/${key}`, { found: shown(said), value: date });
  }
  return date;
}

/** All of them or none: a day that is left out would change when the price holds. */
function daysOfWeek(object: JsonObject, at: string, findings: Findings): DayOfWeek[] | undefined {
  const said = object['day_of_week'];
  if (!Array.isArray(said) || said.length === 0) return undefined;
  const days: DayOfWeek[] = [];
  for (const [index, entry] of (said as readonly unknown[]).entries()) {
    const day = typeof entry === 'string' ? (dayValues.exact.get(entry) ?? valueMeant(dayValues, entry)) : undefined;
    if (day === undefined) return undefined;
    const path = `${at}/day_of_week/${index}`;
    if (day !== entry) findings.add('value_respelled', path, { found: shown(entry), value: day });
    days.push(day);
  }
  return days;
}
