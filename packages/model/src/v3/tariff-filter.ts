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
/** Every form of a value; an empty one reads as `adhoc`. The contract's pattern, without its runaway repetition. */
export const TARIFF_VALUE = /^(?:|all|adhoc|cpo|emsp|partner:.{36}(?:;name=.*)?|.{36}(?:,.*)?)$/;

const keywords = new Map<string, readonly TariffType[]>([
  ['', ['adhoc']],
  ['all', tariffTypes],
  ...tariffTypes.map((type) => [type, [type]] as const),
]);

/** @param values in the order of the request, each a {@link TARIFF_VALUE}. Of one partner the last value counts. */
export function parseTariffFilter(values: readonly string[]): TariffFilter {
  const types = new Set<TariffType>();
  const partners = new Map<string, PartnerFilter>();
  for (const value of values) {
    if (!TARIFF_VALUE.test(value)) throw new RangeError(`${JSON.stringify(value)} is no tariff filter`);
    const keyword = keywords.get(value);
    const partner = parsePartner(value);
    if (keyword === undefined) partners.set(partner.id, partner);
    else for (const type of keyword) types.add(type);
  }
  if (partners.size === 0 && types.size === 0) return adhocOnly;
  if ([...partners.values()].some((partner) => partner.withAdhoc)) types.add('adhoc');
  return { types, partners: new Map(Array.from(partners, ([id, { names }]) => [id, names])) };
}

interface PartnerFilter {
  readonly id: string;
  readonly names: readonly string[];
  readonly withAdhoc: boolean;
}

/** The form without "partner:" is the older one; it brings the ad hoc tariffs along. */
function parsePartner(value: string): PartnerFilter {
  const modern = /^partner:(.{36})(?:;name=(.*))?$/.exec(value);
  const [, id = '', names = ''] = modern ?? /^(.{36})(?:,(.*))?$/.exec(value) ?? [];
  return { id: id.toLowerCase(), names: names.split(',').filter((name) => name !== ''), withAdhoc: modern === null };
}

/** What a filter goes by. */
export interface FilteredTariff {
  readonly partnerId: string;
  readonly name?: string | undefined;
  /** Absent: ad hoc. */
  readonly type?: TariffType | undefined;
}

/** Those of one location that are wanted. Names that a partner has nowhere among them stand for all it has here. */
export function wantedTariffs<Key>(tariffs: ReadonlyMap<Key, FilteredTariff>, filter: TariffFilter): ReadonlySet<Key> {
  const namesOf = (tariff: FilteredTariff) => filter.partners.get(tariff.partnerId.toLowerCase());
  const isNamed = (tariff: FilteredTariff) => namesOf(tariff)?.includes(tariff.name ?? '') === true;
  const partnersWithNames = new Set([...tariffs.values()].filter(isNamed).map(({ partnerId }) => partnerId));
  const isWanted = (tariff: FilteredTariff) =>
    filter.types.has(tariff.type ?? 'adhoc') ||
    (namesOf(tariff) !== undefined && (!partnersWithNames.has(tariff.partnerId) || isNamed(tariff)));
  return new Set([...tariffs].filter(([, tariff]) => isWanted(tariff)).map(([key]) => key));
}
