import type { EnergyMix } from '../energy-mix.ts';
import type { Location211 } from './schemas.ts';

/** 2.1.1 names the category of an environmental impact `source`. */
export function energyMixIn211(mix: EnergyMix): NonNullable<Location211['energy_mix']> {
  return { ...mix, environ_impact: mix.environ_impact?.map(({ category, amount }) => ({ source: category, amount })) };
}
