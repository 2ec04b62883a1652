/** Contract v3, EvAccessRestrictionReason and EvVehicleCategory of a location. */
import type { Site } from '../../location/index.ts';
import { accessRestrictionOf, vehicleCategoriesOf } from '../../vocabulary/index.ts';
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

/** What the feed says; else what its parking bays are for; else cars, the published default. */
export function presentSupportedVehicles({ location, extension }: Place): string[] {
  const said = distinct(extension.supportedVehicles ?? []);
  if (said.length > 0) return said;
  const ofBays = vehicleCategoriesOf((location.parking_places ?? []).flatMap((bay) => bay.vehicle_types));
  return ofBays.length > 0 ? ofBays : ['car'];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
