/** Contract v3, EvAccessRestrictionReason and EvVehicleCategory of a location. */
import type { Site } from '../../location/index.ts';
import { supportedVehiclesOf } from '../../location/index.ts';
import { accessRestrictionOf } from '../../vocabulary/index.ts';
import { unlessEmpty } from './known.ts';

type Place = Pick<Site, 'location' | 'extension'>;

/**
 * What the feed says; else the reasons of the parking restrictions, where every EVSE keeps people out. One EVSE that is
 * open to all makes the location open.
 */
export function presentRestrictions({ location, extension }: Place): string[] | undefined {
  if (extension.restrictions !== undefined) return unlessEmpty(distinct(extension.restrictions));
  const byEvse = location.evses
    .filter((evse) => evse.status !== 'REMOVED')
    .map((evse) => (evse.parking_restrictions ?? []).flatMap((restriction) => accessRestrictionOf(restriction) ?? []));
  return byEvse.every((reasons) => reasons.length > 0) ? unlessEmpty(distinct(byEvse.flat())) : undefined;
}

export function presentSupportedVehicles(site: Place): string[] {
  return distinct(supportedVehiclesOf(site));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
