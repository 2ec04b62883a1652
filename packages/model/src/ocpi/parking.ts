/** OCPI 2.3.0 mod_locations, Parking and EVSEParking. Weight in kg, lengths in cm, `time_limit` in minutes. */
import { z } from 'zod';
import { Image } from './business-details.ts';

export const Parking = z.object({
  id: z.string(),
  physical_reference: z.string().optional(),
  vehicle_types: z.array(z.string()),
  max_vehicle_weight: z.number().optional(),
  max_vehicle_height: z.number().optional(),
  max_vehicle_length: z.number().optional(),
  max_vehicle_width: z.number().optional(),
  parking_space_length: z.number().optional(),
  parking_space_width: z.number().optional(),
  dangerous_goods_allowed: z.boolean().optional(),
  direction: z.string().optional(),
  drive_through: z.boolean().optional(),
  restricted_to_type: z.boolean().optional(),
  reservation_required: z.boolean().optional(),
  time_limit: z.number().optional(),
  roofed: z.boolean().optional(),
  images: z.array(Image).optional(),
  lighting: z.boolean().optional(),
  refrigeration_outlet: z.boolean().optional(),
  standards: z.array(z.string()).optional(),
  apds_reference: z.string().optional(),
});
export type Parking = z.infer<typeof Parking>;

export const EvseParking = z.object({
  parking_id: z.string(),
  evse_position: z.string().optional(),
});
