/** Power in five bands, as colours tell them apart; kW. */
export const powerBands = [
  { least: 0, colour: '#4aa3df', label: '< 22' },
  { least: 22, colour: '#3b6fd4', label: '22' },
  { least: 50, colour: '#7a4fd0', label: '50' },
  { least: 150, colour: '#c23f97', label: '150' },
  { least: 350, colour: '#e2552b', label: '350+' },
] as const;

export const unknownPowerColour = '#7f8c90';

export const statusColours = { free: '#1a9d55', taken: '#c9362b', unknown: '#8b979b' } as const;

export function powerColour(kilowatts: number | undefined): string {
  if (kilowatts === undefined) return unknownPowerColour;
  return powerBands.findLast(({ least }) => kilowatts >= least)?.colour ?? unknownPowerColour;
}
