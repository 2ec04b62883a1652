/** Records for the contract suite, as small as the schemas allow. */
import { contentIdOf } from '@pantograph/model/location';
import type { EvseStatus, LocationRecord, TariffRecord } from '@pantograph/model/location';
import type { Evse } from '@pantograph/model/ocpi';
import type { Change, QuarantinedObject } from '../store.ts';

export const SOURCE = 'city';

/** UTC instants by minute; `at(0)` is the start of the suite's day. */
export function at(minute: number): string {
  return new Date(Date.UTC(2026, 2, 10, 0, minute)).toISOString();
}

export interface EvseSketch {
  readonly uid: string;
  readonly status?: EvseStatus['status'];
  readonly updated?: string;
  readonly powers?: readonly number[];
}

export interface LocationSketch {
  readonly id: string;
  readonly name?: string;
  readonly updated?: string;
  readonly evses?: readonly EvseSketch[];
  readonly notices?: LocationRecord['notices'];
}

export function locationRecord(sketch: LocationSketch): LocationRecord {
  const { id, name = 'Market', updated = at(0), evses = [], notices = [] } = sketch;
  const key = { source: SOURCE, countryCode: 'NL', partyId: 'ABC', id };
  const location = {
    country_code: 'NL',
    party_id: 'ABC',
    id,
    publish: true,
    name,
    address: 'Markt 1',
    city: 'Delft',
    country: 'NLD',
    coordinates: { latitude: '52.0116', longitude: '4.3571' },
    evses: evses.map((evse) => evseOf(evse, updated)),
    time_zone: 'Europe/Amsterdam',
    last_updated: updated,
  };
  return { contentId: contentIdOf(key), key, location, extension: {}, notices };
}

function evseOf({ uid, status = 'AVAILABLE', updated, powers = [22_000] }: EvseSketch, otherwise: string): Evse {
  const connectors = powers.map((power, index) => ({
    id: String(index + 1),
    standard: 'IEC_62196_T2',
    max_electric_power: power,
    last_updated: otherwise,
  }));
  return { uid, status, connectors, last_updated: updated ?? otherwise };
}

export function tariffRecord(id: string, price: number, updated = at(0)): TariffRecord {
  const element = { price_components: [{ type: 'ENERGY' as const, price, step_size: 1 }] };
  return {
    key: { source: SOURCE, countryCode: 'NL', partyId: 'ABC', id },
    tariff: {
      country_code: 'NL',
      party_id: 'ABC',
      id,
      currency: 'EUR',
      elements: [element],
      tax_included: 'NO',
      last_updated: updated,
    },
    extension: {},
    notices: [],
  };
}

export function put(sketch: LocationSketch, receivedAt = at(60)): Change {
  return { kind: 'location', record: locationRecord(sketch), receivedAt };
}

export function putTariff(record: TariffRecord, receivedAt = at(60)): Change {
  return { kind: 'tariff', record, receivedAt };
}

export function status(
  id: string,
  uid: string,
  value: EvseStatus['status'],
  observedAt: string,
  receivedAt = at(61),
): Change {
  const { contentId } = locationRecord({ id });
  return { kind: 'status', contentId, status: { uid, status: value, observedAt, receivedAt } };
}

export function removal(id: string, removedAt: string, reason = 'gone'): Change {
  return { kind: 'removal', contentId: locationRecord({ id }).contentId, removedAt, reason };
}

export function quarantine(
  raw: string,
  more: Partial<QuarantinedObject> = {},
): Extract<Change, { kind: 'quarantine' }> {
  const object = { source: SOURCE, objectKind: 'location', raw, notices: [], receivedAt: at(60), ...more } as const;
  return { kind: 'quarantine', object };
}
