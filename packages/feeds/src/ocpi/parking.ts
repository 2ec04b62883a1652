/** OCPI 2.3.0 mod_locations, Parking and EVSEParking. */
import type { Parking } from '@pantograph/model/ocpi';
import { openValue, openValues } from './enumeration.ts';
import { evsePositionValues, parkingDirectionValues, vehicleTypeValues } from './enumerations.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import { readImages } from './image.ts';
import type { JsonObject } from './json-object.ts';
import { texts } from './lists.ts';
import { boolean, label, number, text, unusable } from './values.ts';

const parkingFields = fieldSet([
  'id',
  'physical_reference',
  'vehicle_types',
  'max_vehicle_weight',
  'max_vehicle_height',
  'max_vehicle_length',
  'max_vehicle_width',
  'parking_space_length',
  'parking_space_width',
  'dangerous_goods_allowed',
  'direction',
  'drive_through',
  'restricted_to_type',
  'reservation_required',
  'time_limit',
  'roofed',
  'images',
  'lighting',
  'refrigeration_outlet',
  'standards',
  'apds_reference',
]);

/** A parking place that nothing can refer to is none. */
export function readParking(raw: JsonObject, at: string, findings: Findings): Parking | undefined {
  const object = withKnownFields(raw, parkingFields, at, findings);
  const id = text(object, 'id', at, findings);
  if (id === undefined) return unusable(raw, at, findings);
  const vehicleTypes = openValues(vehicleTypeValues, object, 'vehicle_types', at, findings);
  if (vehicleTypes === undefined) {
    findings.add('required_missing', `${at}/vehicle_types`, { field: 'vehicle_types' });
  }
  return {
    id,
    physical_reference: label(object, 'physical_reference', at, findings),
    vehicle_types: vehicleTypes ?? [],
    max_vehicle_weight: number(object, 'max_vehicle_weight', at, findings),
    max_vehicle_height: number(object, 'max_vehicle_height', at, findings),
    max_vehicle_length: number(object, 'max_vehicle_length', at, findings),
    max_vehicle_width: number(object, 'max_vehicle_width', at, findings),
    parking_space_length: number(object, 'parking_space_length', at, findings),
    parking_space_width: number(object, 'parking_space_width', at, findings),
    dangerous_goods_allowed: boolean(object, 'dangerous_goods_allowed', at, findings),
    direction: openValue(parkingDirectionValues, object, 'direction', at, findings),
    drive_through: boolean(object, 'drive_through', at, findings),
    restricted_to_type: boolean(object, 'restricted_to_type', at, findings),
    reservation_required: boolean(object, 'reservation_required', at, findings),
    time_limit: number(object, 'time_limit', at, findings),
    roofed: boolean(object, 'roofed', at, findings),
    images: readImages(object, at, findings),
    lighting: boolean(object, 'lighting', at, findings),
    refrigeration_outlet: boolean(object, 'refrigeration_outlet', at, findings),
    standards: texts(object, 'standards', at, findings),
    apds_reference: text(object, 'apds_reference', at, findings),
  };
}

const evseParkingFields = fieldSet(['parking_id', 'evse_position'], { id: 'parking_id' });

export function evseParking(raw: JsonObject, at: string, findings: Findings) {
  const object = withKnownFields(raw, evseParkingFields, at, findings);
  const parkingId = text(object, 'parking_id', at, findings);
  if (parkingId === undefined) return unusable(raw, at, findings);
  return { parking_id: parkingId, evse_position: openValue(evsePositionValues, object, 'evse_position', at, findings) };
}
