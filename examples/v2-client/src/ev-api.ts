/** Requests to EV Charge Points API v2. */
import type { EvStation, Evse, EvsesAnswer, StationsAnswer } from './ev-station.ts';

const PAGE_SIZE = 50;

export interface EvApi {
  /** Such as https://ev-v2.cc.api.here.com */
  baseUrl: string;
  apiKey?: string;
}

async function get<Answer>(api: EvApi, path: string, parameters: Record<string, string> = {}): Promise<Answer> {
  const url = new URL(`/ev/${path}`, api.baseUrl);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (api.apiKey !== undefined) url.searchParams.set('apiKey', api.apiKey);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${path} was answered with ${String(response.status)}`);
  return (await response.json()) as Answer;
}

/** All stations around a point that have one of the plugs, nearest first. */
export async function findStations(
  api: EvApi,
  latitude: number,
  longitude: number,
  radiusMetres: number,
  connectorTypes: number[],
): Promise<EvStation[]> {
  const stations: EvStation[] = [];
  let hasMore = true;
  while (hasMore) {
    const answer = await get<StationsAnswer>(api, 'stations.json', {
      prox: `${String(latitude)},${String(longitude)},${String(radiusMetres)}`,
      connectortype: connectorTypes.join(','),
      maxresults: String(PAGE_SIZE),
      offset: String(stations.length),
    });
    stations.push(...answer.evStations.evStation);
    hasMore = answer.hasMore;
  }
  return stations;
}

export async function getStation(api: EvApi, poolId: string): Promise<EvStation | undefined> {
  const answer = await get<StationsAnswer>(api, `pools/${encodeURIComponent(poolId)}.json`);
  return answer.evStations.evStation[0];
}

/** The present state of every EVSE of a station. */
export async function getEvses(api: EvApi, poolId: string): Promise<Evse[]> {
  const answer = await get<EvsesAnswer>(api, 'evses/bulk.json', { id: poolId });
  return answer.pools.flatMap((pool) => pool.stations.flatMap((station) => station.evses));
}
