/** Contract v3: what trucks need to know of a location. OCPI 2.3.0 says it of each parking bay. Lengths in cm, weight in kg. */
import type { Site } from '../../location/index.ts';
import type { Parking } from '../../ocpi/index.ts';
import { truckAccessCategories, vehicleCategoryOf } from '../../vocabulary/index.ts';
import type { TruckRestrictions, VehicleLimitations } from '../wire/truck.ts';
import { knownOrNothing, unlessEmpty } from './known.ts';

type Place = Pick<Site, 'location' | 'extension'>;

/** Hazardous goods are restricted where no truck bay allows them; all else only the feed can say. */
export function presentTruckRestrictions({ location, extension }: Place): TruckRestrictions | undefined {
  const { truckAccess = [], amenities = [], ...booleans } = extension.truckRestrictions ?? {};
  const bays = (location.parking_places ?? []).filter((bay) =>
    bay.vehicle_types.some((type) => vehicleCategoryOf(type) === 'truck'),
  );
  const allowed = agreed(bays.map((bay) => bay.dangerous_goods_allowed));
  return knownOrNothing({
    ...booleans,
    hazardousGoodsRestricted: booleans.hazardousGoodsRestricted ?? (allowed === undefined ? undefined : !allowed),
    truckAccess: unlessEmpty(truckAccessCategories.filter((category) => truckAccess.includes(category))),
    amenities: unlessEmpty([...new Set(amenities)]),
  });
}

/** The feed's; else each limit that all bays share. Limits of different bays make no vehicle that fits. */
export function presentVehicleLimitations({ location, extension }: Place): VehicleLimitations | undefined {
  if (extension.vehicleLimitations !== undefined) return knownOrNothing({ ...extension.vehicleLimitations });
  const bays = (location.parking_places ?? []).map(limitsOfBay);
  return knownOrNothing({
    weight: agreed(bays.map((bay) => bay.weight)),
    height: agreed(bays.map((bay) => bay.height)),
    width: agreed(bays.map((bay) => bay.width)),
    length: agreed(bays.map((bay) => bay.length)),
  });
}

/** True where one bay or more can be left without reversing; false where none can. */
export function presentPullThrough({ location, extension }: Place): boolean | undefined {
  if (extension.isPullThrough !== undefined) return extension.isPullThrough;
  const bays = location.parking_places ?? [];
  if (bays.some((bay) => bay.drive_through === true)) return true;
  return agreed(bays.map((bay) => bay.drive_through));
}

export function limitsOfBay(bay: Parking): VehicleLimitations {
  return {
    weight: bay.max_vehicle_weight,
    height: bay.max_vehicle_height,
    width: bay.max_vehicle_width,
    length: bay.max_vehicle_length,
  };
}

/** The value that all have; `undefined` where one has another or none. */
export function agreed<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first, ...others] = values;
  return others.every((other) => other === first) ? first : undefined;
}
