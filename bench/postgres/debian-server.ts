/** PostgreSQL with PostGIS as Debian packs it (`postgresql-15-postgis-3`): no npm package carries the extension. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BIN = '/usr/lib/postgresql/15/bin';

export interface ServerPlace {
  readonly directory: string;
  readonly user: string;
  readonly password: string;
  readonly port: number;
  /** Arguments of `postgres`. */
  readonly settings: readonly string[];
}

/** Resolves with what stops it, once it takes connections. */
export async function startDebianServer(place: ServerPlace): Promise<() => Promise<void>> {
  const { directory, user, password, port, settings } = place;
  await access(join(BIN, 'postgres')).catch(() => {
    throw new Error('The peer postgis needs PostgreSQL 15 with PostGIS: apt-get install postgresql-15-postgis-3');
  });
  const owner = await ownerOfServer();
  await mkdir(directory);
  if (owner !== undefined) await chown(directory, owner.uid, owner.gid);
  const passwordFile = join(dirname(directory), 'password');
  await writeFile(passwordFile, password);
  const initdb = ['-D', directory, '-U', user, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8'];
  await run(join(BIN, 'initdb'), [...initdb, '--locale=C.UTF-8'], { ...owner, cwd: '/' });
  await rm(passwordFile);
  const args = ['-D', directory, '-p', String(port), '-c', `unix_socket_directories=${directory}`, ...settings];
  const server = spawn(join(BIN, 'postgres'), args, { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(server, 'close');
  for await (const line of createInterface({ input: server.stderr })) {
    if (line.includes('ready to accept connections')) break;
  }
  if (server.exitCode !== null) throw new Error(`postgres ended with ${String(server.exitCode)}`);
  server.stderr.resume();
  return async () => {
    server.kill('SIGINT');
    await ended;
  };
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
async function ownerOfServer(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => run('id', [what, 'postgres'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}
