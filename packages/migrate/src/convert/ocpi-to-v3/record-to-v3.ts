/** The step from a stored OCPI location to v3, with everything it costs. */
import type { LocationRecord, Site, TariffRecord } from '@pantograph/model/location';
import type { ChargingLocation, LocationField } from '@pantograph/model/v3';
import { locationFields, parseTariffFilter, presentTariff, presentV3 } from '@pantograph/model/v3';
import { tellUnlike } from '../fate/unlike.ts';
import { tellNotices } from '../ocpi/notices-as-findings.ts';
import type { Ledger, Tell } from '../report/ledger.ts';
import type { RuleCode } from '../rules/rule-table.ts';
import { locationFates } from './location-fates.ts';

const fields: ReadonlySet<LocationField> = new Set(locationFields);
const tariffFilter = parseTariffFilter(['all']);

/** In OCPI's spelling. @param tariffs by id in lower case */
export function recordToV3(
  record: LocationRecord,
  tariffs: ReadonlyMap<string, TariffRecord>,
  now: Date,
  ledger: Ledger,
): ChargingLocation {
  const { contentId, key, location, extension } = record;
  const referred = tariffsOf(record, tariffs);
  const site: Site = {
    contentId,
    source: { name: key.source },
    location,
    extension,
    statuses: new Map(),
    tariffs: referred,
  };
  const place = presentV3(site, { enums: 'ocpi', now, fields, tariffFilter });
  const tell = ledger.in('ocpi');
  tellUnlike(location, undefined, locationFates(location, now), '', tell);
  ledger.in('v3')('content_id_made', '/id', place.id);
  tellTariffs(site, place, now, tell);
  return place;
}

/** Only those it refers to: a feed has many thousand. */
function tariffsOf(
  { location }: LocationRecord,
  tariffs: ReadonlyMap<string, TariffRecord>,
): ReadonlyMap<string, TariffRecord> {
  const referred = new Map<string, TariffRecord>();
  for (const { connectors } of location.evses) {
    for (const { tariff_ids: ids = [] } of connectors) {
      for (const id of ids) {
        const tariff = tariffs.get(id.toLowerCase());
        if (tariff !== undefined) referred.set(id.toLowerCase(), tariff);
      }
    }
  }
  return referred;
}

function tellTariffs(site: Site, place: ChargingLocation, now: Date, tell: Tell): void {
  const judged = new Map<string, RuleCode | undefined>();
  for (const [at, evse] of site.location.evses.entries()) {
    for (const [index, connector] of evse.connectors.entries()) {
      const shown = place.evses?.[at]?.connectors[index]?.tariffIndexes?.length ?? 0;
      const ids = connector.tariff_ids ?? [];
      if (shown === ids.length) continue;
      for (const [nth, id] of ids.entries()) {
        const path = `/evses/${String(at)}/connectors/${String(index)}/tariff_ids/${String(nth)}`;
        if (!judged.has(id)) judged.set(id, judge(site, id, now, path, tell));
        const rule = judged.get(id);
        if (rule !== undefined) tell(rule, path, id);
      }
    }
  }
}

/** Why a tariff is not shown; `undefined` where it may be. */
function judge(site: Site, id: string, now: Date, path: string, tell: Tell): RuleCode | undefined {
  const record = site.tariffs.get(id.toLowerCase());
  if (record === undefined) return 'tariff_not_given';
  const { value, notices } = presentTariff(record, site, 'ocpi');
  if (value !== undefined) return holdsAt(record, now) ? undefined : 'tariff_not_now';
  tellNotices(notices, tell, path);
  return 'tariff_inexpressible';
}

function holdsAt({ tariff }: TariffRecord, now: Date): boolean {
  const [begin, end] = [tariff.start_date_time, tariff.end_date_time].map((instant) => Date.parse(instant ?? ''));
  return !(begin !== undefined && begin > now.getTime()) && !(end !== undefined && end <= now.getTime());
}
