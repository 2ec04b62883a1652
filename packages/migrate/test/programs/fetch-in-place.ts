/** Requests by fetch, their addresses put together in place. */
import { env } from 'node:process';

const BASE = env.EV_API_URL ?? 'http://localhost:8080';
const KEY: string = 'demo';
const TYPE_2 = 31;
const CCS_2 = '34';

interface Group {
  connectorType: { id: string };
  maxPowerLevel?: number;
}

interface EvStation {
  poolId: string;
  brand?: string;
  distance?: number;
  connectors: { connector: Group[] };
}

interface StationsAnswer {
  hasMore: boolean;
  evStations: { evStation: EvStation[] };
}

const inWords = (station: EvStation) =>
  [station.poolId, station.brand ?? '-', station.distance ?? 'anywhere', station.connectors.connector.length].join(' ');

async function near(lat: number, lng: number, radius: number): Promise<EvStation[]> {
  const response = await fetch(
    `${BASE}/ev/stations.json?prox=${lat},${lng},${radius}&connectortype=${TYPE_2}&apiKey=${KEY}`,
  );
  if (!response.ok) throw new Error(`v2 answered ${response.status}`);
  const answer = (await response.json()) as StationsAnswer;
  return answer.evStations.evStation;
}

async function inBox(north: number, west: number, south: number, east: number, types: string[] = []) {
  const url = new URL('/ev/stations.json', BASE);
  url.searchParams.set('bbox', `${north},${west};${south},${east}`);
  url.searchParams.set('maxresults', '100');
  if (types.length > 0) url.searchParams.set('connectortype', types.join(','));
  if (KEY) {
    url.searchParams.set('apiKey', KEY);
  }
  const answer = (await (await fetch(url)).json()) as StationsAnswer;
  return answer.evStations.evStation;
}

async function along(path: string): Promise<EvStation[]> {
  const query = new URLSearchParams({ corridor: path, apiKey: KEY });
  const answer = await fetch(`${BASE}/ev/stations.json?${query.toString()}`).then(
    (response) => response.json() as Promise<StationsAnswer>,
  );
  return answer.evStations.evStation;
}

async function howMany(lat: number, lng: number): Promise<number> {
  const response = await fetch(`${BASE}/ev/stations/count.json?prox=${lat},${lng},5000&apiKey=${KEY}`);
  const { count } = (await response.json()) as { count: number };
  return count;
}

async function several(ids: string[]): Promise<EvStation[]> {
  const asked = ids.map((id) => `id=${encodeURIComponent(id)}`).join('&');
  const answer = (await fetch(`${BASE}/ev/pools/bulk.json?${asked}&apiKey=${KEY}`).then((response) => {
    if (!response.ok) throw new Error('v2 refused');
    return response.json();
  })) as StationsAnswer;
  return answer.evStations.evStation;
}

const found = await near(52.0116, 4.3571, 3000);
console.log(JSON.stringify(['near', found.map(inWords)]));
console.log(JSON.stringify(['box', (await inBox(53, 3, 51, 8)).map(inWords)]));
console.log(JSON.stringify(['CCS', (await inBox(53, 3, 51, 8, [CCS_2])).map(inWords)]));
console.log(JSON.stringify(['along', (await along('51.9,4.2;52.01,4.36;52.2,4.6;20000')).map(inWords)]));
console.log(JSON.stringify(['count', await howMany(52.0116, 4.3571)]));
console.log(
  JSON.stringify(['bulk', (await several([...found.map(({ poolId }) => poolId), 'unheard-of'])).map(inWords)]),
);
