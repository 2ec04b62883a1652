/**
 * Where can I charge around here?
 *
 *     node src/main.ts near 52.0116,4.3571 3000
 *     node src/main.ts station <poolId>
 *
 * EV_API_URL says which server to ask, EV_API_KEY with which key.
 */
import { CCS_2, TYPE_2 } from './connector-types.ts';
import type { EvApi } from './ev-api.ts';
import { findStations, getEvses, getStation } from './ev-api.ts';
import { printEvses, printStation } from './print-station.ts';

const api: EvApi = {
  baseUrl: process.env.EV_API_URL ?? 'http://localhost:8080',
  apiKey: process.env.EV_API_KEY,
};

async function near(position: string, radius: string): Promise<void> {
  const [latitude, longitude] = position.split(',').map(Number);
  const stations = await findStations(api, latitude, longitude, Number(radius), [TYPE_2, CCS_2]);
  console.log(`${String(stations.length)} stations with Type 2 or CCS`);
  for (const station of stations) printStation(station);
}

async function details(poolId: string): Promise<void> {
  const station = await getStation(api, poolId);
  if (station === undefined) throw new Error(`There is no station ${poolId}`);
  printStation(station);
  printEvses(await getEvses(api, poolId));
}

const [command, first = '', second = '1000'] = process.argv.slice(2);
if (command === 'near') await near(first, second);
else if (command === 'station') await details(first);
else {
  console.error('near <latitude>,<longitude> <radius in metres> | station <poolId>');
  process.exitCode = 2;
}
