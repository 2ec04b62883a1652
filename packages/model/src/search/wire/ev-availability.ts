/** `extended.evAvailability`: every EVSE and its state. Source: contract search, evAvailability. Power in kW. */
import { z } from 'zod';
import { statuses } from '../../vocabulary/index.ts';

const AvailabilityConnector = z.object({
  id: z.string(),
  cpoId: z.string(),
  /** The id of v2, as text. */
  typeId: z.string(),
  maxPowerLevel: z.number().optional(),
});
export type AvailabilityConnector = z.infer<typeof AvailabilityConnector>;

export const AvailabilityEvse = z.object({
  id: z.string(),
  cpoId: z.string(),
  cpoEvseEMI3Id: z.string().optional(),
  state: z.enum(statuses.map((row) => row.state)),
  last_updated: z.string(),
  /** Absent where nobody told them. */
  connectors: z.array(AvailabilityConnector).optional(),
});
export type AvailabilityEvse = z.infer<typeof AvailabilityEvse>;

export const EvAvailability = z.object({
  /** One at present: the whole location. */
  stations: z.array(z.object({ id: z.string(), cpoId: z.string(), evses: z.array(AvailabilityEvse).optional() })),
});
export type EvAvailability = z.infer<typeof EvAvailability>;
