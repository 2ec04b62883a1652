/** Contract v3, enumerations. Both dialects' spellings; which one an answer uses is chosen per request. */
import { z } from 'zod';
import {
  accessRestrictions,
  connectorFormats,
  daysOfWeek,
  energySources,
  environmentalImpacts,
  evseCapabilities,
  evsePositions,
  facilities,
  parkingConditions,
  parkingDirections,
  parkingTypes,
  paymentSupports,
  powerTypes,
  statuses,
  tariffDimensions,
  tariffTypes,
  truckAccessCategories,
  truckAmenities,
  v3Standards,
  vehicleCategories,
  vehicleTypes,
} from '../../vocabulary/index.ts';
import { closed, component, open, openPublished } from './component.ts';

export const EvseStatus = component(
  'EvseStatus',
  closed({ values: statuses.map((row) => row.status), published: statuses.flatMap((row) => row.here ?? []) }),
);
export const ConnectorFormat = component('ConnectorFormat', closed(connectorFormats));
export const PowerType = component('PowerType', closed(powerTypes));
export const ConnectorType = component('ConnectorType', openPublished(v3Standards));
export const EvseCapability = component('EvseCapability', open(evseCapabilities));
export const EvsePaymentSupport = component(
  'EvsePaymentSupport',
  openPublished(paymentSupports.map((row) => row.support)),
);
export const EvParkingType = component('EvParkingType', open(parkingTypes));
export const EvVehicleCategory = component('EvVehicleCategory', openPublished(vehicleCategories));
export const EvVehicleTypes = component('EvVehicleTypes', open(vehicleTypes));
export const EvseParkingConditions = component('EvseParkingConditions', open(parkingConditions));
export const EvsePosition = component('EvsePosition', closed(evsePositions));
export const EvseParkingDirection = component('EvseParkingDirection', closed(parkingDirections));
export const EvAccessRestrictionReason = component('EvAccessRestrictionReason', openPublished(accessRestrictions));
export const EvTruckAccessCategory = component('EvTruckAccessCategory', z.enum(truckAccessCategories));
export const EvTruckAmenity = component('EvTruckAmenity', openPublished(truckAmenities));
export const EvFacilityType = component('EvFacilityType', open(facilities));
export const EnergySourceCategory = component('EnergySourceCategory', closed(energySources));
export const EnvironmentalImpactCategory = component('EnvironmentalImpactCategory', closed(environmentalImpacts));
export const DayOfWeek = component('DayOfWeek', closed(daysOfWeek));
export const TariffType = component('TariffType', z.enum(tariffTypes));
export const PriceDimension = component('PriceDimension', closed(tariffDimensions));
