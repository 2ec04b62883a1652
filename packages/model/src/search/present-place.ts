/** A charging location as a place of discovery. Source: contract search, place item; migration guide for names and states. */
import { positionOf } from '../geo/index.ts';
import type { Site } from '../location/index.ts';
import { brandOf, nameOf, partnerIdOf, supportedVehiclesOf, utcOffsetSeconds } from '../location/index.ts';
import type { Position } from '../location/index.ts';
import { categoriesOf } from './category.ts';
import { languageOf, localeOf } from './language/languages.ts';
import { presentAddress } from './present-address.ts';
import { presentEvAvailability } from './present-ev-availability.ts';
import { presentEvStation, presentServiceProviders } from './present-ev-station.ts';
import { presentOpeningHours } from './present-opening-hours.ts';
import { defined } from './defined.ts';
import type { Category, Contact, PlaceItem, TimeZone } from './wire/place-item.ts';

/** `details` stands for contacts and opening hours, which browse, discover and lookup always show. */
export type PlacePart = 'ev' | 'eMobilityServiceProviders' | 'tz' | 'details';

export interface PresentPlaceOptions {
  readonly now: Date;
  readonly show: ReadonlySet<PlacePart>;
  /** BCP 47, best first. Titles are never translated. */
  readonly languages: readonly string[];
  /** Metres. */
  readonly distance?: number;
  /** Metres. */
  readonly excursionDistance?: number;
}

export const PLACE_ID_PREFIX = 'here:pds:place:';

export function presentPlace(site: Site, options: PresentPlaceOptions): PlaceItem {
  const { show, languages, distance, excursionDistance } = options;
  const locale = localeOf(languages);
  const details = show.has('details');
  const position = positionOf(site.location.coordinates);
  return defined({
    title: nameOf(site.location),
    id: `${PLACE_ID_PREFIX}${site.contentId}`,
    resultType: 'place' as const,
    address: presentAddress(site.location, locale),
    position,
    access: accessOf(site, position),
    distance: distance === undefined ? undefined : Math.round(distance),
    excursionDistance: excursionDistance === undefined ? undefined : Math.round(excursionDistance),
    categories: presentCategories(site, languages),
    chains: presentChains(site),
    contacts: details ? presentContacts(site) : undefined,
    openingHours: details ? presentOpeningHours(site.location, options.now, locale) : undefined,
    timeZone: show.has('tz') ? presentTimeZone(site.location.time_zone, options.now) : undefined,
    extended: presentExtended(site, show),
  });
}

/** Points on the road network; where none are known, the place itself. */
function accessOf({ extension }: Site, position: Position): PlaceItem['access'] {
  const points = extension.accessPoints ?? [];
  return points.length === 0 ? [position] : points.map(({ lat, lng }) => ({ lat, lng }));
}

/** The first is primary: cars before trucks before two-wheelers. */
function presentCategories(site: Site, languages: readonly string[]): Category[] {
  const language = languageOf(languages);
  return categoriesOf(supportedVehiclesOf(site)).map(({ id, names }, order) => ({
    id,
    name: names[language],
    ...(order === 0 ? { primary: true as const } : {}),
  }));
}

/** Operators stand for chains: the brand first, by their partner ids. */
function presentChains({ location, extension }: Site): PlaceItem['chains'] {
  const { operator, suboperator } = location;
  const chains: { id: string; name: string }[] = [];
  if (suboperator !== undefined) {
    chains.push({ id: extension.suboperatorPartnerId ?? partnerIdOf(suboperator.name), name: suboperator.name });
  }
  if (operator !== undefined) {
    chains.push({ id: extension.operatorPartnerId ?? partnerIdOf(operator.name), name: operator.name });
  }
  return chains.length === 0 ? undefined : chains.filter(({ id }, at) => chains.findIndex((c) => c.id === id) === at);
}

function presentContacts({ location }: Site): Contact[] | undefined {
  const phone = location.help_phone;
  const www = brandOf(location)?.website;
  if (phone === undefined && www === undefined) return undefined;
  return [
    defined({
      phone: phone === undefined ? undefined : [{ value: phone }],
      www: www === undefined ? undefined : [{ value: www }],
    }),
  ];
}

function presentTimeZone(name: string, now: Date): TimeZone | undefined {
  const seconds = utcOffsetSeconds(name, now);
  if (seconds === undefined) return undefined;
  const minutes = Math.round(Math.abs(seconds) / 60);
  const digits = (value: number) => String(value).padStart(2, '0');
  return { name, utcOffset: `${seconds < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}` };
}

function presentExtended(site: Site, show: ReadonlySet<PlacePart>): PlaceItem['extended'] {
  const providers = show.has('eMobilityServiceProviders') ? presentServiceProviders(site) : undefined;
  if (show.has('ev')) {
    return {
      evStation: defined({ ...presentEvStation(site), eMobilityServiceProviders: providers }),
      evAvailability: presentEvAvailability(site),
    };
  }
  return providers === undefined ? undefined : { evStation: { eMobilityServiceProviders: providers } };
}
