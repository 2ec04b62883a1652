/** The search that v2 clients make most: around a place, for their own plugs. */
import type { SampledPlace } from './world-store.ts';

export function stationsPath({ lat, lng }: SampledPlace): string {
  return `/ev/stations.json?prox=${String(lat)},${String(lng)},5000&connectortype=31,33&maxresults=50`;
}
