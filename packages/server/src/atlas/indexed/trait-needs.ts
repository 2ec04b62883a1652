/** What a filter needs of a node's traits; 0 needs nothing. A node that lacks one of them holds no match. */
import type { SiteFilter } from '../query.ts';
import { PLACE, PROVIDERS, STANDARDS_HIGH, STANDARDS_LOW, SUPPLIERS, TRAITS, WATTS } from './box-tree.ts';
import { countryBit, currentBit, standardBit, textBits, vehicleBit, wordsOf } from './traits.ts';

export interface TraitNeeds {
  readonly standardsLow: number;
  readonly standardsHigh: number;
  readonly current: number;
  readonly watts: number;
  readonly supplierNames: number;
  readonly operatorIds: number;
  readonly providers: number;
  readonly countries: number;
  readonly vehicles: number;
}

/** Of sets that must all be met the first, since what a node lacks is worth finding out, not all that it lacks. */
export function traitNeedsOf(filter: SiteFilter): TraitNeeds {
  const { standards, current, minPowerWatts } = filter.connector ?? {};
  const { low, high } = wordsOf(Array.from(standards ?? [], standardBit));
  return {
    standardsLow: low,
    standardsHigh: high,
    current: current === undefined ? 0 : wordsOf([currentBit(current)]).high,
    watts: minPowerWatts ?? 0,
    supplierNames: textBits(Array.from(filter.supplierNames ?? [], (name) => name.toLowerCase())),
    operatorIds: textBits(filter.operatorIds?.[0] ?? []),
    providers: textBits(filter.eMobilityServiceProviders ?? []),
    countries: anyOf(filter.countries, countryBit),
    vehicles: anyOf(filter.vehicles?.any?.[0], vehicleBit),
  };
}

function anyOf(texts: ReadonlySet<string> | undefined, bitOf: (text: string) => number): number {
  let bits = 0;
  for (const text of texts ?? []) bits |= bitOf(text);
  return bits;
}

export function traitsSuffice(needs: TraitNeeds, traits: Uint32Array, node: number): boolean {
  const at = TRAITS * node;
  const high = traits[at + STANDARDS_HIGH] ?? 0;
  if ((needs.standardsLow | needs.standardsHigh) !== 0) {
    if ((((traits[at + STANDARDS_LOW] ?? 0) & needs.standardsLow) | (high & needs.standardsHigh)) === 0) return false;
  }
  const suppliers = traits[at + SUPPLIERS] ?? 0;
  const place = traits[at + PLACE] ?? 0;
  return (
    has(high, needs.current) &&
    (traits[at + WATTS] ?? 0) >= needs.watts &&
    has(traits[at + PROVIDERS] ?? 0, needs.providers) &&
    has(suppliers, needs.supplierNames) &&
    has(suppliers, needs.operatorIds) &&
    has(place, needs.countries) &&
    has(place, needs.vehicles)
  );
}

function has(bits: number, needed: number): boolean {
  return needed === 0 || (bits & needed) !== 0;
}
