/** Contract v3: EnergyMix. */
import { z } from 'zod';
import { component } from './component.ts';
import { EnergySourceCategory, EnvironmentalImpactCategory } from './enumerations.ts';

export const EnergyMix = component(
  'EnergyMix',
  z.object({
    isGreenEnergy: z.boolean(),
    energySources: z
      .array(z.object({ source: EnergySourceCategory, percentage: z.number().min(0).max(100) }))
      .optional(),
    supplier: z.string().optional(),
    energyProduct: z.string().optional(),
    environmentalImpacts: z
      .array(z.object({ category: EnvironmentalImpactCategory, amount: z.number().min(0).describe('g/kWh') }))
      .optional(),
  }),
);
export type EnergyMix = z.infer<typeof EnergyMix>;
