/** OCPI 2.3.0 mod_locations, Connector. Volts (line to neutral for AC_3_PHASE), amperes, watts. */
import { z } from 'zod';
import { connectorFormats, powerTypes } from '../vocabulary/index.ts';
import { DateTime } from './text.ts';

export const Connector = z.object({
  id: z.string(),
  /** Open: OCPI's own spelling where the value is known, else as the feed wrote it. */
  standard: z.string(),
  /** Absent where the feed did not say; OCPI requires it, and an invented one would mislead a driver without a cable. */
  format: z.enum(connectorFormats.values).optional(),
  power_type: z.enum(powerTypes.values).optional(),
  max_voltage: z.int().min(1).optional(),
  max_amperage: z.int().min(1).optional(),
  max_electric_power: z.int().min(1).optional(),
  tariff_ids: z.array(z.string()).optional(),
  terms_and_conditions: z.string().optional(),
  capabilities: z.array(z.string()).optional(),
  last_updated: DateTime,
});
export type Connector = z.infer<typeof Connector>;
