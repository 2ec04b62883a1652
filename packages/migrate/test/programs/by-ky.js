/** Requests by ky and by fetch, in JavaScript. */
/* global fetch */
import ky from 'ky';

const BASE = process.env.EV_API_URL;
const TOKEN = 'demo';

const inWords = (station) => [station.poolId, station.brand ?? '-', station.distance ?? 'anywhere'].join(' ');

export async function near(lat, lng) {
  const answer = await ky
    .get(`${BASE}/ev/stations.json`, {
      searchParams: { prox: `${lat},${lng},3000` },
      headers: { Authorization: `Bearer ${TOKEN}` },
    })
    .json();
  return answer.evStations.evStation;
}

export async function one(id) {
  const station = await fetch(BASE + '/ev/stations/' + encodeURIComponent(id) + '.json').then((response) => {
    if (response.status !== 200) {
      throw new Error('It is not there');
    }
    return response.json();
  });
  return station.evStations.evStation[0];
}

export const several = (ids) =>
  fetch(BASE + '/ev/stations/bulk.json?' + ids.map((id) => 'id=' + id).join('&'))
    .then((response) => response.json())
    .then((answer) => answer.evStations.evStation);

const found = await near(52.0116, 4.3571);
console.log(JSON.stringify(['near', found.map(inWords)]));
for (const station of found) console.log(JSON.stringify(['one', inWords(await one(station.poolId))]));
console.log(JSON.stringify(['several', (await several(found.map((station) => station.poolId))).map(inWords)]));
console.log(JSON.stringify(['several, one unknown', (await several([found[0].poolId, 'unheard-of'])).map(inWords)]));
console.log(JSON.stringify(['only unknown', (await several(['unheard-of'])).map(inWords)]));
