/** Contract v3: ChargingLocation, ChargingLocations. */
import { z } from 'zod';
import { component, unique } from './component.ts';
import { ConnectorGroup } from './connector-group.ts';
import { EnergyMix } from './energy-mix.ts';
import { EvAccessRestrictionReason, EvFacilityType, EvParkingType, EvVehicleCategory } from './enumerations.ts';
import { Evse } from './evse.ts';
import { Prediction } from './forecast.ts';
import { OpeningHoursType } from './opening-hours.ts';
import { Address, BusinessDetails, Location, NearbyPlace } from './place.ts';
import { Tariff } from './tariff.ts';
import { TruckRestrictions, VehicleLimitations } from './truck.ts';

export const ChargingLocation = component(
  'ChargingLocation',
  z.object({
    id: z
      .string()
      .regex(/^([^:]+:)+[^:]+$/)
      .describe('`here:evcp:charginglocation:<contentId>`, unless the server is set up with another prefix.'),
    location: Location,
    supportedVehicles: unique(EvVehicleCategory).optional(),
    name: z.string().optional(),
    accessPoints: unique(Location).describe('Points on the road network.').optional(),
    address: Address.optional(),
    parkingType: EvParkingType.optional(),
    operator: BusinessDetails.optional(),
    suboperator: BusinessDetails.optional(),
    facilityTypes: unique(EvFacilityType).optional(),
    timeZone: z.string().describe('IANA name.').optional(),
    openingHours: OpeningHoursType.optional(),
    cpoLocationId: z.string().optional(),
    energyMix: EnergyMix.optional(),
    connectorGroups: unique(ConnectorGroup).optional(),
    restrictions: unique(EvAccessRestrictionReason).describe('Alternatives: any one lets in.').optional(),
    eMobilityServiceProviders: unique(BusinessDetails).optional(),
    supportPhoneNumber: z
      .string()
      .regex(/^\+[1-9]\d{1,14}$/)
      .describe('E.164')
      .optional(),
    truckRestrictions: TruckRestrictions.optional(),
    isPullThrough: z.boolean().optional(),
    vehicleLimitations: VehicleLimitations.optional(),
    reservationRequired: z.boolean().describe('Some EVSEs need a reservation.').optional(),
    evses: unique(Evse).optional(),
    predictions: unique(Prediction).optional(),
    tariffs: z.array(Tariff).optional(),
    nearbyPlaces: unique(NearbyPlace).optional(),
    hasMoreNearbyPlaces: z.boolean().optional(),
  }),
  'What is not known is absent.',
);
export type ChargingLocation = z.infer<typeof ChargingLocation>;

export const ChargingLocations = component(
  'ChargingLocations',
  z.object({
    items: z.array(ChargingLocation).max(100).optional(),
    missingItems: z.array(z.string()).max(100).describe('Ids as they were asked for.').optional(),
  }),
);
export type ChargingLocations = z.infer<typeof ChargingLocations>;
