/** What there is in each country: companies, tariff names and connector types, gathered over all locations. */
import type { Site, SourceInfo } from '../location/index.ts';
import { v3StandardOf } from '../vocabulary/index.ts';
import { presentOperator, presentProviders, presentSuboperator } from './present/business-details.ts';
import { tariffHeading } from './present/tariff.ts';

export interface IndexedPartner {
  /** Where places spell it differently, the first by code unit: the same whatever their order. */
  name: string;
  readonly partnerId: string;
  /** How many locations it has or serves. */
  locations: number;
  readonly tariffs: Set<string>;
  /** Of eMSPs only. */
  readonly eMobilityIds: Set<string>;
}

export interface IndexedCountry {
  readonly operators: Map<string, IndexedPartner>;
  readonly providers: Map<string, IndexedPartner>;
  /** Highest power in watts by v3 standard; `undefined` where none is known. */
  readonly connectorTypes: Map<string, number | undefined>;
}

/** By ISO 3166-1 alpha-3. */
export interface CountryIndex {
  readonly countries: Map<string, IndexedCountry>;
  readonly sources: Set<SourceInfo>;
}

export function emptyCountryIndex(): CountryIndex {
  return { countries: new Map(), sources: new Set() };
}

/** Adds one location. A location whose country is not known is in none. */
export function addToCountryIndex(index: CountryIndex, site: Site): void {
  const code = site.location.country.toUpperCase();
  if (code === '') return;
  index.sources.add(site.source);
  const country = index.countries.get(code) ?? {
    operators: new Map<string, IndexedPartner>(),
    providers: new Map<string, IndexedPartner>(),
    connectorTypes: new Map<string, number | undefined>(),
  };
  index.countries.set(code, country);
  for (const operator of [presentOperator(site), presentSuboperator(site)]) {
    if (operator !== undefined) count(country.operators, operator);
  }
  for (const provider of presentProviders(site)) {
    const { eMobilityIds } = count(country.providers, provider);
    for (const id of provider.eMobilityIds ?? []) eMobilityIds.add(id);
  }
  addTariffNames(country, site);
  for (const evse of site.location.evses) {
    if (evse.status === 'REMOVED') continue;
    for (const { standard, max_electric_power: power } of evse.connectors) {
      const type = v3StandardOf(standard);
      const highest = country.connectorTypes.get(type);
      country.connectorTypes.set(type, highest === undefined ? power : Math.max(highest, power ?? highest));
    }
  }
}

type Named = Pick<IndexedPartner, 'name' | 'partnerId'>;

function count(partners: Map<string, IndexedPartner>, { name, partnerId }: Named): IndexedPartner {
  const known = partners.get(partnerId);
  const partner = known ?? { name, partnerId, locations: 0, tariffs: new Set(), eMobilityIds: new Set() };
  if (name < partner.name) partner.name = name;
  partner.locations++;
  partners.set(partnerId, partner);
  return partner;
}

function addTariffNames({ operators, providers }: IndexedCountry, site: Site): void {
  for (const record of site.tariffs.values()) {
    const { partnerId, name, type } = tariffHeading(record, site);
    const partner = (type === 'emsp' ? providers : operators).get(partnerId);
    if (name !== undefined) partner?.tariffs.add(name);
  }
}
