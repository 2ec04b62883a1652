/** Contract v3, MetadataByCountry. */
import { connectorTypeOfStandard } from '../../vocabulary/index.ts';
import type { CountryIndex, IndexedCountry, IndexedPartner } from '../country-index.ts';
import type { ConnectorTypeMetadata, CountryMetadata, MetadataByCountry, MetadataDetails } from '../wire/index.ts';
import { known, unlessEmpty } from './known.ts';

export const metadataFields = ['eMobilityServiceProviders', 'operators', 'tariffs', 'connectorTypes'] as const;
export type MetadataField = (typeof metadataFields)[number];

export interface CountryMetadataOptions {
  /** Alpha-3 in any case; absent: all there are. */
  readonly countryCodes?: readonly string[] | undefined;
  /** `tariffs` adds names to the companies, and nothing by itself. */
  readonly fields?: ReadonlySet<MetadataField> | undefined;
}

/** Published limit of each list. */
const MAX_PARTNERS = 500;

export function presentCountryMetadata(index: CountryIndex, options: CountryMetadataOptions = {}): MetadataByCountry {
  const asked = options.countryCodes && [...new Set(options.countryCodes.map((code) => code.toUpperCase()))];
  const codes = (asked ?? [...index.countries.keys()]).toSorted();
  return known({
    countries: codes.flatMap((countryCode) => {
      const country = index.countries.get(countryCode);
      return country === undefined ? [] : [presentCountry(countryCode, country, options.fields ?? new Set())];
    }),
    missingCountries: asked && unlessEmpty(codes.filter((code) => !index.countries.has(code))),
  });
}

function presentCountry(
  countryCode: string,
  { operators, providers, connectorTypes }: IndexedCountry,
  fields: ReadonlySet<MetadataField>,
): CountryMetadata {
  const withTariffs = fields.has('tariffs');
  return known({
    countryCode,
    eMobilityServiceProviders: fields.has('eMobilityServiceProviders')
      ? unlessEmpty(presentPartners(providers, withTariffs))
      : undefined,
    operators: fields.has('operators') ? unlessEmpty(presentPartners(operators, withTariffs)) : undefined,
    connectorTypes: fields.has('connectorTypes')
      ? unlessEmpty(
          Array.from(connectorTypes, ([standard, power]) => presentConnectorType(standard, power)).toSorted(
            (one, other) => compare(one.standard, other.standard),
          ),
        )
      : undefined,
  });
}

/** By name; where there are more than the limit, those with the most locations. */
function presentPartners(partners: ReadonlyMap<string, IndexedPartner>, withTariffs: boolean): MetadataDetails[] {
  return [...partners.values()]
    .toSorted((one, other) => other.locations - one.locations || compare(one.partnerId, other.partnerId))
    .slice(0, MAX_PARTNERS)
    .toSorted((one, other) => compare(one.name, other.name) || compare(one.partnerId, other.partnerId))
    .map(({ name, partnerId, tariffs, eMobilityIds }) =>
      known({
        name,
        partnerId,
        tariffs: withTariffs ? unlessEmpty([...tariffs].toSorted().map((tariff) => ({ name: tariff }))) : undefined,
        eMobilityIds: unlessEmpty([...eMobilityIds].toSorted()),
      }),
    );
}

/** A standard that the guide does not list goes by its own name and has no id in v2. */
function presentConnectorType(standard: string, maxPower: number | undefined): ConnectorTypeMetadata {
  const row = connectorTypeOfStandard(standard);
  return known({ standard, commonName: row?.commonName || standard, maxPower, legacyId: row?.id });
}

/** By code unit: the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
