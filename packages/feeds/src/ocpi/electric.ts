/**
 * What a connector can deliver, from what a feed says of it: kilowatts in the field of watts, powers in the field of volts,
 * volts between lines where OCPI wants them to neutral. OCPI 2.3.0 mod_locations, Connector: without max_electric_power it
 * is voltage times amperage times phases.
 */
import type { PowerType } from '@pantograph/model/vocabulary';
import { HIGHEST_TO_NEUTRAL, phasesOf } from '@pantograph/model/vocabulary';
import type { Findings } from './findings.ts';

/** Volts, amperes, watts; absent where unknown. */
interface Electric {
  readonly volts: number | undefined;
  readonly amperes: number | undefined;
  readonly watts: number | undefined;
}

const VOLTS = { least: 100, leastDirect: 48, most: 2000 };
const AMPERES = { least: 1, most: 5000 };
const WATTS = { least: 500, most: 5_000_000 };

/** What AC connectors are rated at, kW. */
const acRatings: ReadonlySet<number> = new Set([3.7, 7, 7.4, 11, 22, 43]);

/** DC begins at more than this; what stands here is the mains behind the charger. */
const MAINS_VOLTS_MOST = 250;

/** @param at JSON pointer of the connector */
export function electric(said: Electric, powerType: PowerType | undefined, at: string, findings: Findings): Electric {
  const turned = unswapped(said, powerType, at, findings);
  const read = withoutPowerAsVolts(turned, powerType, at, findings);
  const volts = plausibleVolts(read.volts, powerType, at, findings);
  const amperes = plausible('max_amperage', read.amperes, AMPERES, at, findings);
  const derived = derivedPower(volts, amperes, powerType);
  const watts = plausibleWatts(read.watts, derived?.watts, at, findings);
  if (watts !== undefined) {
    if (derived !== undefined && watts > 1.5 * derived.watts) {
      findings.add('power_contradicts', `${at}/max_electric_power`, { found: watts, value: derived.watts });
    }
    return { volts, amperes, watts };
  }
  if (derived !== undefined) {
    findings.add('power_derived', `${at}/max_electric_power`, { value: derived.watts, rule: derived.rule });
  } else if (powerType === 'DC' && volts !== undefined && amperes !== undefined) {
    findings.add('mains_voltage_at_dc', `${at}/max_voltage`, { found: volts });
  }
  return { volts, amperes, watts: derived?.watts };
}

/** 32 V and 400 A at an AC connector are 400 V and 32 A. */
function unswapped(said: Electric, powerType: PowerType | undefined, at: string, findings: Findings): Electric {
  const { volts = 0, amperes = 0 } = said;
  const isAlternating = powerType !== undefined && powerType !== 'DC';
  if (!isAlternating || volts < 6 || volts > 80 || amperes < 110 || amperes > 480) return said;
  findings.add('volts_amperes_swapped', `${at}/max_voltage`, { volts, amperes });
  return { ...said, volts: amperes, amperes: volts };
}

/** No connector has 22 V: with AC and no contradicting amperes it is the power in kW. */
function withoutPowerAsVolts(
  said: Electric,
  powerType: PowerType | undefined,
  at: string,
  findings: Findings,
): Electric {
  const { volts, amperes = 0, watts = 0 } = said;
  const phases = powerType === undefined ? undefined : phasesOf(powerType);
  if (volts === undefined || phases === undefined || watts > 0 || !acRatings.has(volts)) return said;
  const fits = amperes <= 0 || Math.abs((230 * amperes * phases) / (volts * 1000) - 1) < 0.15;
  if (!fits) return said;
  const value = Math.round(volts * 1000);
  findings.add('power_in_voltage', `${at}/max_voltage`, { found: volts, value });
  return { ...said, volts: undefined, watts: value };
}

function plausibleVolts(volts: number | undefined, powerType: PowerType | undefined, at: string, findings: Findings) {
  const least = powerType === 'DC' ? VOLTS.leastDirect : VOLTS.least;
  return plausible('max_voltage', volts, { least, most: VOLTS.most }, at, findings);
}

interface Range {
  readonly least: number;
  readonly most: number;
}

function plausible(field: string, value: number | undefined, { least, most }: Range, at: string, findings: Findings) {
  if (value === undefined || (value >= least && value <= most)) return value;
  findings.add('electric_implausible', `${at}/${field}`, { field, found: value });
  return undefined;
}

/** Decided by what a charger can have, and between two possibilities by what volts and amperes give. */
function plausibleWatts(watts: number | undefined, derived: number | undefined, at: string, findings: Findings) {
  if (watts === undefined) return undefined;
  const path = `${at}/max_electric_power`;
  const asKilowatts = Math.round(watts * 1000);
  const isWatts = watts >= WATTS.least && watts <= WATTS.most;
  const canBeKilowatts = watts >= 1 && asKilowatts <= WATTS.most;
  const isKilowatts = canBeKilowatts && (derived === undefined ? watts < 1000 : isCloser(asKilowatts, watts, derived));
  if (isKilowatts) {
    findings.add('power_in_kilowatts', path, { found: watts, value: asKilowatts });
    return asKilowatts;
  }
  return plausible('max_electric_power', isWatts ? Math.round(watts) : watts, WATTS, at, findings);
}

function isCloser(one: number, other: number, target: number): boolean {
  return Math.abs(Math.log(one / target)) < Math.abs(Math.log(other / target));
}

interface Derived {
  readonly watts: number;
  readonly rule: string;
}

function derivedPower(volts: number | undefined, amperes: number | undefined, powerType: PowerType | undefined) {
  if (volts === undefined || amperes === undefined || powerType === undefined) return undefined;
  const phases = phasesOf(powerType);
  if (phases === undefined) return volts <= MAINS_VOLTS_MOST ? undefined : product(volts, amperes, 1, '');
  if (phases === 1) return product(volts, amperes, 1, '');
  if (phases === 3 && volts > HIGHEST_TO_NEUTRAL) return product(volts, amperes, Math.sqrt(3), ' × √3 (line to line)');
  // Two phases: a voltage above that of the mains to neutral is the one between them, and counts once.
  const isBetween = phases === 2 && volts > (powerType === 'AC_2_PHASE_SPLIT' ? 150 : HIGHEST_TO_NEUTRAL);
  return isBetween ? product(volts, amperes, 1, ' (line to line)') : product(volts, amperes, phases, ` × ${phases}`);
}

function product(volts: number, amperes: number, factor: number, rule: string): Derived {
  return { watts: Math.round(volts * amperes * factor), rule: `${volts} V × ${amperes} A${rule}` };
}
