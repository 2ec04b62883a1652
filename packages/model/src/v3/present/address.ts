/** Contract v3, Address. */
import type { Location } from '../../ocpi/index.ts';
import { splitAddress } from '../../location/index.ts';
import type { Address } from '../wire/place.ts';
import { known } from './known.ts';

/** `label` is the line as the feed wrote it, postal code and city. */
export function presentAddress(location: Location): Address {
  const { street, houseNumber } = splitAddress(location.address);
  const town = [location.postal_code, location.city].filter(Boolean).join(' ');
  const label = [location.address.trim(), town].filter(Boolean).join(', ');
  return known({
    label: label || undefined,
    street,
    houseNumber,
    state: location.state || undefined,
    city: location.city || undefined,
    countryCode: location.country || undefined,
    postalCode: location.postal_code || undefined,
  });
}
