/** Contract v2: volts and amperes as text ranges, and both in one phrase as `chargeCapacity`. */
import type { Connector } from '../../ocpi/index.ts';
import { HIGHEST_TO_NEUTRAL, phasesOf } from '../../vocabulary/index.ts';

/** AC voltages between the wires in use, as v2 names them; nominal voltages just above (127 V, 250 V) belong to them. */
const acBands = [
  { low: 100, high: 120, upTo: 130 },
  { low: 200, high: 240, upTo: 250 },
  { low: 380, high: 480, upTo: 480 },
] as const;

/** Volts between the wires that carry the power; v3 has three-phase ones to neutral, as OCPI means them. */
export function voltsOf(connector: Connector): number | undefined {
  const volts = connector.max_voltage;
  if (volts === undefined || connector.power_type !== 'AC_3_PHASE' || volts > HIGHEST_TO_NEUTRAL) return volts;
  return Math.round(volts * Math.sqrt(3));
}

function bandOf(volts: number): { readonly low: number; readonly high: number } | undefined {
  return acBands.find(({ low, upTo }) => low <= volts && volts <= upTo);
}

/** "380-480V AC", "600V DC"; several connectors span from the lowest to the highest. `undefined` where AC and DC mix. */
export function voltsRangeOf(connectors: readonly Connector[]): string | undefined {
  const spans = new Map<string, { low: number; high: number }>();
  for (const connector of connectors) {
    const volts = voltsOf(connector);
    if (volts === undefined || connector.power_type === undefined) continue;
    const current = connector.power_type === 'DC' ? 'DC' : 'AC';
    const band = (current === 'AC' ? bandOf(volts) : undefined) ?? { low: volts, high: volts };
    const span = spans.get(current) ?? band;
    spans.set(current, { low: Math.min(span.low, band.low), high: Math.max(span.high, band.high) });
  }
  const [only, other] = [...spans];
  if (only === undefined || other !== undefined) return undefined;
  const [current, { low, high }] = only;
  return `${low === high ? String(low) : `${String(low)}-${String(high)}`}V ${current}`;
}

/** "32A", "16A-32A". */
export function ampsRangeOf(connectors: readonly Connector[]): string | undefined {
  const amps = connectors.flatMap((connector) => connector.max_amperage ?? []);
  if (amps.length === 0) return undefined;
  const low = Math.min(...amps);
  const high = Math.max(...amps);
  return low === high ? `${String(low)}A` : `${String(low)}A-${String(high)}A`;
}

/**
 * "380-480VAC, 3-phase at max. 32 A", each different one once, `;` between them; "Other" for AC outside the bands.
 * v2's phrases for DC were never published, so that DC has none.
 * @param asRecorded else as the documents spell it: "at max 32A".
 */
export function chargeCapacityOf(connectors: readonly Connector[], asRecorded: boolean): string | undefined {
  const phrases = new Set<string>();
  for (const connector of connectors) {
    const { power_type: powerType, max_amperage: amps } = connector;
    const volts = voltsOf(connector);
    if (powerType === undefined || powerType === 'DC' || volts === undefined || amps === undefined) continue;
    const band = bandOf(volts);
    const phases = phasesOf(powerType);
    const most = asRecorded ? `max. ${String(amps)} A` : `max ${String(amps)}A`;
    const said = band !== undefined && phases !== 2;
    phrases.add(said ? `${String(band.low)}-${String(band.high)}VAC, ${String(phases)}-phase at ${most}` : 'Other');
  }
  return phrases.size === 0 ? undefined : [...phrases].join(';');
}

/** The value that all have, of those that state one. */
export function commonOf<Value>(values: Iterable<Value | undefined>): Value | undefined {
  const stated = new Set(values);
  stated.delete(undefined);
  const [only] = stated;
  return stated.size === 1 ? only : undefined;
}
