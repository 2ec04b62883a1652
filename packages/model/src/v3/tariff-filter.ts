/** The `tariff` parameter of v3 location requests. Source: contract v3, `tariff` values. */
import type { TariffType } from '../vocabulary/index.ts';
import { tariffTypes } from '../vocabulary/index.ts';

/** Which tariffs are wanted: all of some types, and all or the named ones of some partners. */
export interface TariffFilter {
  readonly types: ReadonlySet<TariffType>;
  /** By partner id in lower case; an empty list of names is all. */
  readonly partners: ReadonlyMap<string, readonly string[]>;
}

export const adhocOnly: TariffFilter = { types: new Set(['adhoc']), partners: new Map() };

export const MAX_TARIFF_VALUES = 50;
export const MAX_TARIFF_VALUE_LENGTH = 256;

const keywords = new Map<string, readonly TariffType[]>([
  ['all', tariffTypes],
  ...tariffTypes.map((type) => [type, [type]] as const),
]);
const PARTNER = /^partner:(.{36})(?:;name=(.*))?$/su;
const LEGACY = /^(.{36})(?:,(.*))?$/su;

/** The values in the order of the request, or the place of the first that is none. Of one partner the last value counts. */
export function parseTariffFilter(values: readonly string[]): TariffFilter | { readonly invalid: number } {
  const types = new Set<TariffType>();
  const partners = new Map<string, { readonly names: readonly string[]; readonly withAdhoc: boolean }>();
  for (const [index, value] of values.entries()) {
    const keyword = value === '' ? (['adhoc'] as const) : keywords.get(value);
    const partner = keyword === undefined ? parsePartner(value) : undefined;
    if (keyword !== undefined) for (const type of keyword) types.add(type);
    else if (partner === undefined) return { invalid: index };
    else partners.set(partner.id, partner);
  }
  if (partners.size === 0 && types.size === 0) return adhocOnly;
  if ([...partners.values()].some((partner) => partner.withAdhoc)) types.add('adhoc');
  return { types, partners: new Map(Array.from(partners, ([id, { names }]) => [id, names])) };
}

function parsePartner(value: string): { id: string; names: readonly string[]; withAdhoc: boolean } | undefined {
  if (value.length > MAX_TARIFF_VALUE_LENGTH) return undefined;
  const modern = PARTNER.exec(value);
  // The form without "partner:" is the older one; it brings the ad hoc tariffs along.
  const [, id, names] = modern ?? LEGACY.exec(value) ?? [];
  if (id === undefined) return undefined;
  return {
    id: id.toLowerCase(),
    names: (names ?? '').split(',').filter((name) => name !== ''),
    withAdhoc: modern === null,
  };
}
