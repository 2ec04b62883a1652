/** What a charging point can deliver, and through which plugs. Volts line to neutral, amperes, watts. */
import type { Connector } from '@pantograph/model/ocpi';

export type StationModel =
  | 'ac7'
  | 'ac11'
  | 'ac22'
  | 'ac22cable'
  | 'acWithSocket'
  | 'dc50'
  | 'dc150'
  | 'hpc300'
  | 'hpc400'
  | 'mcs'
  | 'household'
  | 'scooter';

/** Decides the price. */
export type PriceClass = 'ac' | 'dc' | 'hpc' | 'light';

type PlugField = 'standard' | 'format' | 'power_type' | 'max_voltage' | 'max_amperage' | 'max_electric_power';
type Plug = { readonly [Field in PlugField]: NonNullable<Connector[Field]> };

/** Stands for what a household socket is in the country. */
const DOMESTIC = 'DOMESTIC';

interface Model {
  readonly price: PriceClass;
  /** All plugs of one charging point; one car at a time. */
  readonly plugs: readonly Plug[];
}

const ccs = (max_electric_power: number, max_amperage: number): Plug => ({
  standard: 'IEC_62196_T2_COMBO',
  format: 'CABLE',
  power_type: 'DC',
  max_voltage: 920,
  max_amperage,
  max_electric_power,
});
const chademo: Plug = {
  standard: 'CHADEMO',
  format: 'CABLE',
  power_type: 'DC',
  max_voltage: 500,
  max_amperage: 125,
  max_electric_power: 50_000,
};
const type2 = (max_electric_power: number, max_amperage: number, format: Plug['format'] = 'SOCKET'): Plug => ({
  standard: 'IEC_62196_T2',
  format,
  power_type: 'AC_3_PHASE',
  max_voltage: 230,
  max_amperage,
  max_electric_power,
});
const onePhase = (standard: string, max_electric_power: number, max_amperage: number): Plug => ({
  standard,
  format: 'SOCKET',
  power_type: 'AC_1_PHASE',
  max_voltage: 230,
  max_amperage,
  max_electric_power,
});

export const stationModels: Readonly<Record<StationModel, Model>> = {
  ac7: { price: 'ac', plugs: [onePhase('IEC_62196_T2', 7_400, 32)] },
  ac11: { price: 'ac', plugs: [type2(11_000, 16)] },
  ac22: { price: 'ac', plugs: [type2(22_000, 32)] },
  ac22cable: { price: 'ac', plugs: [type2(22_000, 32, 'CABLE')] },
  acWithSocket: { price: 'ac', plugs: [type2(11_000, 16), onePhase(DOMESTIC, 2_300, 10)] },
  dc50: { price: 'dc', plugs: [ccs(50_000, 125), chademo, type2(43_000, 63, 'CABLE')] },
  dc150: { price: 'dc', plugs: [ccs(150_000, 375), chademo] },
  hpc300: { price: 'hpc', plugs: [ccs(300_000, 500)] },
  hpc400: { price: 'hpc', plugs: [ccs(400_000, 600)] },
  mcs: {
    price: 'hpc',
    plugs: [
      ccs(400_000, 600),
      {
        standard: 'MCS',
        format: 'CABLE',
        power_type: 'DC',
        max_voltage: 1_250,
        max_amperage: 800,
        max_electric_power: 1_000_000,
      },
    ],
  },
  household: { price: 'light', plugs: [onePhase(DOMESTIC, 2_300, 10)] },
  scooter: { price: 'light', plugs: [onePhase('IEC_62196_T3A', 3_700, 16)] },
};

/** @param socket what a household socket is here */
export function standardOf(plug: Plug, socket: string): string {
  return plug.standard === DOMESTIC ? socket : plug.standard;
}
