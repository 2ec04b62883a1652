/** What our server answers for every place, in batches that keep it busy. */
import { contentIdIn } from '@pantograph/model/location';
import { ChargingLocations } from '@pantograph/model/v3';
import type { ChargingLocation } from '@pantograph/model/v3';

/** Everything that is free, as the benchmark of lookups asks for. */
export const LOOKUP_FIELDS = 'address,evses,locationInfo,emsps,connectorGroups,tariffs,nearby';
const BATCH = 100;
const BATCHES_AT_ONCE = 4;

export interface Answered {
  readonly contentId: string;
  readonly location: ChargingLocation;
}

/** In the order of the ids. Throws where one is missing. */
export async function* answeredLocations(port: number, contentIds: readonly string[]): AsyncIterable<Answered> {
  const waiting: Promise<readonly Answered[]>[] = [];
  for (let at = 0; at < contentIds.length; at += BATCH) {
    waiting.push(batch(port, contentIds.slice(at, at + BATCH)));
    if (waiting.length === BATCHES_AT_ONCE) yield* (await waiting.shift()) ?? [];
  }
  for (const answered of waiting) yield* await answered;
}

async function batch(port: number, ids: readonly string[]): Promise<readonly Answered[]> {
  const { items = [] } = ChargingLocations.parse(
    JSON.parse(await textOf(port, `/v3/locations?ids=${ids.join(',')}&fields=${LOOKUP_FIELDS}`)),
  );
  if (items.length !== ids.length) throw new Error('a location is missing');
  return items.map((location) => ({ contentId: contentIdIn(location.id), location }));
}

export async function textOf(port: number, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${String(port)}${path}`);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${String(response.status)} for ${path}: ${text.slice(0, 300)}`);
  return text;
}
