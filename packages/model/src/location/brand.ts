/** Naming and roles. Source: migration guide, "POI Naming and Localisation" and "Operator and Suboperator". */
import type { BusinessDetails, Location } from '../ocpi/index.ts';

/** What a location is called when no operator is known; always English, never translated. */
export const DEFAULT_NAME = 'EV Charging Station';

/** The sub-operator if there is one, else the operator: v2's only brand, and v3's `name`. */
export function brandOf(location: Location): BusinessDetails | undefined {
  return location.suboperator ?? location.operator;
}

/** v3 `name`, Search `title`. */
export function nameOf(location: Location): string {
  return brandOf(location)?.name ?? DEFAULT_NAME;
}
