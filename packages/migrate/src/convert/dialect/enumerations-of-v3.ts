/** Where v3 has values that its dialects spell differently, and by which table. */
import type { Spellings } from '@pantograph/model/vocabulary';
import {
  connectorFormats,
  daysOfWeek,
  energySources,
  environmentalImpacts,
  evseCapabilities,
  evsePositions,
  facilities,
  parkingConditions,
  parkingDirections,
  parkingTypes,
  powerTypes,
  tariffDimensions,
  vehicleTypes,
} from '@pantograph/model/vocabulary';

/** Lists are passed through: what stands for an item stands for each. Statuses have a table of another shape. */
export type Plan = Spellings | 'status' | { readonly [field: string]: Plan };

export function isTable(plan: Plan): plan is Spellings {
  return typeof plan === 'object' && 'ocpiOf' in plan;
}

export const enumerationsOfV3: Plan = {
  parkingType: parkingTypes,
  facilityTypes: facilities,
  openingHours: { regularSchedule: { days: daysOfWeek } },
  energyMix: {
    energySources: { source: energySources },
    environmentalImpacts: { category: environmentalImpacts },
  },
  evses: {
    status: 'status',
    capabilities: evseCapabilities,
    connectors: { format: connectorFormats, powerType: powerTypes },
    parking: {
      conditions: parkingConditions,
      vehicleTypes,
      evsePosition: evsePositions,
      parkingDirection: parkingDirections,
    },
  },
  tariffs: { elements: { components: { dimension: tariffDimensions }, condition: { days: daysOfWeek } } },
};
