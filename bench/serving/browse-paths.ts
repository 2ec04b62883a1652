/** The questions that searches are measured by: around places of the world, with a mix of filters. */
import { MetadataByCountry } from '@pantograph/model/v3';
import type { SampledPlace } from './world-store.ts';

/** Charging for cars. */
export const BROWSED_CATEGORY = '700-7600-0322';

/** Out of twenty: eight without a filter, seven by type and power, four also by provider and live, one rare. */
const filters = [
  ...Array<string>(8).fill(''),
  ...Array<string>(7).fill('&evStation[connectorTypes]=IEC_62196_T2_COMBO&evStation[minPower]=50'),
  ...Array<string>(4).fill(
    '&evStation[connectorTypes]=IEC_62196_T2&evStation[eMobilityServiceProviderPartnerIds]=PROVIDER&evStation[available]=true',
  ),
  '&evStation[connectorTypes]=CHADEMO',
];

/** The 20 nearest within 10 km of each place, with what `show=ev` adds. */
export function browsePaths(places: readonly SampledPlace[], provider: string): readonly string[] {
  return places.map((place, at) => browse(place, (filters[at % filters.length] ?? '').replace('PROVIDER', provider)));
}

function browse({ lat, lng }: SampledPlace, filter: string): string {
  const at = `${String(lat)},${String(lng)}`;
  return encodeURI(
    `/v1/browse?at=${at}&in=circle:${at};r=10000&limit=20&show=ev&categories=${BROWSED_CATEGORY}${filter}`,
  );
}

/** A first answer over a million places takes longer than the server lets anybody wait. */
const MOST_TRIES = 20;

/** One that serves many places, as the server itself lists them. */
export async function someProvider(port: number): Promise<string> {
  const url = `http://127.0.0.1:${String(port)}/v3/countryMetadata?fields=eMobilityServiceProviders`;
  let response = await fetch(url);
  for (let tries = 1; response.status === 503 && tries < MOST_TRIES; tries++) {
    await response.text();
    response = await fetch(url);
  }
  const { countries = [] } = MetadataByCountry.parse(await response.json());
  const [provider] = countries.flatMap(({ eMobilityServiceProviders }) => eMobilityServiceProviders ?? []);
  if (provider === undefined) throw new Error('the world has no mobility service provider');
  return provider.partnerId;
}
