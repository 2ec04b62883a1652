/** Contract v3: TruckRestrictions, VehicleLimitations. */
import { z } from 'zod';
import { component } from './component.ts';
import { EvTruckAccessCategory, EvTruckAmenity } from './enumerations.ts';

export const TruckRestrictions = component(
  'TruckRestrictions',
  z.object({
    truckAccess: z.array(EvTruckAccessCategory).min(1).max(3).optional(),
    hazardousGoodsRestricted: z.boolean().optional(),
    noClearanceHeight: z.boolean().optional(),
    trailerParking: z.boolean().optional(),
    overnightParking: z.boolean().optional(),
    amenities: z.array(EvTruckAmenity).optional(),
  }),
  'An absent boolean is unknown.',
);
export type TruckRestrictions = z.infer<typeof TruckRestrictions>;

export const VehicleLimitations = component(
  'VehicleLimitations',
  z.object({
    weight: z.number().describe('kg').optional(),
    height: z.number().describe('cm').optional(),
    width: z.number().describe('cm').optional(),
    length: z.number().describe('cm').optional(),
    permittedTrailers: z.number().describe('0: trailers are forbidden.').optional(),
  }),
);
export type VehicleLimitations = z.infer<typeof VehicleLimitations>;
