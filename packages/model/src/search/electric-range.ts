/** Volts and amperes of connectors as v2 and Search write them. Source: contract v2, chargingPoint and its recorded values. */
import type { Connector } from '../ocpi/index.ts';

/** OCPI states line to neutral for three phases; v2 names mains by the span between lines: "380-480V AC". */
const mains: readonly {
  readonly phases: 'one' | 'three';
  readonly from: number;
  readonly to: number;
  readonly name: string;
}[] = [
  { phases: 'one', from: 100, to: 130, name: '100-120V AC' },
  { phases: 'one', from: 200, to: 250, name: '200-240V AC' },
  { phases: 'three', from: 200, to: 280, name: '380-480V AC' },
  { phases: 'three', from: 380, to: 480, name: '380-480V AC' },
];

/** `undefined` where a connector's voltage or kind of current is unknown, or where they differ. */
export function voltsRange(connectors: readonly Connector[]): string | undefined {
  const names = new Set(connectors.map(voltsOf));
  return names.size === 1 ? [...names][0] : undefined;
}

function voltsOf({ max_voltage: volts, power_type: type }: Connector): string | undefined {
  if (volts === undefined || type === undefined) return undefined;
  if (type === 'DC') return `${volts}V DC`;
  const phases = type === 'AC_3_PHASE' ? 'three' : 'one';
  const span = mains.find((row) => row.phases === phases && row.from <= volts && volts <= row.to);
  return span?.name ?? `${volts}V AC`;
}

/** From the lowest to the highest of the amperages that are known. */
export function ampsRange(connectors: readonly Connector[]): string | undefined {
  const amperes = connectors.flatMap(({ max_amperage }) => (max_amperage === undefined ? [] : [max_amperage]));
  if (amperes.length === 0) return undefined;
  const lowest = Math.min(...amperes);
  const highest = Math.max(...amperes);
  return lowest === highest ? `${lowest}A` : `${lowest}A-${highest}A`;
}
