/** Contract v3: the tariffs of a location, and the indexes by which connectors and groups refer to them. */
import type { Site, TariffRecord } from '../../location/index.ts';
import type { EnumDialect } from '../../vocabulary/index.ts';
import type { TariffFilter } from '../tariff-filter.ts';
import { wantedTariffs } from '../tariff-filter.ts';
import type { Tariff } from '../wire/index.ts';
import { presentTariff } from './tariff.ts';

/** Grows as connectors refer to it, so that it holds nothing that no shown connector has, and what reads alike once. */
export interface TariffList {
  /** Of the tariffs with these OCPI ids; ids that dangle or are filtered out have none. In ascending order. */
  indexesOf(tariffIds: Iterable<string>): number[];
  tariffs(): Tariff[];
}

export function tariffList(site: Site, filter: TariffFilter, enums: EnumDialect, now: Date): TariffList {
  const wanted = presentWanted(site, filter, enums, now);
  const indexes = new Map<string, number>();
  const byContent = new Map<string, number>();
  const listed: Tariff[] = [];
  const indexOf = (reference: string): number | undefined => {
    const known = indexes.get(reference);
    if (known !== undefined) return known;
    const tariff = wanted.get(reference);
    if (tariff === undefined) return undefined;
    const content = JSON.stringify(tariff);
    const alike = byContent.get(content);
    const index = alike ?? listed.push(tariff) - 1;
    if (alike === undefined) byContent.set(content, index);
    indexes.set(reference, index);
    return index;
  };
  return {
    indexesOf: (tariffIds) => {
      const found = new Set(Array.from(tariffIds, (id) => indexOf(id.toLowerCase()) ?? -1));
      found.delete(-1);
      return [...found].toSorted((one, other) => one - other);
    },
    tariffs: () => listed,
  };
}

function presentWanted(site: Site, filter: TariffFilter, enums: EnumDialect, now: Date): ReadonlyMap<string, Tariff> {
  const presented = new Map<string, Tariff>();
  for (const [reference, record] of site.tariffs) {
    const tariff = isValidAt(record, now) ? presentTariff(record, site, enums).value : undefined;
    if (tariff !== undefined) presented.set(reference, tariff);
  }
  const wanted = wantedTariffs(presented, filter);
  return new Map([...presented].filter(([reference]) => wanted.has(reference)));
}

/** OCPI: valid from its start, inclusive, to its end, exclusive. */
export function isValidAt({ tariff }: TariffRecord, now: Date): boolean {
  const { start_date_time: start, end_date_time: end } = tariff;
  return (
    (start === undefined || Date.parse(start) <= now.getTime()) &&
    (end === undefined || now.getTime() < Date.parse(end))
  );
}
