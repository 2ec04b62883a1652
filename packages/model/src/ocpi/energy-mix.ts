/** OCPI 2.3.0 mod_locations, EnergyMix. Amounts in g/kWh. */
import { z } from 'zod';

export const EnergyMix = z.object({
  is_green_energy: z.boolean(),
  energy_sources: z.array(z.object({ source: z.string(), percentage: z.number() })).optional(),
  environ_impact: z.array(z.object({ category: z.string(), amount: z.number() })).optional(),
  supplier_name: z.string().optional(),
  energy_product_name: z.string().optional(),
});
export type EnergyMix = z.infer<typeof EnergyMix>;
