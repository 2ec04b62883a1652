/** What v2 can say of a v3 ChargingLocation, in either dialect, ours or the vendor's. */
import { DEFAULT_NAME, contentIdIn } from '../../location/index.ts';
import type { ChargingLocation } from '../../v3/index.ts';
import { adHocTariffOf } from './ad-hoc-tariff.ts';
import type { AdHocTariff } from './ad-hoc-tariff.ts';
import { evseOf } from './evse-of-v3.ts';
import type { StationAddress, StationFacts } from './station-facts.ts';
import { weeklyHoursOf } from './weekly-hours.ts';

export function factsOfChargingLocation(place: ChargingLocation): StationFacts {
  const brand = place.suboperator ?? place.operator;
  const evses = place.evses ?? [];
  return {
    contentId: contentIdIn(place.id),
    name: place.name ?? DEFAULT_NAME,
    brand: brand?.name,
    website: brand?.website,
    phone: place.supportPhoneNumber,
    cpoLocationId: place.cpoLocationId,
    address: addressOf(place),
    position: place.location,
    entrance: place.accessPoints?.[0],
    timeZone: place.timeZone,
    hours: weeklyHoursOf(place.openingHours),
    restrictions: place.restrictions ?? [],
    serviceProviders: place.eMobilityServiceProviders ?? [],
    evses: evses.map(evseOf),
    paymentSupports: new Map(evses.map((evse) => [evse.uid, evse.paymentSupports ?? []])),
    tariffs: tariffsOf(place),
  };
}

function addressOf({ address = {} }: ChargingLocation): StationAddress {
  return {
    street: address.street,
    houseNumber: address.houseNumber,
    city: address.city,
    postalCode: address.postalCode,
    state: address.state,
    country: address.countryCode,
  };
}

function tariffsOf({ tariffs = [] }: ChargingLocation): ReadonlyMap<string, AdHocTariff> {
  return new Map(
    tariffs.flatMap((tariff, index) => {
      const adHoc = adHocTariffOf(tariff);
      return adHoc === undefined ? [] : [[String(index), adHoc] as const];
    }),
  );
}
