/**
 * The places that our server serves, as a competent engineer would keep them in PostgreSQL for the same questions: what
 * is answered as ready JSON text, what is asked for as columns with indexes. Filled from our own answers.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ChargingLocation } from '@pantograph/model/v3';
import { v3Standards } from '@pantograph/model/vocabulary';
import { copyArray, copyRow } from './copy-text.ts';
import type { Answered } from './our-answers.ts';
import { LOOKUP_FIELDS, answeredLocations, itemReader } from './our-answers.ts';
import { BROWSED_CATEGORY } from '../serving/browse-paths.ts';
import type { PostgresServer } from './server.ts';

interface Filling {
  readonly server: PostgresServer;
  /** Our server's. */
  readonly port: number;
  readonly contentIds: readonly string[];
}

/** Documents of `/v3/locations`, by content id. */
export async function fillLocations({ server, port, contentIds }: Filling): Promise<void> {
  await server.sql`CREATE TABLE location (content_id text PRIMARY KEY, document text NOT NULL)`;
  await pipeline(
    Readable.from(locationRows(answeredLocations(port, contentIds, LOOKUP_FIELDS))),
    await server.sql`COPY location FROM STDIN`.writable(),
  );
  await server.sql`VACUUM ANALYZE location`;
}

async function* locationRows(answered: AsyncIterable<Answered>): AsyncIterable<string> {
  for await (const { contentId, location } of answered) yield copyRow([contentId, JSON.stringify(location)]);
}

/**
 * `powers[n]`: watts of the strongest connector of standard n at EVSEs that are not removed; `available_powers[n]`: the
 * same at EVSEs that are available. `item`: what browse answers, without the distance.
 */
const placeTable = `
CREATE EXTENSION postgis;
CREATE TABLE provider (number int PRIMARY KEY, id text UNIQUE NOT NULL);
CREATE TABLE place (
  content_id text PRIMARY KEY,
  position geography(Point) NOT NULL,
  powers int[] NOT NULL,
  available_powers int[] NOT NULL,
  providers int[] NOT NULL,
  item text NOT NULL
);`;

const placeIndexes = ['CREATE INDEX place_position ON place USING gist (position)', 'VACUUM ANALYZE place'];

/** Items of `/v1/browse` with `show=ev`, and what they are searched by. Without places that no question asks for. */
export async function fillPlaces({ server, port, contentIds }: Filling): Promise<void> {
  const { sql } = server;
  const providers = new Map<string, number>();
  await sql.unsafe(placeTable);
  await pipeline(Readable.from(placeRows(port, contentIds, providers)), await sql`COPY place FROM STDIN`.writable());
  await sql`INSERT INTO provider ${sql([...providers].map(([id, number]) => ({ id, number })))}`;
  for (const index of placeIndexes) await sql.unsafe(index);
}

/** What places are searched by. */
const SEARCHED_FIELDS = 'evses,emsps';
const ITEMS_AT_ONCE = 16;

async function* placeRows(
  port: number,
  contentIds: readonly string[],
  providers: Map<string, number>,
): AsyncIterable<string> {
  await using items = await itemReader(port, ITEMS_AT_ONCE);
  const waiting: Promise<string>[] = [];
  for await (const { contentId, location } of answeredLocations(port, contentIds, SEARCHED_FIELDS)) {
    waiting.push(items.read(contentId).then((item) => placeRow(contentId, location, item, providers)));
    if (waiting.length < 4 * ITEMS_AT_ONCE) continue;
    yield await (waiting.shift() ?? '');
  }
  for (const row of waiting) yield await row;
}

function placeRow(
  contentId: string,
  { location, evses = [], eMobilityServiceProviders = [] }: ChargingLocation,
  item: string,
  providers: Map<string, number>,
): string {
  if (!item.includes(`"${BROWSED_CATEGORY}"`)) return '';
  const numbers = eMobilityServiceProviders.map(({ partnerId }) => {
    const number = providers.get(partnerId) ?? providers.size + 1;
    providers.set(partnerId, number);
    return number;
  });
  return copyRow([
    contentId,
    `SRID=4326;POINT(${String(location.lng)} ${String(location.lat)})`,
    copyArray(strongest(evses.filter(({ status }) => status !== 'REMOVED'))),
    copyArray(strongest(evses.filter(({ status }) => status === 'AVAILABLE'))),
    copyArray(numbers),
    item,
  ]);
}

/** Watts by number of the standard; those of unknown power have 0. */
function strongest(evses: NonNullable<ChargingLocation['evses']>): readonly (number | null)[] {
  const powers: (number | null)[] = v3Standards.map(() => null);
  for (const { connectors = [] } of evses) {
    for (const { standard, maxPower = 0 } of connectors) {
      const number = v3Standards.indexOf(standard);
      if (number >= 0) powers[number] = Math.max(powers[number] ?? 0, maxPower);
    }
  }
  return powers;
}
