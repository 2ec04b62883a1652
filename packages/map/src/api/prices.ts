/** What a session costs: `/v1/prices`. Only what the page reads of it. */
import { pathWith } from './ask.ts';

export interface PriceList {
  readonly items: readonly PricedPlace[];
}

export interface PricedPlace {
  readonly id: string;
  readonly connectorGroups: readonly PricedGroup[];
}

interface PricedGroup {
  readonly standard: string;
  /** kW. */
  readonly maxPower?: number;
  readonly prices: readonly (KnownPrice | { readonly unknown: { readonly code: string } })[];
}

/** One of the two is always there. */
interface Amount {
  readonly exclVat?: number;
  readonly inclVat?: number;
}

export type Dimension = 'ENERGY' | 'FLAT' | 'TIME' | 'PARKING_TIME';

export interface KnownPrice {
  readonly tariff: { readonly id: string; readonly partner: string; readonly name?: string };
  readonly currency: string;
  readonly total: Amount;
  readonly limit?: 'min_price' | 'max_price';
  readonly components: readonly {
    readonly dimension: Dimension;
    /** kWh, hours, or 1 for a session. */
    readonly billed: number;
    readonly price: Amount;
    readonly amount: Amount;
  }[];
  readonly notApplied?: readonly { readonly dimension: Dimension; readonly price: Amount }[];
}

/** What the page compares: a charge of this much, paid on the spot. */
export const COMPARED_KWH = 20;

export function pricesPath(contentIds: readonly string[]): string {
  return pathWith('/v1/prices', [
    ['id', contentIds.join(',')],
    ['energy', String(COMPARED_KWH)],
  ]);
}

/** With VAT where it is known, else without. */
export function moneyOf({ inclVat, exclVat }: Amount): number {
  return inclVat ?? exclVat ?? Number.NaN;
}
