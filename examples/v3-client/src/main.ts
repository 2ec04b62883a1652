/**
 * Where can I charge around here?
 *
 *     node src/main.ts near 52.0116,4.3571 3000
 *     node src/main.ts station <id>
 *
 * EV_API_URL says which server to ask, EV_API_KEY with which key.
 */
import type { Client } from '@pantograph/client';
import { createClient } from '@pantograph/client';
import { CCS_2, TYPE_2 } from './connector-types.ts';
import { findLocations, getEvses, getLocation } from './ev-api.ts';
import { printEvses, printLocation } from './print-location.ts';

const client: Client = createClient({
  baseUrl: process.env.EV_API_URL ?? 'http://localhost:8080',
  apiKey: process.env.EV_API_KEY,
});

async function near(position: string, radius: string): Promise<void> {
  const [latitude, longitude] = position.split(',').map(Number);
  const found = await findLocations(client, latitude, longitude, Number(radius), [TYPE_2, CCS_2]);
  console.log(`${String(found.length)} stations with Type 2 or CCS`);
  for (const { place, location } of found) if (location !== undefined) printLocation(location, place.distance);
}

async function details(id: string): Promise<void> {
  const location = await getLocation(client, id);
  if (location === undefined) throw new Error(`There is no station ${id}`);
  printLocation(location);
  printEvses(await getEvses(client, id));
}

const [command, first = '', second = '1000'] = process.argv.slice(2);
if (command === 'near') await near(first, second);
else if (command === 'station') await details(first);
else {
  console.error('near <latitude>,<longitude> <radius in metres> | station <id>');
  process.exitCode = 2;
}
