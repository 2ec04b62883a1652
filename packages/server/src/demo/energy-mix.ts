/** Where a demo operator says its energy comes from. */
import type { EnergyMix } from '@pantograph/model/ocpi';
import type { Operator } from './company.ts';
import type { Country } from './country.ts';

interface GridMix {
  readonly sources: readonly (readonly [source: string, percentage: number])[];
  /** Grams per kWh. */
  readonly carbonDioxide: number;
  readonly nuclearWaste: number;
}

const nuclear: GridMix = {
  sources: [
    ['NUCLEAR', 64],
    ['WATER', 12],
    ['WIND', 12],
    ['SOLAR', 5],
    ['GAS', 7],
  ],
  carbonDioxide: 45,
  nuclearWaste: 0.0018,
};
const hydro: GridMix = {
  sources: [
    ['WATER', 62],
    ['WIND', 20],
    ['NUCLEAR', 14],
    ['GENERAL_FOSSIL', 4],
  ],
  carbonDioxide: 25,
  nuclearWaste: 0.0004,
};
const mixed: GridMix = {
  sources: [
    ['WIND', 30],
    ['SOLAR', 15],
    ['GAS', 24],
    ['COAL', 22],
    ['WATER', 9],
  ],
  carbonDioxide: 340,
  nuclearWaste: 0,
};

const grids: Readonly<Record<string, GridMix>> = {
  FR: nuclear,
  BE: nuclear,
  SK: nuclear,
  NO: hydro,
  SE: hydro,
  IS: hydro,
  CH: hydro,
  AT: hydro,
  FI: hydro,
};

export function energyMixOf(operator: Operator, country: Country): EnergyMix {
  const supplier_name = `${operator.name} Energy`;
  if (operator.green === true) {
    return {
      is_green_energy: true,
      energy_sources: [
        { source: 'WIND', percentage: 70 },
        { source: 'SOLAR', percentage: 30 },
      ],
      supplier_name,
    };
  }
  const grid = grids[country.code] ?? mixed;
  return {
    is_green_energy: false,
    energy_sources: grid.sources.map(([source, percentage]) => ({ source, percentage })),
    environ_impact: [
      { category: 'CARBON_DIOXIDE', amount: grid.carbonDioxide },
      { category: 'NUCLEAR_WASTE', amount: grid.nuclearWaste },
    ],
    supplier_name,
  };
}
