/** Volts, amperes and phases out of v2's texts and numbers. kW to W. */
import type { EvConnector } from '@pantograph/model/v3';
import type { Tell } from '../report/ledger.ts';
import type { ConnectorInput } from './station-input.ts';

export type Electrics = Pick<EvConnector, 'powerType' | 'maxVoltage' | 'maxCurrent' | 'maxPower'>;

interface Span {
  readonly low: number;
  readonly high: number;
}

/** @param path of the v2 connector */
export function electricsOf(connector: ConnectorInput, path: string, tell: Tell): Electrics {
  const { chargingPoint = {}, maxPowerLevel } = connector;
  const capacity = capacityIn(connector.chargeCapacity);
  const maxPower = maxPowerLevel === undefined || maxPowerLevel <= 0 ? undefined : Math.round(maxPowerLevel * 1000);
  const powerType = powerTypeOf(connector, capacity, path, tell);
  const maxCurrent = currentOf(connector, capacity, path, tell);
  const electrics = { powerType, maxCurrent, maxPower: maxPower === 0 ? undefined : maxPower };
  const between = chargingPoint.volts;
  if (between !== undefined && between > 0) return { ...electrics, maxVoltage: toNeutral(between, powerType) };
  const range = voltsIn(chargingPoint.voltsRange) ?? capacity?.volts;
  if (range === undefined) return { ...electrics, maxVoltage: undefined };
  return { ...electrics, maxVoltage: voltageIn(range, electrics, `${path}/chargingPoint/voltsRange`, tell) };
}

function powerTypeOf(
  { chargingPoint = {}, connectorType }: ConnectorInput,
  capacity: Capacity | undefined,
  path: string,
  tell: Tell,
): EvConnector['powerType'] {
  const { chargeMode, voltsRange, phases = capacity?.phases } = chargingPoint;
  if (voltsRange?.endsWith('DC') === true) return 'DC';
  if (phases === 3) return 'AC_3_PHASE';
  if (phases === 1) return 'AC_1_PHASE';
  if (phases === 2) {
    tell('two_phases_ambiguous', `${path}/chargingPoint/phases`, phases);
    return 'AC_2_PHASE';
  }
  if (chargeMode !== '4' || connectorType === undefined) return undefined;
  tell('direct_current_by_mode', `${path}/chargingPoint/chargeMode`, chargeMode);
  return 'DC';
}

function currentOf(
  { chargingPoint = {} }: ConnectorInput,
  capacity: Capacity | undefined,
  path: string,
  tell: Tell,
): number | undefined {
  const { amps, ampsRange } = chargingPoint;
  if (amps !== undefined && amps > 0) return amps;
  const range = ampsIn(ampsRange);
  if (range === undefined) {
    if (capacity !== undefined) tell('electrics_from_capacity', `${path}/chargeCapacity`);
    return capacity?.amps;
  }
  if (range.low !== range.high) tell('highest_of_range', `${path}/chargingPoint/ampsRange`, ampsRange);
  return range.high;
}

/** v2 has the volts between the wires in use; v3 wants them to neutral where there are three phases. */
function toNeutral(volts: number, powerType: EvConnector['powerType']): number {
  return powerType === 'AC_3_PHASE' ? Math.round(volts / Math.sqrt(3)) : volts;
}

/** A range of AC volts is a class of sockets, not a figure: power and amperes give the figure, if it lies in the range. */
function voltageIn(
  range: Span,
  { powerType, maxCurrent, maxPower }: Omit<Electrics, 'maxVoltage'>,
  path: string,
  tell: Tell,
): number | undefined {
  if (range.low === range.high) return toNeutral(range.high, powerType);
  const phases = powerType === 'AC_3_PHASE' ? 3 : 1;
  if (maxCurrent !== undefined && maxPower !== undefined && powerType !== undefined) {
    const toNeutralVolts = Math.round(maxPower / maxCurrent / phases);
    const between = phases === 3 ? toNeutralVolts * Math.sqrt(3) : toNeutralVolts;
    if (range.low * 0.95 <= between && between <= range.high * 1.05) {
      tell('voltage_from_power', path, `${String(toNeutralVolts)} V`);
      return toNeutralVolts;
    }
  }
  tell('voltage_range_ambiguous', path, `${String(range.low)}-${String(range.high)}`);
  return undefined;
}

function voltsIn(text: string | undefined): Span | undefined {
  return spanIn(/^(\d{1,4})(?:\s?-\s?(\d{1,4}))?\s?V/.exec(text ?? ''));
}

function ampsIn(text: string | undefined): Span | undefined {
  return spanIn(/^(\d{1,4})\s?A?(?:\s?-\s?(\d{1,4})\s?A)?$/.exec(text ?? ''));
}

function spanIn(match: RegExpExecArray | null): Span | undefined {
  const low = Number(match?.[1] ?? 0);
  const high = Number(match?.[2] ?? low);
  return low > 0 && high >= low ? { low, high } : undefined;
}

interface Capacity {
  readonly volts: Span | undefined;
  readonly phases: number;
  readonly amps: number;
}

/** "380-480VAC, 3-phase at max. 32 A"; of several, none can be told to be meant. */
function capacityIn(text: string | undefined): Capacity | undefined {
  const match = /^(\d{2,4})-(\d{2,4})\s?VAC, ([123])-phase at max\.? (\d{1,3}) ?A$/.exec(text ?? '');
  if (match === null) return undefined;
  return { volts: spanIn(match), phases: Number(match[3]), amps: Number(match[4]) };
}
