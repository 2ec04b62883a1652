/** What v2 can say of a stored site. */
import type { Site } from '../../location/index.ts';
import { brandOf, nameOf, splitAddress } from '../../location/index.ts';
import { positionOf } from '../../geo/index.ts';
import { accessRestrictionOf, paymentSupportsOf } from '../../vocabulary/index.ts';
import type { AdHocTariff } from './ad-hoc-tariff.ts';
import type { StationAddress, StationFacts } from './station-facts.ts';
import { adHocTariffOf } from './tariff-of-ocpi.ts';
import { weeklyHoursOf } from './weekly-hours.ts';

export function factsOfSite(site: Site): StationFacts {
  const { location, extension } = site;
  const brand = brandOf(location);
  return {
    contentId: site.contentId,
    evseIds: new Map(),
    name: nameOf(location),
    brand: brand?.name,
    website: brand?.website,
    phone: location.help_phone,
    cpoLocationId: location.id,
    address: addressOf(site),
    position: positionOf(location.coordinates),
    entrance: extension.accessPoints?.[0],
    timeZone: location.time_zone,
    hours: weeklyHoursOf(location),
    restrictions: restrictionsOf(site),
    serviceProviders: extension.eMobilityServiceProviders ?? [],
    evses: location.evses,
    paymentSupports: new Map(
      location.evses.map((evse) => [evse.uid, paymentSupportsOf(evse, extension.evses?.[evse.uid]?.paymentSupports)]),
    ),
    tariffs: tariffsOf(site),
  };
}

function addressOf({ location }: Site): StationAddress {
  const { street, houseNumber } = splitAddress(location.address);
  return {
    street,
    houseNumber,
    city: location.city === '' ? undefined : location.city,
    postalCode: location.postal_code,
    state: location.state,
    country: location.country === '' ? undefined : location.country,
  };
}

function restrictionsOf({ location, extension }: Site): readonly string[] {
  const ofEvses = location.evses.flatMap((evse) => evse.parking_restrictions ?? []).map(accessRestrictionOf);
  return [...new Set([...(extension.restrictions ?? []), ...ofEvses.filter((reason) => reason !== undefined)])];
}

function tariffsOf(site: Site): ReadonlyMap<string, AdHocTariff> {
  const tariffs = new Map<string, AdHocTariff>();
  for (const [id, record] of site.tariffs) {
    const tariff = adHocTariffOf(record);
    if (tariff !== undefined) tariffs.set(id, tariff);
  }
  return tariffs;
}
