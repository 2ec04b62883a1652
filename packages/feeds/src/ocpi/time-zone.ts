/** The time zone of a location: the feed's if it is one, else that of the coordinates. */
import type { Position } from '@pantograph/model/location';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { shown } from './json-object.ts';
import { timeZoneAt } from './place.ts';
import { text } from './values.ts';

const byLowerCase = new Map(Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]));
const checked = new Map<string, string | undefined>();
const CHECKED_NAMES = 2000;
const LONGEST_NAME = 100;

const ofNoPlace = /^(?:etc\/.*|utc|uct|gmt|zulu|universal|greenwich)$/i;

export function timeZone(location: JsonObject, position: Position, findings: Findings): string {
  const said = text(location, 'time_zone', '', findings);
  const name = said === undefined ? undefined : zoneNamed(said);
  const path = '/time_zone';
  if (said === undefined || name === undefined) {
    const value = timeZoneAt(position);
    findings.add('time_zone_from_position', path, { found: shown(said), value });
    return value;
  }
  if (name !== said) findings.add('value_respelled', path, { found: shown(said), value: name });
  if (ofNoPlace.test(name)) findings.add('time_zone_doubtful', path, { found: name, value: timeZoneAt(position) });
  return name;
}

/** The IANA name meant, links included; `undefined` where the platform knows no such zone. */
function zoneNamed(said: string): string | undefined {
  if (said.length > LONGEST_NAME) return undefined;
  if (checked.has(said)) return checked.get(said);
  if (checked.size >= CHECKED_NAMES) checked.clear();
  const name = /^[a-z]/i.test(said) && isZone(said) ? (byLowerCase.get(said.toLowerCase()) ?? said) : undefined;
  checked.set(said, name);
  return name;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
