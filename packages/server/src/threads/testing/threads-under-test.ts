/** A server with serving threads over the small world, and connections of which it is known who answers them. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request as open } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { vi } from 'vitest';
import type { ContentId } from '@pantograph/model/location';
import { fillSmallWorld } from '../../../test/fill-small-world.ts';
import type { RecordedLog } from '../../../test/recorded-log.ts';
import { recordedLog } from '../../../test/recorded-log.ts';
import { CITY_DATA } from '../../../test/small-world/record.ts';
import { smallWorldTime } from '../../../test/small-world.ts';
import { openKeyStore } from '../../access/key-store.ts';
import { createKey } from '../../access/manage-keys.ts';
import { dataFiles } from '../../data-files.ts';
import { invitePeer, openPeerStore } from '../../ocpi/index.ts';
import type { RunningServer, StartOptions } from '../../start-server.ts';
import { startServer } from '../../start-server.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';

export interface World {
  readonly directory: string;
  /** A key without rights and limits, one of two requests, one for operators. */
  readonly keys: Readonly<Record<'plain' | 'limited' | 'admin', string>>;
  /** With which the source of most places pushes. */
  readonly peerToken: string;
  remove(): void;
}

export async function makeWorld(): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'threads-'));
  const files = dataFiles(directory);
  const store = openSqliteStore(files.store);
  await fillSmallWorld(store);
  await store.close();
  const keyStore = openKeyStore(files.keys);
  const keyOf = (over: object): string => createKey(keyStore, { name: 'k', rights: [], ...over }, smallWorldTime).key;
  const limit = { perSecond: 0.001, burst: 20 };
  const keys = { plain: keyOf({}), limited: keyOf({ limit }), admin: keyOf({ rights: ['admin'] }) };
  keyStore.close();
  const peerToken = registerPeer(files.peers);
  return { directory, keys, peerToken, remove: () => rmSync(directory, { recursive: true }) };
}

/** As after a handshake. */
function registerPeer(path: string): string {
  const at = smallWorldTime.toISOString();
  const peers = openPeerStore(path);
  peers.setOwnParty({ countryCode: 'DE', partyId: 'PAN', name: 'Test', roles: ['NSP'] });
  const token = invitePeer(peers, { name: CITY_DATA, allowPrivate: false }, smallWorldTime);
  peers.change((writer) => {
    const [invitation] = writer.tokens(CITY_DATA);
    const roles = [{ role: 'CPO', countryCode: 'NL', partyId: 'VLT', name: 'City' }];
    const times = { createdAt: at, changedAt: at };
    writer.put({ name: CITY_DATA, state: 'registered', allowPrivate: false, presents: 'raw', roles, ...times });
    if (invitation !== undefined) writer.setTokens(CITY_DATA, [{ ...invitation, use: 'current' }]);
  });
  peers.close();
  return token;
}

/** The same again, for a server of its own. */
export function copyOf(world: World): World {
  const directory = mkdtempSync(join(tmpdir(), 'threads-'));
  cpSync(world.directory, directory, { recursive: true });
  return { ...world, directory, remove: () => rmSync(directory, { recursive: true }) };
}

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Told {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Connection {
  ask(sent: Sent | string): Promise<Told>;
  close(): void;
}

export interface ServerUnderTest {
  readonly server: RunningServer;
  readonly recorded: RecordedLog;
  /** One to each thread, by their numbers. */
  readonly connectToEach: (threads: number) => Promise<readonly Connection[]>;
  readonly close: () => Promise<void>;
}

export async function serverUnderTest(world: World, options: Partial<StartOptions> = {}): Promise<ServerUnderTest> {
  const recorded = recordedLog('debug');
  const server = await startServer({ dataDir: world.directory, port: 0, log: recorded.log, ...options });
  const open: Connection[] = [];

  async function threadOf(connection: Connection): Promise<number> {
    const { headers } = await connection.ask('/v3/version');
    const id = headers['x-correlation-id'];
    return vi.waitFor(() => {
      const line = recorded.lines().find(({ correlationId }) => correlationId === id);
      if (typeof line?.['thread'] !== 'number') throw new Error('it is not in the log yet');
      return line['thread'];
    }, 10_000);
  }

  return {
    server,
    recorded,
    async connectToEach(threads) {
      const found = new Map<number, Connection>();
      while (found.size < threads) {
        const connection = connect(server.port);
        open.push(connection);
        const thread = await threadOf(connection);
        if (found.has(thread)) connection.close();
        else found.set(thread, connection);
      }
      return [...found].sort(([a], [b]) => a - b).map(([, connection]) => connection);
    },
    async close() {
      for (const connection of open) connection.close();
      await server.close();
    },
  };
}

/** Keeps to one connection. */
export function connect(port: number): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask(sent) {
      const { method = 'GET', path, headers = {}, body } = typeof sent === 'string' ? { path: sent } : sent;
      // Answers with links say by which name they were asked.
      const named = { Host: 'localhost:8080', ...headers };
      return new Promise((resolve, reject) => {
        const asked = open({ port, host: '127.0.0.1', agent, method, path, headers: named }, (answer) => {
          buffer(answer).then(
            (bytes) => resolve({ status: answer.statusCode, headers: answer.headers, body: bytes.toString('latin1') }),
            reject,
          );
        });
        asked.on('error', reject);
        asked.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

/** Later than everything that the small world says, and in order. */
export function laterBy(seconds: number): string {
  return new Date(smallWorldTime.getTime() + (1 + seconds) * 1000).toISOString();
}

interface Shown {
  readonly evses: readonly { readonly uid: string; readonly status: string }[];
}

export async function statusOf(thread: Connection, contentId: ContentId, uid: string): Promise<string | undefined> {
  const { body } = await thread.ask(`/v3/locations/${contentId}?fields=evses`);
  return (JSON.parse(body) as Shown).evses.find((evse) => evse.uid === uid)?.status;
}
