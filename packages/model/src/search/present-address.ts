/** The address of a place. */
import { nameOf, splitAddress } from '../location/index.ts';
import type { Location } from '../ocpi/index.ts';
import { defined } from './defined.ts';
import { countryNameOf } from './language/country-names.ts';
import type { PlaceAddress } from './wire/place-item.ts';

export function presentAddress(location: Location, locale: string): PlaceAddress {
  const { street, houseNumber } = splitAddress(location.address);
  const countryName = countryNameOf(location.country, locale);
  return defined({
    label: labelOf(location, countryName),
    countryCode: location.country,
    countryName,
    state: said(location.state),
    city: said(location.city),
    street,
    postalCode: said(location.postal_code),
    houseNumber,
  });
}

/** Title, street line as the feed wrote it, place, country: what is known of them. */
function labelOf(location: Location, countryName: string | undefined): string {
  const place = [said(location.postal_code), said(location.city)].filter((part) => part !== undefined).join(' ');
  return [nameOf(location), said(location.address), said(place), countryName ?? location.country]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Feeds fill what they do not know with nothing, or with blanks. */
function said(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
