/** Prices of one demand. Many connectors share a tariff and a power, so that each price is worked out once. */
import type { TariffRecord } from '../location/index.ts';
import { isValidAt } from '../v3/index.ts';
import { presentPrice } from './present-price.ts';
import { priceSession } from './price-session.ts';
import type { Demand, SessionPlace } from './session.ts';
import { planSession } from './session.ts';
import type { UnknownPrice } from './unknown-price.ts';
import type { KnownPrice } from './wire.ts';

type BookedPrice = Omit<KnownPrice, 'tariff' | 'connectors'> | UnknownPrice;

export interface PriceBook {
  readonly demand: Demand;
  priceOf(record: TariffRecord, place: SessionPlace): BookedPrice;
}

export function priceBook(demand: Demand): PriceBook {
  const booked = new Map<TariffRecord, Map<string, BookedPrice>>();
  return {
    demand,
    priceOf: (record, place) => {
      const ofTariff = booked.get(record) ?? new Map<string, BookedPrice>();
      booked.set(record, ofTariff);
      const key = `${place.timeZone} ${String(place.maxPowerWatts)} ${String(place.voltage)}`;
      const price = ofTariff.get(key) ?? workOut(record, demand, place);
      ofTariff.set(key, price);
      return price;
    },
  };
}

function workOut(record: TariffRecord, demand: Demand, place: SessionPlace): BookedPrice {
  if (!isValidAt(record, demand.start)) return 'not_valid_then';
  if (record.notices.some(({ code }) => code === 'restriction_unknown')) return 'restriction_unknown';
  const session = planSession(demand, place);
  if (typeof session === 'string') return session;
  const price = priceSession(record.tariff, session);
  return typeof price === 'string' ? price : presentPrice(price, record.tariff, session);
}
