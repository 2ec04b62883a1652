/** Requests by axios: in place, with options, and by an instance. */
import axios from 'axios';

const API = `${process.env.EV_API_URL ?? 'http://localhost:8080'}/ev`;

interface EvStation {
  poolId: string;
  brand?: string;
  distance?: number;
}

interface StationsAnswer {
  hasMore: boolean;
  evStations: { evStation: EvStation[] };
}

interface Evse {
  id: string;
  state: string;
}

interface EvsesAnswer {
  pools: { stations: { evses: Evse[] }[] }[];
}

const ev = axios.create({ baseURL: API, params: { apiKey: 'demo' }, headers: { Accept: 'application/json' } });

const inWords = (station: EvStation) =>
  [station.poolId, station.brand ?? '-', station.distance ?? 'anywhere'].join(' ');

async function near(position: string, radius: number): Promise<EvStation[]> {
  const { data } = await axios.get<StationsAnswer>(`${API}/stations.json`, {
    params: { prox: `${position},${String(radius)}`, maxresults: 3, apiKey: 'demo' },
  });
  return data.evStations.evStation;
}

async function strong(position: string): Promise<EvStation[]> {
  const response = await ev.get<StationsAnswer>('/stations.json', {
    params: { prox: `${position},200000`, connectortype: '31,34' },
  });
  return response.data.evStations.evStation;
}

function howMany(box: string): Promise<number> {
  return ev
    .get<{ count: number }>('stations/count.json', { params: { bbox: box } })
    .then(({ data }) => data)
    .then((answer) => answer.count);
}

async function one(poolId: string): Promise<EvStation | undefined> {
  const station = (await axios.get<StationsAnswer>(`${API}/pools/${poolId}.json?apiKey=demo`)).data.evStations
    .evStation[0];
  return station;
}

async function free(ids: string[]): Promise<number> {
  const params = new URLSearchParams({ apiKey: 'demo' });
  for (const id of ids) params.append('id', id);
  const { data } = await axios.get<EvsesAnswer>(`${API}/evses/bulk.json`, { params });
  return data.pools
    .flatMap((pool) => pool.stations.flatMap((station) => station.evses))
    .filter((evse) => evse.state === 'AVAILABLE').length;
}

const found = await near('52.0116,4.3571', 3000);
console.log(JSON.stringify(['near', found.map(inWords)]));
console.log(JSON.stringify(['strong', (await strong('52.0116,4.3571')).map(inWords)]));
console.log(JSON.stringify(['count', await howMany('53,3;51,8')]));
for (const { poolId } of found) {
  const station = await one(poolId);
  if (station !== undefined) console.log(JSON.stringify(['one', inWords(station)]));
}
console.log(JSON.stringify(['free', await free(found.map((station) => station.poolId))]));
