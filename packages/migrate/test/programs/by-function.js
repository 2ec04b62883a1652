/** Requests by a function of its own, that takes lists of values too. */
/* global fetch */
import { env } from 'node:process';

const BASE = env.EV_API_URL;

async function get(path, parameters = {}) {
  const url = new URL(`/ev/${path}`, BASE);
  for (const [name, values] of Object.entries(parameters)) {
    for (const value of [values].flat()) url.searchParams.append(name, value);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`v2 answered ${response.status}`);
  return response.json();
}

const inWords = (station) => [station.poolId, station.brand ?? '-'].join(' ');

async function several(ids) {
  const answer = await get('pools/bulk.json', { id: ids });
  return answer.evStations.evStation;
}

async function one(poolId) {
  const answer = await get('pools/bulk.json', { id: `${poolId}` });
  return answer.evStations.evStation.map(inWords);
}

async function inBox(north, west, south, east) {
  const answer = await get('stations.json', { bbox: `${north},${west};${south},${east}`, maxresults: 20 });
  return answer.evStations.evStation;
}

const found = await inBox(53, 3, 51, 8);
console.log(JSON.stringify(['box', found.map(inWords)]));
console.log(JSON.stringify(['count', await get('stations/count.json', { prox: '52.0116,4.3571,3000' })]));
console.log(JSON.stringify(['several', (await several(found.map((station) => station.poolId))).map(inWords)]));
console.log(JSON.stringify(['one', await one(found[0].poolId)]));
console.log(JSON.stringify(['one unknown', await one('unheard-of')]));
console.log(JSON.stringify(['two unknown', (await several(['unheard-of', 'nor-this'])).map(inWords)]));
