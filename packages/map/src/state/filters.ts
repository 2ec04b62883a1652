/** What the visitor wants to see; absent and empty mean: all. */
export interface Filters {
  /** v3 connector standards; any of them. */
  readonly plugs: readonly string[];
  /** kW. */
  readonly power?: number;
  /** Partner ids; any of them. */
  readonly operators: readonly string[];
  /** Partner ids of charge cards; any of them. */
  readonly cards: readonly string[];
  readonly available: boolean;
  readonly open: boolean;
  readonly truck: boolean;
}

export const noFilters: Filters = { plugs: [], operators: [], cards: [], available: false, open: false, truck: false };

/** The search category of places for trucks. */
const TRUCKS = '700-7600-0323';

/** As parameters of `/v1/browse` and of the tiles, which take the same. */
export function filterParameters(filters: Filters): readonly (readonly [string, string])[] {
  const { plugs, power, operators, cards, available, open, truck } = filters;
  return [
    ...(plugs.length === 0 ? [] : [['evStation[connectorTypes]', plugs.join(',')] as const]),
    ...(power === undefined ? [] : [['evStation[minPower]', String(power)] as const]),
    ...(operators.length === 0 ? [] : [['evStation[operatorIds]', operators.join(',')] as const]),
    ...(cards.length === 0 ? [] : [['evStation[eMobilityServiceProviderPartnerIds]', cards.join(',')] as const]),
    ...(available ? [['evStation[available]', 'true'] as const] : []),
    ...(open ? [['evStation[openNow]', 'true'] as const] : []),
    ...(truck ? [['categories', TRUCKS] as const] : []),
  ];
}

export function countFilters({ plugs, power, operators, cards, available, open, truck }: Filters): number {
  const switches = [power !== undefined, available, open, truck].filter(Boolean).length;
  return plugs.length + operators.length + cards.length + switches;
}
