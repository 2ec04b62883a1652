/** The tariffs that locations refer to. They stand apart in OCPI, and come first. */
import type { TariffRecord } from '@pantograph/model/location';
import type { Tariff } from '@pantograph/model/ocpi';
import { nothingToTell } from '../fate/comparisons.ts';
import type { Fates } from '../fate/unlike.ts';
import { tellUnlike } from '../fate/unlike.ts';
import type { Tell } from '../report/ledger.ts';

export interface TariffBook {
  add(record: TariffRecord, tell: Tell): void;
  /** By the id in lower case: OCPI compares ids without case. */
  readonly tariffs: ReadonlyMap<string, TariffRecord>;
}

/** On the way to v3: elements are told of where a location shows them. */
const tariffFates: Fates<Tariff> = {
  country_code: nothingToTell,
  party_id: nothingToTell,
  id: 'field_dropped',
  currency: nothingToTell,
  type: nothingToTell,
  tariff_alt_text: 'field_dropped',
  tariff_alt_url: 'field_dropped',
  min_price: 'field_dropped',
  max_price: 'field_dropped',
  elements: nothingToTell,
  tax_included: nothingToTell,
  energy_mix: 'field_dropped',
  start_date_time: 'field_dropped',
  end_date_time: 'field_dropped',
  last_updated: 'field_dropped',
};

export function tariffBook(): TariffBook {
  const tariffs = new Map<string, TariffRecord>();
  return {
    tariffs,
    add: (record, tell) => {
      tariffs.set(record.key.id.toLowerCase(), record);
      tellUnlike(record.tariff, undefined, tariffFates, '', tell);
    },
  };
}
