/** A demo site written down as an OCPI 2.3.0 location. */
import type { LocationExtension } from '@pantograph/model/location';
import { localClock } from '@pantograph/model/location';
import type { Evse, Location } from '@pantograph/model/ocpi';
import type { Status } from '@pantograph/model/vocabulary';
import { suboperators } from './company.ts';
import type { Operator } from './company.ts';
import { energyMixOf } from './energy-mix.ts';
import { evsesOf } from './evse.ts';
import { firstStatus } from './evse-status.ts';
import { occupancyProfileOf } from './occupancy.ts';
import { openingTimesOf } from './opening-times.ts';
import { chance, integer, pick } from './random.ts';
import type { Random } from './random.ts';
import { extensionOf, parkingOf } from './site-extension.ts';
import type { DemoSite } from './site.ts';
import { slugOf } from './slug.ts';
import { addressIn, postalCodeOf } from './street-names.ts';

/** An OCPI 2.3.0 location as a feed would send it. */
export type DemoLocation = Location & { readonly pantograph: LocationExtension };

const DAY_SECONDS = 86_400;

/** @param now the statuses are those of this moment */
export function locationOf(site: DemoSite, now: Date, random: Random): DemoLocation {
  const { town, operator, kind, shape } = site;
  const { country, timeZone } = town;
  const installed = secondsBefore(now, integer(random, DAY_SECONDS, 900 * DAY_SECONDS));
  const parking = parkingOf(site, random);
  const drafts = evsesOf(site, { installed, ...(parking === undefined ? {} : { parkingId: parking.id }) }, random);
  const pantograph = extensionOf(
    site,
    drafts.map(({ uid }) => uid),
    random,
  );
  const facilities = shape.facilities(random);
  const brand = brandOf(site, random);
  const location: Location = {
    country_code: country.code,
    party_id: operator.partyId,
    id: `${operator.partyId}-${String(site.index).padStart(7, '0')}`,
    publish: true,
    name: `${brand?.name ?? operator.name} ${town.name}`,
    address: addressIn(country.language, random),
    city: town.name,
    postal_code: postalCodeOf(country.postalCode, random),
    country: country.alpha3,
    coordinates: { latitude: site.position.lat.toFixed(6), longitude: site.position.lng.toFixed(6) },
    parking_type: shape.parkingType(random),
    evses: drafts.map((draft) => ({ ...draft, status: 'UNKNOWN', last_updated: installed })),
    ...(parking === undefined ? {} : { parking_places: [parking] }),
    operator: businessOf(operator),
    ...(brand === undefined ? {} : { suboperator: brand }),
    ...(facilities.length === 0 ? {} : { facilities: [...facilities] }),
    time_zone: timeZone,
    ...openingTimesOf(kind, country, timeZone, now, random),
    ...(chance(random, 0.2) ? { energy_mix: energyMixOf(operator, country) } : {}),
    ...(operator.helpPhone === undefined ? {} : { help_phone: operator.helpPhone }),
    last_updated: installed,
  };
  const evses = withStatuses(location, pantograph, operator, now, random);
  // OCPI 2.3.0 mod_locations: a change of an EVSE is a change of its location.
  const last_updated = evses.reduce(
    (latest, evse) => (evse.last_updated > latest ? evse.last_updated : latest),
    installed,
  );
  return { ...location, evses, last_updated, pantograph };
}

function withStatuses(
  location: Location,
  extension: LocationExtension,
  operator: Operator,
  now: Date,
  random: Random,
): Evse[] {
  const clock = localClock(location.time_zone, now);
  if (clock === undefined) throw new Error(`${location.time_zone} is no time zone`);
  if (operator.silent === true) return location.evses;
  if (chance(random, 0.004)) return location.evses.map((evse) => ({ ...evse, status: 'PLANNED' }));
  const profile = occupancyProfileOf(location, extension);
  return location.evses.map((evse, at) => {
    const status: Status = at > 0 && chance(random, 0.002) ? 'REMOVED' : firstStatus(profile, clock, random);
    return { ...evse, status, last_updated: secondsBefore(now, integer(random, 0, 40 * 60)) };
  });
}

function businessOf({ name }: Operator): NonNullable<Location['operator']> {
  return { name, website: websiteOf(name) };
}

/** A quarter of the sites that can have one stand under another sign than the operator's. */
function brandOf({ kind }: DemoSite, random: Random): Location['suboperator'] {
  const brands = suboperators[kind];
  if (brands === undefined || chance(random, 0.75)) return undefined;
  const name = pick(random, brands);
  return { name, website: websiteOf(name) };
}

/** `.example` is reserved: nobody's site. */
function websiteOf(name: string): string {
  return `https://${slugOf(name)}.example/`;
}

/** OCPI 2.3.0 types, DateTime: UTC, whole seconds. */
function secondsBefore(now: Date, seconds: number): string {
  return `${new Date(now.getTime() - seconds * 1000).toISOString().slice(0, 19)}Z`;
}
