/**
 * What v3 knows of a location and OCPI has no field for. Feeds carry it in the custom property `pantograph`
 * of a Location or Tariff, which OCPI 2.3.0 obliges every receiver to tolerate. Published v3 spelling throughout.
 */
import { z } from 'zod';

export const Position = z.object({ lat: z.number(), lng: z.number() });
export type Position = z.infer<typeof Position>;

/** An eMSP (charge card) that is accepted here. `partnerId` is derived from the name where the feed gives none. */
export const EMobilityServiceProvider = z.object({
  name: z.string(),
  partnerId: z.string(),
  eMobilityIds: z.array(z.string()).optional(),
});
export type EMobilityServiceProvider = z.infer<typeof EMobilityServiceProvider>;

/** Lengths in cm, weight in kg, as v3 has them; `permittedTrailers` 0 = forbidden. */
export const VehicleLimitations = z.object({
  weight: z.number().optional(),
  height: z.number().optional(),
  width: z.number().optional(),
  length: z.number().optional(),
  permittedTrailers: z.number().optional(),
});

export const TruckRestrictions = z.object({
  truckAccess: z.array(z.string()).optional(),
  hazardousGoodsRestricted: z.boolean().optional(),
  noClearanceHeight: z.boolean().optional(),
  trailerParking: z.boolean().optional(),
  overnightParking: z.boolean().optional(),
  amenities: z.array(z.string()).optional(),
});

export const EvseExtension = z.object({
  /** v3 EvsePaymentSupport beyond what OCPI capabilities say. */
  paymentSupports: z.array(z.string()).optional(),
  noClearanceHeight: z.boolean().optional(),
});
export interface EvseExtension extends z.infer<typeof EvseExtension> {
  /**
   * When anything of it changed last, where that is after its status was told. Of our own making: it is neither read
   * from feeds nor passed on, since OCPI's `last_updated` of the EVSE says it.
   */
  readonly changedAt?: string;
}

export const LocationExtension = z.object({
  supportedVehicles: z.array(z.string()).optional(),
  restrictions: z.array(z.string()).optional(),
  eMobilityServiceProviders: z.array(EMobilityServiceProvider).optional(),
  accessPoints: z.array(Position).optional(),
  truckRestrictions: TruckRestrictions.optional(),
  vehicleLimitations: VehicleLimitations.optional(),
  isPullThrough: z.boolean().optional(),
  facilityTypes: z.array(z.string()).optional(),
  operatorPartnerId: z.string().optional(),
  suboperatorPartnerId: z.string().optional(),
  /** By EVSE uid. */
  evses: z.record(z.string(), EvseExtension).optional(),
});
export interface LocationExtension extends Omit<z.infer<typeof LocationExtension>, 'evses'> {
  readonly evses?: Readonly<Record<string, EvseExtension>> | undefined;
}

/** A tariff of an eMSP names it here; without it a tariff is the operator's. */
export const TariffExtension = z.object({
  name: z.string().optional(),
  eMobilityServiceProvider: EMobilityServiceProvider.optional(),
});
export type TariffExtension = z.infer<typeof TariffExtension>;
