/** OCPI 2.3.0 mod_locations, EVSE. */
import { z } from 'zod';
import { statuses } from '../vocabulary/index.ts';
import { Image } from './business-details.ts';
import { Connector } from './connector.ts';
import { GeoLocation } from './geo-location.ts';
import { EvseParking } from './parking.ts';
import { DateTime, DisplayText } from './text.ts';

/** The guide's OPERATIONAL counts as a status here; OCPI surfaces emit it as UNKNOWN. */
const EvseStatusValue = z.enum(statuses.map((row) => row.status));

export const StatusSchedule = z.object({
  period_begin: DateTime,
  period_end: DateTime.optional(),
  status: EvseStatusValue,
});

export const Evse = z.object({
  uid: z.string(),
  evse_id: z.string().optional(),
  status: EvseStatusValue,
  status_schedule: z.array(StatusSchedule).optional(),
  capabilities: z.array(z.string()).optional(),
  connectors: z.array(Connector),
  floor_level: z.string().optional(),
  coordinates: GeoLocation.optional(),
  physical_reference: z.string().optional(),
  directions: z.array(DisplayText).optional(),
  parking_restrictions: z.array(z.string()).optional(),
  parking: z.array(EvseParking).optional(),
  images: z.array(Image).optional(),
  accepted_service_providers: z.array(z.string()).optional(),
  last_updated: DateTime,
});
export type Evse = z.infer<typeof Evse>;
