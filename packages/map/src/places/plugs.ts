/** Plugs as drivers know them. Numbers are the v2 ids that discovery lists. */
export type PlugShape =
  'type1' | 'type2' | 'ccs1' | 'ccs2' | 'chademo' | 'nacs' | 'household' | 'mcs' | 'gbt' | 'other';

interface Plug {
  readonly standard: string;
  readonly id: string;
  readonly name: string;
  readonly shape: PlugShape;
}

const plugs: readonly Plug[] = [
  { standard: 'IEC_62196_T2_COMBO', id: '34', name: 'CCS2', shape: 'ccs2' },
  { standard: 'IEC_62196_T2', id: '31', name: 'Type 2', shape: 'type2' },
  { standard: 'CHADEMO', id: '29', name: 'CHAdeMO', shape: 'chademo' },
  { standard: 'SAE_J3400', id: '43', name: 'NACS', shape: 'nacs' },
  { standard: 'IEC_62196_T1_COMBO', id: '33', name: 'CCS1', shape: 'ccs1' },
  { standard: 'IEC_62196_T1', id: '30', name: 'Type 1', shape: 'type1' },
  { standard: 'DOMESTIC_F', id: '9', name: 'Schuko', shape: 'household' },
  { standard: 'MCS', id: '67', name: 'MCS', shape: 'mcs' },
  { standard: 'GBT_DC', id: '53', name: 'GB/T DC', shape: 'gbt' },
  { standard: 'GBT_AC', id: '52', name: 'GB/T AC', shape: 'gbt' },
];

/** Those that filters offer. */
export const commonPlugs = plugs.slice(0, 8);

const byStandard = new Map(plugs.map((plug) => [plug.standard, plug]));
const byId = new Map(plugs.map((plug) => [plug.id, plug]));

export function plugOfStandard(standard: string): Pick<Plug, 'name' | 'shape'> {
  const known = byStandard.get(standard.toUpperCase());
  if (known !== undefined) return known;
  const shape = standard.startsWith('DOMESTIC') || standard.startsWith('NEMA') ? 'household' : 'other';
  return { name: standard.replaceAll('_', ' '), shape };
}

export function plugOfId(id: string): Pick<Plug, 'name' | 'shape'> | undefined {
  return byId.get(id);
}
