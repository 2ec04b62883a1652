/** Vehicles a place is fit for. Source: OCPI 2.3.0 mod_locations, VehicleType; contract v3, EvVehicleTypes, EvVehicleCategory. */
import { spellings } from './spelling.ts';

/** OCPI VehicleType, v3 EvVehicleTypes (which lists the heavy ones). */
export const vehicleTypes = spellings(
  [
    { ocpi: 'VAN', here: 'van' },
    { ocpi: 'SEMI_TRACTOR', here: 'semiTractor' },
    { ocpi: 'RIGID', here: 'rigid' },
    { ocpi: 'TRUCK_WITH_TRAILER', here: 'truckWithTrailer' },
  ],
  { ocpiOnly: ['MOTORCYCLE', 'PERSONAL_VEHICLE', 'PERSONAL_VEHICLE_WITH_TRAILER', 'BUS', 'DISABLED'] },
);

/** v3 EvVehicleCategory; OCPI has none. */
export const vehicleCategories = ['car', 'twoWheeler', 'truck'] as const;
export type VehicleCategory = (typeof vehicleCategories)[number];

// A van counts as a car: v3 files its truck access category "light" under cars since 3.5.0. v3 has no category for buses.
const categoryOf = new Map<string, VehicleCategory>([
  ['MOTORCYCLE', 'twoWheeler'],
  ['PERSONAL_VEHICLE', 'car'],
  ['PERSONAL_VEHICLE_WITH_TRAILER', 'car'],
  ['VAN', 'car'],
  ['DISABLED', 'car'],
  ['SEMI_TRACTOR', 'truck'],
  ['RIGID', 'truck'],
  ['TRUCK_WITH_TRAILER', 'truck'],
]);

/** `undefined` for buses and for types OCPI does not list. */
export function vehicleCategoryOf(vehicleType: string): VehicleCategory | undefined {
  return categoryOf.get(vehicleType);
}

/** In the published order, each once. */
export function vehicleCategoriesOf(types: Iterable<string>): VehicleCategory[] {
  const found = new Set(Array.from(types, vehicleCategoryOf));
  return vehicleCategories.filter((category) => found.has(category));
}
