/** Whether an EVSE admits a vehicle of a size: `SiteFilter.vehicle`. Limits in cm and kg. */
import type { Site } from '@pantograph/model/location';
import type { Evse } from '@pantograph/model/ocpi';
import type { VehicleNeeds } from './query.ts';

/** The lowest limits that are stated for an EVSE's bay and its location; absent is unknown. */
export interface VehicleLimits {
  readonly height: number | undefined;
  readonly length: number | undefined;
  readonly width: number | undefined;
  readonly weight: number | undefined;
}

/** Above every need, and a number that JSON can say. */
const NO_LIMIT = Number.MAX_VALUE;

/** Whether one of an EVSE's bays admits the vehicle in every dimension asked for. */
export function fitsVehicle(bays: readonly VehicleLimits[], needs: VehicleNeeds): boolean {
  return bays.some((limits) => fits(limits, needs));
}

type Described = Pick<Site, 'location' | 'extension'>;

/** One per bay of the EVSE; one for the location where the EVSE names no bay. */
export function vehicleLimitsOf({ location, extension }: Described, evse: Evse): readonly VehicleLimits[] {
  const whole = extension.vehicleLimitations;
  const free =
    extension.truckRestrictions?.noClearanceHeight === true || extension.evses?.[evse.uid]?.noClearanceHeight === true;
  const ofLocation = {
    height: whole?.height ?? (free ? NO_LIMIT : undefined),
    length: whole?.length,
    width: whole?.width,
    weight: whole?.weight,
  };
  const ids = new Set(evse.parking?.map((parking) => parking.parking_id));
  const bays = (location.parking_places ?? []).filter((bay) => ids.has(bay.id));
  if (bays.length === 0) return [ofLocation];
  return bays.map((bay) => ({
    height: lowest(ofLocation.height, bay.max_vehicle_height),
    length: lowest(ofLocation.length, bay.max_vehicle_length),
    width: lowest(ofLocation.width, bay.max_vehicle_width),
    weight: lowest(ofLocation.weight, bay.max_vehicle_weight),
  }));
}

function lowest(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined) return other;
  return other === undefined ? one : Math.min(one, other);
}

function fits(limits: VehicleLimits, needs: VehicleNeeds): boolean {
  const unknownFits = needs.unknownFits === true;
  const within = (need: number | undefined, limit: number | undefined) =>
    need === undefined || (limit === undefined ? unknownFits : need <= limit);
  return (
    within(needs.heightCm, limits.height) &&
    within(needs.lengthCm, limits.length) &&
    within(needs.widthCm, limits.width) &&
    within(needs.weightKg, limits.weight)
  );
}
