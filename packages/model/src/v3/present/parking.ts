/** Contract v3, EvseParking: an EVSE's bays taken together. OCPI links an EVSE to the bays it serves. */
import type { Site } from '../../location/index.ts';
import type { Evse, Parking } from '../../ocpi/index.ts';
import type { EnumDialect } from '../../vocabulary/index.ts';
import {
  evsePositions,
  parkingConditions,
  parkingDirections,
  spellAllIn,
  spellKnownIn,
  vehicleTypes,
} from '../../vocabulary/index.ts';
import type { EvseParking, VehicleLimitations } from '../wire/index.ts';
import { knownOrNothing, unlessEmpty } from './known.ts';
import { agreed, limitsOfBay } from './truck.ts';

type Place = Pick<Site, 'location' | 'extension'>;

/** @param withTruckData adds what the field group `truckRestrictions` guards */
export function presentParking(
  site: Place,
  evse: Evse,
  enums: EnumDialect,
  withTruckData: boolean,
): EvseParking | undefined {
  const bays = baysOf(site, evse);
  const types = bays.flatMap((bay) => bay.vehicle_types).filter((type) => type !== 'DISABLED');
  const position = agreed((evse.parking ?? []).map((link) => link.evse_position));
  const direction = agreed(bays.map(directionOf));
  return knownOrNothing({
    conditions: unlessEmpty(spellAllIn(enums, parkingConditions, conditionsOf(evse, bays))),
    evsePosition: position && spellKnownIn(enums, evsePositions, position),
    parkingDirection: direction && spellKnownIn(enums, parkingDirections, direction),
    reservationRequired: reservationRequiredAt(site, evse),
    ...(withTruckData && {
      vehicleTypes: unlessEmpty(spellAllIn(enums, vehicleTypes, types)),
      vehicleLimitations: tightest(bays),
      noClearanceHeight: site.extension.evses?.[evse.uid]?.noClearanceHeight,
    }),
  });
}

/** True where an EVSE cannot be used without one; false where each is known not to need any. */
export function presentReservationRequired(site: Place): boolean | undefined {
  const evses = site.location.evses.filter((evse) => evse.status !== 'REMOVED');
  const required = evses.map((evse) => reservationRequiredAt(site, evse));
  return required.includes(true) ? true : agreed(required);
}

/** One bay that is free to use is enough to do without. */
function reservationRequiredAt(site: Place, evse: Evse): boolean | undefined {
  const required = baysOf(site, evse).map((bay) => bay.reservation_required);
  return required.includes(false) ? false : agreed(required);
}

function baysOf({ location }: Place, evse: Evse): readonly Parking[] {
  const ids = new Set((evse.parking ?? []).map((link) => link.parking_id.toLowerCase()));
  return ids.size === 0 ? [] : (location.parking_places ?? []).filter((bay) => ids.has(bay.id.toLowerCase()));
}

/** OCPI 2.3.0 files bays for disabled people under vehicle types, older versions under restrictions. */
function conditionsOf(evse: Evse, bays: readonly Parking[]): string[] {
  const forDisabled =
    bays.length > 0 && bays.every(({ vehicle_types }) => vehicle_types.length > 0 && vehicle_types.every(isDisabled));
  return [...(evse.parking_restrictions ?? []), ...(forDisabled ? ['DISABLED'] : [])];
}

function isDisabled(vehicleType: string): boolean {
  return vehicleType === 'DISABLED';
}

/** v3 has one word for what OCPI says in two fields; driving through is what a long vehicle needs to know. */
function directionOf(bay: Parking): string | undefined {
  return bay.drive_through === true ? 'pullThrough' : bay.direction;
}

/** A vehicle within these fits every bay of the EVSE. */
function tightest(bays: readonly Parking[]): VehicleLimitations | undefined {
  const limits = bays.map(limitsOfBay);
  const least = (dimension: 'weight' | 'height' | 'width' | 'length') => {
    const given = limits.flatMap((limit) => limit[dimension] ?? []);
    return given.length === 0 ? undefined : Math.min(...given);
  };
  return knownOrNothing({
    weight: least('weight'),
    height: least('height'),
    width: least('width'),
    length: least('length'),
  });
}
