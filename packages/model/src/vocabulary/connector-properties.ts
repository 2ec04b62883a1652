/** Enumerations of a connector and of its times. Source: contracts v3 section 7; OCPI 2.3.0 mod_locations, mod_tariffs. */
import { spellings } from './spelling.ts';

export const powerTypes = spellings([
  { ocpi: 'AC_1_PHASE', here: 'ac1Phase' },
  { ocpi: 'AC_2_PHASE', here: 'ac2Phase' },
  { ocpi: 'AC_2_PHASE_SPLIT', here: 'ac2PhaseSplit' },
  { ocpi: 'AC_3_PHASE', here: 'ac3Phase' },
  { ocpi: 'DC', here: 'dc' },
]);
export type PowerType = (typeof powerTypes.rows)[number]['ocpi'];

/** Phases a power type draws on; `undefined` for DC. */
export function phasesOf(powerType: PowerType): 1 | 2 | 3 | undefined {
  return phases[powerType];
}
const phases = {
  AC_1_PHASE: 1,
  AC_2_PHASE: 2,
  AC_2_PHASE_SPLIT: 2,
  AC_3_PHASE: 3,
  DC: undefined,
} as const satisfies Record<PowerType, 1 | 2 | 3 | undefined>;

/**
 * Volts. OCPI has three-phase voltages to neutral, and feeds have them between the lines too. 347 V is the highest to
 * neutral anywhere (Canada), 380 V the lowest between lines in Europe.
 */
export const HIGHEST_TO_NEUTRAL = 360;

export const connectorFormats = spellings([
  { ocpi: 'SOCKET', here: 'socket' },
  { ocpi: 'CABLE', here: 'cable' },
]);
export type ConnectorFormat = (typeof connectorFormats.rows)[number]['ocpi'];

/** Monday first: OCPI numbers weekdays from 1 = Monday. */
export const daysOfWeek = spellings([
  { ocpi: 'MONDAY', here: 'mo' },
  { ocpi: 'TUESDAY', here: 'tu' },
  { ocpi: 'WEDNESDAY', here: 'we' },
  { ocpi: 'THURSDAY', here: 'th' },
  { ocpi: 'FRIDAY', here: 'fr' },
  { ocpi: 'SATURDAY', here: 'sa' },
  { ocpi: 'SUNDAY', here: 'su' },
]);
export type DayOfWeek = (typeof daysOfWeek.rows)[number]['ocpi'];

export const tariffDimensions = spellings([
  { ocpi: 'ENERGY', here: 'energy' },
  { ocpi: 'FLAT', here: 'flat' },
  { ocpi: 'PARKING_TIME', here: 'parkingTime' },
  { ocpi: 'TIME', here: 'time' },
]);
export type TariffDimensionType = (typeof tariffDimensions.rows)[number]['ocpi'];
