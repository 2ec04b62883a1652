/** The plugs that this program looks for, by their ids in v2. */
export const TYPE_2 = 31;
export const CCS_2 = 34;

const shortNames: Record<string, string> = {
  '29': 'CHAdeMO',
  '31': 'Type 2',
  '34': 'CCS',
};

export function connectorName(type: { id: string; name: string }): string {
  return shortNames[type.id] ?? type.name;
}
