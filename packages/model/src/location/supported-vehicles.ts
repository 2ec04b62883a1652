/** Which vehicles a location is for. Source: contract v3, supportedVehicles. */
import { vehicleCategoriesOf } from '../vocabulary/index.ts';
import type { Site } from './site.ts';

/** v3 EvVehicleCategory: what the feed says, else what the bays are for, else cars. */
export function supportedVehiclesOf({ location, extension }: Pick<Site, 'location' | 'extension'>): readonly string[] {
  if (extension.supportedVehicles !== undefined && extension.supportedVehicles.length > 0) {
    return extension.supportedVehicles;
  }
  const ofBays = vehicleCategoriesOf((location.parking_places ?? []).flatMap((bay) => bay.vehicle_types));
  return ofBays.length > 0 ? ofBays : ['car'];
}
