/** What our server answers for every place, in batches that keep it busy. */
import { contentIdIn } from '@pantograph/model/location';
import type { ChargingLocation, ChargingLocations } from '@pantograph/model/v3';
import { rawConnection } from '../harness/raw-connection.ts';
import type { RawConnection } from '../harness/raw-connection.ts';

/** Everything that is free, as the benchmark of lookups asks for. */
export const LOOKUP_FIELDS = 'address,evses,locationInfo,emsps,connectorGroups,tariffs,nearby';
const BATCH = 100;
const BATCHES_AT_ONCE = 4;

export interface Answered {
  readonly contentId: string;
  readonly location: ChargingLocation;
}

/** In the order of the ids. Throws where one is missing. */
export async function* answeredLocations(
  port: number,
  contentIds: readonly string[],
  fields: string,
): AsyncIterable<Answered> {
  const connections = await connectionsTo(port, BATCHES_AT_ONCE);
  const waiting: Promise<readonly Answered[]>[] = [];
  for (let at = 0; at < contentIds.length; at += BATCH) {
    const ids = contentIds.slice(at, at + BATCH);
    waiting.push(connections.use((connection) => batch(connection, ids, fields)));
    if (waiting.length === BATCHES_AT_ONCE) yield* (await waiting.shift()) ?? [];
  }
  for (const answered of waiting) yield* await answered;
  connections.close();
}

async function batch(connection: RawConnection, ids: readonly string[], fields: string): Promise<readonly Answered[]> {
  const path = `/v3/locations?ids=${ids.join(',')}&fields=${fields}`;
  const { items = [] } = JSON.parse(await bodyOf(connection, path)) as ChargingLocations;
  if (items.length !== ids.length) throw new Error('a location is missing');
  return items.map((location) => ({ contentId: contentIdIn(location.id), location }));
}

interface ItemReader extends AsyncDisposable {
  /** The item of a search, without a distance. */
  read(contentId: string): Promise<string>;
}

export async function itemReader(port: number, atOnce: number): Promise<ItemReader> {
  const connections = await connectionsTo(port, atOnce);
  return {
    read: (contentId) => connections.use((connection) => bodyOf(connection, `/v1/lookup?id=${contentId}&show=ev`)),
    [Symbol.asyncDispose]: () => Promise.resolve(connections.close()),
  };
}

interface Connections {
  /** As soon as one has nothing else to do; in the order of the calls on each. */
  use<Result>(work: (connection: RawConnection) => Promise<Result>): Promise<Result>;
  close(): void;
}

async function connectionsTo(port: number, count: number): Promise<Connections> {
  const url = `http://127.0.0.1:${String(port)}`;
  const open = await Promise.all(
    Array.from({ length: count }, async () => ({ connection: await rawConnection(url), free: Promise.resolve() })),
  );
  let next = 0;
  return {
    use(work) {
      const one = open[next++ % count];
      if (one === undefined) throw new Error('there is no connection');
      const result = one.free.then(() => work(one.connection));
      one.free = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
    close: () => {
      for (const { connection } of open) connection.close();
    },
  };
}

async function bodyOf(connection: RawConnection, path: string): Promise<string> {
  const answer = await connection.send(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  if (!answer.startsWith('HTTP/1.1 200 ')) throw new Error(`${path.slice(0, 300)}: ${answer.slice(0, 300)}`);
  return Buffer.from(answer.slice(answer.indexOf('\r\n\r\n') + 4), 'latin1').toString('utf8');
}
