/** Stored objects in the words of a version: one step per version, each step rewriting its neighbour's shape. */
import type { Converted } from '../../notice/index.ts';
import type { Location } from '../location.ts';
import type { Tariff } from '../tariff.ts';
import { completeLocation } from './complete-location.ts';
import { locationTo211 } from './location-2-2-1-to-2-1-1.ts';
import { locationTo221 } from './location-2-3-0-to-2-2-1.ts';
import type { Location211, Location221, Location230, Tariff211, Tariff221 } from './schemas.ts';
import { tariffTo211, tariffTo221 } from './tariff-steps.ts';
import type { OcpiWireVersion } from './version.ts';

export type WireLocation = Location211 | Location221 | Location230;
export type WireTariff = Tariff211 | Tariff221 | Tariff;

export function presentLocation(location: Location, version: OcpiWireVersion): Converted<WireLocation> {
  const newest = completeLocation(location);
  if (version === '2.3.0') return newest;
  const older = then(newest, locationTo221);
  return version === '2.2.1' ? older : then(older, locationTo211);
}

/** `undefined` where the version cannot say the price rightly. */
export function presentTariff(tariff: Tariff, version: OcpiWireVersion): Converted<WireTariff | undefined> {
  if (version === '2.3.0') return { value: tariff, notices: [] };
  const older = tariffTo221(tariff);
  if (version === '2.2.1' || older.value === undefined) return older;
  return then({ value: older.value, notices: older.notices }, tariffTo211);
}

function then<A, B>(before: Converted<A>, step: (value: A) => Converted<B>): Converted<B> {
  const after = step(before.value);
  return { value: after.value, notices: [...before.notices, ...after.notices] };
}
