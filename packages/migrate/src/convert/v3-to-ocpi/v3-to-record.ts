/** The step from v3 to a stored OCPI location and its tariffs, with everything it costs. */
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import type { ReadContext } from '@pantograph/feeds/ocpi';
import type { LocationRecord, TariffRecord } from '@pantograph/model/location';
import type { ChargingLocation } from '@pantograph/model/v3';
import { tellUnlike } from '../fate/unlike.ts';
import { tellNotices } from '../ocpi/notices-as-findings.ts';
import type { Ledger } from '../report/ledger.ts';
import { rawLocationOf } from './location-of-v3.ts';
import type { OcpiFateOptions } from './ocpi-fates.ts';
import { ocpiFates } from './ocpi-fates.ts';
import { rawTariffOf } from './tariff-of-v3.ts';

export interface OcpiParts {
  readonly record: LocationRecord;
  readonly tariffs: readonly TariffRecord[];
}

/** @param place in OCPI's spelling. `undefined`: refused, and said why. */
export function v3ToRecord(
  place: ChargingLocation,
  context: ReadContext,
  options: OcpiFateOptions,
  ledger: Ledger,
): OcpiParts | undefined {
  const [ofV3, ofOcpi, ofTariff] = [ledger.in('v3'), ledger.in('ocpi'), ledger.in('ocpi tariff')];
  const raw = (place.tariffs ?? []).map(rawTariffOf);
  const reading = readLocation(
    rawLocationOf(
      place,
      raw.map((tariff) => tariff?.id),
      ofV3,
    ),
    context,
  );
  tellNotices(reading.ok ? reading.record.notices : reading.notices, ofOcpi);
  if (!reading.ok) return undefined;
  tellUnlike(place, undefined, ocpiFates(place, options), '', ofV3);
  tellDanglingReferences(place, ledger);
  const { country_code: countryCode, party_id: partyId } = reading.record.location;
  const tariffs = new Map<string, TariffRecord>();
  for (const [at, tariff] of raw.entries()) {
    const path = `/tariffs/${String(at)}`;
    const read = tariff && readTariff({ country_code: countryCode, party_id: partyId, ...tariff }, context);
    if (read?.ok !== true) {
      ofV3('tariff_inexpressible', path, place.tariffs?.[at]?.partner);
      continue;
    }
    tellNotices(read.record.notices, ofTariff);
    const { type = 'adhoc', partner } = place.tariffs?.[at] ?? {};
    ofTariff('tariff_id_made', '/id', read.record.key.id);
    // The operator's own tariffs name nobody in OCPI.
    if (type !== 'emsp') ofV3('tariff_partner', `${path}/partner`, partner);
    if (type !== 'emsp') ofV3('tariff_partner', `${path}/partnerId`, place.tariffs?.[at]?.partnerId);
    tariffs.set(read.record.key.id, read.record);
  }
  return { record: reading.record, tariffs: [...tariffs.values()] };
}

function tellDanglingReferences({ evses = [], tariffs = [] }: ChargingLocation, ledger: Ledger): void {
  for (const [at, { connectors }] of evses.entries()) {
    for (const [index, { tariffIndexes = [] }] of connectors.entries()) {
      for (const [nth, tariff] of tariffIndexes.entries()) {
        if (tariffs[tariff] !== undefined) continue;
        ledger.in('v3')(
          'tariff_not_given',
          `/evses/${String(at)}/connectors/${String(index)}/tariffIndexes/${String(nth)}`,
          tariff,
        );
      }
    }
  }
}
