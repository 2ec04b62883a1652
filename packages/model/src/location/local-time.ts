/** Wall clocks of IANA zones. Intl knows the rules; what it costs is paid once for each zone and day that is asked for again and again. */

/** A moment as a clock on the wall there shows it. */
export interface LocalClock {
  /** OCPI numbering: 1 = Monday, 7 = Sunday. */
  readonly weekday: number;
  readonly secondOfDay: number;
  /** Days since 1970-01-01 of the local calendar. */
  readonly day: number;
}

const QUARTER_MS = 900_000;
const DAY_SECONDS = 86_400;
// Zone names come from feeds; far more names than zones exist means rubbish, which must not fill memory.
const MAX_ZONES = 2_000;
// Opening hours are asked of the days around now, and of those around exceptions.
const MAX_INSTANTS = 512;
const QUARTERS_A_DAY = 96;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Seconds, by quarter of an hour since 1970. */
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone | undefined>();

function zoneOf(timeZone: string): Zone | undefined {
  if (zones.has(timeZone)) return zones.get(timeZone);
  if (zones.size >= MAX_ZONES) zones.clear();
  const format = formatOf(timeZone);
  const zone = format === undefined ? undefined : { format, offsets: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

/**
 * Seconds east of UTC; `undefined` for a name that is no zone. Since 1972 clocks have changed on quarters of an hour
 * only, and not twice in a day, so that the offset of a day is known by its beginning and its end.
 */
export function utcOffsetSeconds(timeZone: string, instant: Date): number | undefined {
  const zone = zoneOf(timeZone);
  if (zone === undefined || Number.isNaN(instant.getTime())) return undefined;
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  const midnight = quarter - (((quarter % QUARTERS_A_DAY) + QUARTERS_A_DAY) % QUARTERS_A_DAY);
  const offset = offsetAt(zone, midnight);
  return offset === offsetAt(zone, midnight + QUARTERS_A_DAY) ? offset : offsetAt(zone, quarter);
}

function offsetAt({ offsets, format }: Zone, quarter: number): number {
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  if (offsets.size >= MAX_INSTANTS) offsets.clear();
  const offset = offsetBy(format, quarter * QUARTER_MS);
  offsets.set(quarter, offset);
  return offset;
}

function offsetBy(format: Intl.DateTimeFormat, epochMs: number): number {
  const field = new Map(format.formatToParts(epochMs).map((part) => [part.type, Number(part.value)]));
  const at = (type: Intl.DateTimeFormatPartTypes) => field.get(type) ?? 0;
  const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return (local - epochMs) / 1000;
}

/** `undefined` for a name that is no zone. */
export function localClock(timeZone: string, instant: Date): LocalClock | undefined {
  const offset = utcOffsetSeconds(timeZone, instant);
  if (offset === undefined) return undefined;
  const seconds = instant.getTime() / 1000 + offset;
  const day = Math.floor(seconds / DAY_SECONDS);
  return { weekday: weekdayOf(day), secondOfDay: seconds - day * DAY_SECONDS, day };
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * Every instant at which the clock there shows this time of that day, and the instant at which it jumps over it:
 * one as a rule, two where an hour comes twice. A superset is allowed where the clock changes on that day.
 */
export function instantsOfLocal(timeZone: string, day: number, secondOfDay: number): readonly Date[] {
  const asUtc = (day * DAY_SECONDS + secondOfDay) * 1000;
  const [before, after] = [asUtc - DAY_SECONDS * 1000, asUtc + DAY_SECONDS * 1000].map((ms) =>
    utcOffsetSeconds(timeZone, new Date(ms)),
  );
  if (before === undefined || after === undefined) return [];
  const first = asUtc - before * 1000;
  if (before === after) return [new Date(first)];
  return [first, asUtc - after * 1000, clockChange(timeZone, asUtc)].map((ms) => new Date(ms));
}

/** The instant within a day around `aroundMs` at which the offset changes, to the quarter of an hour. */
function clockChange(timeZone: string, aroundMs: number): number {
  let low = Math.floor((aroundMs - DAY_SECONDS * 1000) / QUARTER_MS);
  let high = Math.ceil((aroundMs + DAY_SECONDS * 1000) / QUARTER_MS);
  const before = utcOffsetSeconds(timeZone, new Date(low * QUARTER_MS));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (utcOffsetSeconds(timeZone, new Date(middle * QUARTER_MS)) === before) low = middle;
    else high = middle;
  }
  return high * QUARTER_MS;
}

/** When the next day begins there; `undefined` for a name that is no zone. */
export function nextLocalDay(timeZone: string, instant: Date): Date | undefined {
  const today = localClock(timeZone, instant)?.day;
  if (today === undefined) return undefined;
  return instantsOfLocal(timeZone, today + 1, 0)
    .toSorted((one, other) => one.getTime() - other.getTime())
    .find((at) => (localClock(timeZone, at)?.day ?? today) > today);
}
