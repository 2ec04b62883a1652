/** The plugs that this program looks for. */
export const TYPE_2 = 'IEC_62196_T2';
export const CCS_2 = 'IEC_62196_T2_COMBO';

const shortNames: Record<string, string> = {
  CHADEMO: 'CHAdeMO',
  IEC_62196_T2: 'Type 2',
  IEC_62196_T2_COMBO: 'CCS',
};

export function connectorName(standard: string): string {
  return shortNames[standard] ?? standard;
}
