/**
 * The rows of a store, written out beforehand in PostgreSQL's own text format, and loaded by COPY into tables with the
 * keys and indexes that the same questions need. No parsing, no checks: the most that can be asked of the peer.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openSqliteStore } from '@pantograph/server';
import type { Store } from '@pantograph/server';
import { measured } from '../harness/measure.ts';
import type { Measurement } from '../harness/measure.ts';
import { copyRow } from './copy-text.ts';
import { startPostgres } from './server.ts';

interface PostgresCopy extends AsyncDisposable {
  /** Loads everything into emptied tables, in one durable transaction. */
  readonly run: () => Promise<Measurement>;
}

const schema = `
CREATE TABLE location (
  content_id text PRIMARY KEY,
  source text NOT NULL,
  country_code text NOT NULL,
  party_id text NOT NULL,
  id text NOT NULL,
  last_updated timestamptz NOT NULL,
  position point NOT NULL,
  document jsonb NOT NULL,
  UNIQUE (source, country_code, party_id, id)
);
CREATE INDEX location_position ON location USING gist (position);
CREATE INDEX location_last_updated ON location (last_updated);
CREATE TABLE evse_status (
  content_id text NOT NULL,
  uid text NOT NULL,
  status text NOT NULL,
  observed_at timestamptz NOT NULL,
  PRIMARY KEY (content_id, uid)
);`;

/** @param storeFile a store of ours with the rows to load */
export async function postgresCopy(storeFile: string, directory: string): Promise<PostgresCopy> {
  const files = { location: join(directory, 'location.copy'), evse_status: join(directory, 'evse_status.copy') };
  const store = openSqliteStore(storeFile);
  const { locations } = store.counts();
  await pipeline(Readable.from(locationRows(store)), createWriteStream(files.location));
  await pipeline(Readable.from(statusRows(store)), createWriteStream(files.evse_status));
  await store.close();

  const server = await startPostgres(directory);
  await server.sql.unsafe(schema);
  return {
    async run() {
      await server.sql`TRUNCATE location, evse_status`;
      return measured(async () => {
        await server.sql.begin(async (sql) => {
          await pipeline(chunks(files.location), await sql`COPY location FROM STDIN`.writable());
          await pipeline(chunks(files.evse_status), await sql`COPY evse_status FROM STDIN`.writable());
        });
        return locations;
      });
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function chunks(file: string): Readable {
  return createReadStream(file, { highWaterMark: 1 << 20 });
}

function* locationRows(store: Store): Iterable<string> {
  for (const { contentId, key, location, extension } of store.locations()) {
    const { latitude, longitude } = location.coordinates;
    const document = JSON.stringify({ ...location, pantograph: extension });
    const position = `(${longitude},${latitude})`;
    yield copyRow([
      contentId,
      key.source,
      key.countryCode,
      key.partyId,
      key.id,
      location.last_updated,
      position,
      document,
    ]);
  }
}

function* statusRows(store: Store): Iterable<string> {
  for (const { contentId, statuses } of store.locations()) {
    for (const { uid, status, observedAt } of statuses) yield copyRow([contentId, uid, status, observedAt]);
  }
}
