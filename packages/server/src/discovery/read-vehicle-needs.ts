/** `evStation[vehicleHeight]` and its like: ours. Truck limits are restricted data, as in v3. */
import { mayUse } from '../http/caller.ts';
import type { RequestContext } from '../http/surface.ts';
import type { VehicleNeeds } from '../atlas/query.ts';
import { Refused } from '../refusal/refused.ts';
import type { Condition } from './condition.ts';
import { readNumber } from './numbers.ts';
import type { Parameters } from './parameters.ts';
import { readChoice } from './parameters.ts';

const dimensions = [
  { property: 'vehicleHeight', unit: 'cm', need: (heightCm: number): VehicleNeeds => ({ heightCm }) },
  { property: 'vehicleLength', unit: 'cm', need: (lengthCm: number): VehicleNeeds => ({ lengthCm }) },
  { property: 'vehicleWidth', unit: 'cm', need: (widthCm: number): VehicleNeeds => ({ widthCm }) },
  { property: 'vehicleWeight', unit: 'kg', need: (weightKg: number): VehicleNeeds => ({ weightKg }) },
] as const;

/** Whether a place that states no limit passes. */
const UNKNOWN = 'unknownLimits';

export const vehicleProperties: readonly string[] = [...dimensions.map(({ property }) => property), UNKNOWN];

export function readVehicleNeeds(parameters: Parameters, context: RequestContext): readonly Condition[] {
  const unknownName = nameOf(UNKNOWN);
  const unknown = readChoice(parameters, unknownName, ['exclude', 'include']) ?? 'exclude';
  return dimensions.flatMap(({ property, unit, need }): readonly Condition[] => {
    const parameter = nameOf(property);
    const allowed = `a number of ${unit} above 0`;
    const text = parameters.text(parameter, allowed);
    if (text === undefined) return [];
    if (!mayUse(context.caller, 'truckRestrictions')) throw restricted(parameter);
    const vehicle = need(readNumber(parameter, text, { above: 0 }, allowed));
    const fits = unknown === 'include' ? { unknownFits: true as const } : {};
    return [{ parameter, filter: { vehicle: { ...vehicle, ...fits } } }];
  });
}

function nameOf(property: string): string {
  return `evStation[${property}]`;
}

function restricted(parameter: string): Refused {
  return new Refused('rights_missing', {
    parameter,
    cause: `The parameter ${parameter} asks for truck limits, which this key may not see`,
    allowed: 'truckRestrictions',
  });
}
