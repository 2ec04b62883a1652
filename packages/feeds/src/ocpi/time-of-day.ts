/** Times of day as feeds write them, as `HH:MM`. OCPI 2.3.0 mod_locations, RegularHours; mod_tariffs, TariffRestrictions. */
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { shown } from './json-object.ts';

const canonical = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Longer texts are no times of day, and are not searched for one. */
const LONGEST_TIME = 20;

/** "24:00" is the midnight at the end of the day, which is written "00:00". `undefined` where it is no time of day. */
export function timeOfDay(object: JsonObject, key: string, at: string, findings: Findings): string | undefined {
  const said = object[key];
  if (typeof said !== 'string') return undefined;
  if (canonical.test(said)) return said;
  const value = timeIn(said);
  if (value !== undefined) findings.add('hours_respelled', `${at}/${key}`, { found: shown(said), value });
  return value;
}

function timeIn(said: string): string | undefined {
  if (said.length > LONGEST_TIME) return undefined;
  const found = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?Z?\s*$/i.exec(said);
  if (found === null) return undefined;
  const [, hourText = '', minute = '00', half = ''] = found;
  const time = `${String(hourOf(Number(hourText), half.toLowerCase())).padStart(2, '0')}:${minute}`;
  if (time === '24:00') return '00:00';
  return canonical.test(time) ? time : undefined;
}

function hourOf(hour: number, half: string): number {
  if (half === '') return hour;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}
