/** v2's list of eMSPs, gathered country by country: the same whatever the order in which they come. */
import type { RoamingProvider } from '@pantograph/model/v2';

interface Provider {
  readonly partnerId: string;
  readonly name: string;
  readonly eMobilityIds?: readonly string[] | undefined;
}

export interface ProviderList {
  /** @param country ISO 3166-1 alpha-3 */
  readonly add: (provider: Provider, country: string) => void;
  readonly all: () => readonly RoamingProvider[];
}

interface Entry {
  name: string;
  readonly eMobilityIds: Set<string>;
  readonly countries: Set<string>;
}

export function providerList(): ProviderList {
  const entries = new Map<string, Entry>();
  return {
    add({ partnerId, name, eMobilityIds = [] }, country) {
      const entry = entries.get(partnerId) ?? { name, eMobilityIds: new Set(), countries: new Set() };
      if (name < entry.name) entry.name = name;
      for (const id of eMobilityIds) entry.eMobilityIds.add(id);
      entry.countries.add(country);
      entries.set(partnerId, entry);
    },
    all: () =>
      Array.from(entries, ([partnerId, { name, eMobilityIds, countries }]) => ({
        partnerId,
        name,
        eMobilityIds: [...eMobilityIds].sort(),
        countries: [...countries].sort(),
      })).sort((one, other) => compare(one.name, other.name) || compare(one.partnerId, other.partnerId)),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
