/** Contract v3, EnergyMix. Values outside the two closed enumerations and impossible figures are left out. */
import type { EnergyMix as OcpiEnergyMix } from '../../ocpi/index.ts';
import type { EnumDialect } from '../../vocabulary/index.ts';
import { energySources, environmentalImpacts, spellKnownIn } from '../../vocabulary/index.ts';
import type { EnergyMix } from '../wire/index.ts';
import { known, unlessEmpty } from './known.ts';

export function presentEnergyMix(mix: OcpiEnergyMix, enums: EnumDialect): EnergyMix {
  const sources = (mix.energy_sources ?? []).flatMap(({ source: said, percentage }) => {
    const source = spellKnownIn(enums, energySources, said);
    return source !== undefined && percentage >= 0 && percentage <= 100 ? [{ source, percentage }] : [];
  });
  const impacts = (mix.environ_impact ?? []).flatMap(({ category: said, amount }) => {
    const category = spellKnownIn(enums, environmentalImpacts, said);
    return category !== undefined && amount >= 0 ? [{ category, amount }] : [];
  });
  return known({
    isGreenEnergy: mix.is_green_energy,
    energySources: unlessEmpty(sources),
    supplier: mix.supplier_name,
    energyProduct: mix.energy_product_name,
    environmentalImpacts: unlessEmpty(impacts),
  });
}
