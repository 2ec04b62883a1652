/** Contract v3, TariffElement.condition, from OCPI's TariffRestrictions. */
import type { TariffRestrictions } from '../../ocpi/index.ts';
import type { EnumDialect } from '../../vocabulary/index.ts';
import { daysOfWeek, spellAllIn } from '../../vocabulary/index.ts';
import type { TariffCondition } from '../wire/index.ts';
import { knownOrNothing, unlessEmpty } from './known.ts';

/** v3 has no word for the energy, current or power of a session. */
const inexpressible = ['min_kwh', 'max_kwh', 'min_current', 'max_current', 'min_power', 'max_power'] as const;

/** The restrictions that v3 cannot state, by their OCPI names. */
export function inexpressibleRestrictions(restrictions: TariffRestrictions): string[] {
  return inexpressible.filter((name) => restrictions[name] !== undefined);
}

/** All else. `undefined` where the element always holds. */
export function presentCondition(restrictions: TariffRestrictions, enums: EnumDialect): TariffCondition | undefined {
  const { start_date, end_date, min_duration, max_duration, day_of_week } = restrictions;
  return knownOrNothing({
    date: knownOrNothing({ from: start_date, to: end_date }),
    days: unlessEmpty(spellAllIn(enums, daysOfWeek, day_of_week ?? [])),
    duration: knownOrNothing({ min: min_duration, max: max_duration }),
    time: presentTime(restrictions),
  });
}

/** An end of "00:00" is the end of the day, in OCPI as in v3; from midnight to midnight is no restriction. */
function presentTime({ start_time, end_time }: TariffRestrictions): TariffCondition['time'] {
  if ((start_time ?? '00:00') === '00:00' && (end_time ?? '00:00') === '00:00') return undefined;
  return knownOrNothing({ from: start_time && `${start_time}:00`, to: end_time && `${end_time}:00` });
}
