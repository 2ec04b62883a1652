/** Who may come in, and what trucks find. Enumerations of v3 alone: OCPI has none of them. Source: contract v3, enumerations. */

/** v3 EvAccessRestrictionReason. */
export const accessRestrictions = ['customersOnly', 'brandOnly', 'carSharingOnly', 'taxisOnly', 'other'] as const;
export type AccessRestriction = (typeof accessRestrictions)[number];

// "other" stands for closed groups that v3 has no word for.
const restrictionOf = new Map<string, AccessRestriction>([
  ['CUSTOMERS', 'customersOnly'],
  ['TAXIS', 'taxisOnly'],
  ['EMPLOYEES', 'other'],
  ['TENANTS', 'other'],
]);

/** What an OCPI parking restriction means for access, where it keeps people out. */
export function accessRestrictionOf(parkingRestriction: string): AccessRestriction | undefined {
  return restrictionOf.get(parkingRestriction);
}

/** v3 EvTruckAccessCategory; closed. */
export const truckAccessCategories = ['light', 'medium', 'heavy'] as const;

/** v3 EvTruckAmenity. */
export const truckAmenities = [
  'truckParking',
  'truckWash',
  'truckRepair',
  'truckDealership',
  'secureTruckParking',
  'foodDelivery',
  'toilet',
  'washingMachine',
  'shower',
  'eateryRestaurant',
  'vendingMachine',
  'driverLounge',
  'outdoorGym',
  'powerSupply',
  'atm',
  'accessControlledArea',
  'licensePlateRecognition',
  'perimeterFence',
  'pedestrianTurnstiles',
  'cameraSurveillance',
  'guard',
  'floodLighting',
  'entryGate',
  'exitGate',
] as const;
