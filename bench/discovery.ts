/** Browse with `show=ev`, 20 nearest within 10 km, beside a bare server. */
import { MetadataByCountry } from '@pantograph/model/v3';
import type { Benchmark } from './harness/benchmark.ts';
import { besideConstant } from './serving/beside-constant.ts';
import { serverProcess } from './serving/server-process.ts';
import type { SampledPlace } from './serving/world-store.ts';
import { worldStore } from './serving/world-store.ts';

const QUERIES = 1_000;

/** Out of twenty: eight without a filter, seven by type and power, four also by provider and live, one rare. */
const filters = [
  ...Array<string>(8).fill(''),
  ...Array<string>(7).fill('&evStation[connectorTypes]=IEC_62196_T2_COMBO&evStation[minPower]=50'),
  ...Array<string>(4).fill(
    '&evStation[connectorTypes]=IEC_62196_T2&evStation[eMobilityServiceProviderPartnerIds]=PROVIDER&evStation[available]=true',
  ),
  '&evStation[connectorTypes]=CHADEMO',
];

export const discovery: Benchmark = {
  name: 'discovery',
  about: 'browse, show=ev: 20 nearest within 10 km, a mix of filters',
  async run({ rounds, locations, note }) {
    await using world = await worldStore(locations, note);
    const places = await world.sample(QUERIES);
    await using ours = await serverProcess('serve-world.ts', [world.directory]);
    await using constant = await serverProcess('serve-constant.ts', []);
    const provider = await someProvider(ours.port);
    const paths = places.map((place, at) =>
      browse(place, (filters[at % filters.length] ?? '').replace('PROVIDER', provider)),
    );
    return await besideConstant({ name: 'discovery.browse', ours, constant, paths, rounds, target: 0.35, note });
  },
};

function browse({ lat, lng }: SampledPlace, filter: string): string {
  const at = `${String(lat)},${String(lng)}`;
  return encodeURI(`/v1/browse?at=${at}&in=circle:${at};r=10000&limit=20&show=ev&categories=700-7600-0322${filter}`);
}

/** One that serves many places, as the server itself lists them. */
async function someProvider(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${String(port)}/v3/countryMetadata?fields=eMobilityServiceProviders`);
  const { countries = [] } = MetadataByCountry.parse(await response.json());
  const [provider] = countries.flatMap(({ eMobilityServiceProviders }) => eMobilityServiceProviders ?? []);
  if (provider === undefined) throw new Error('the world has no mobility service provider');
  return provider.partnerId;
}
