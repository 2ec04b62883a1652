/** Our OCPI surface behind the real edge and a real port, with a store and peers of its own. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../http/app.ts';
import { listen } from '../../http/listen.ts';
import { createLog } from '../../observe/log.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Store } from '../../store/store.ts';
import type { Registrar } from '../credentials/register.ts';
import { createOutbound } from '../outbound/index.ts';
import { invitePeer } from '../peers/invite.ts';
import type { OwnParty } from '../peers/own-party.ts';
import type { PeerStore } from '../peers/peer-store.ts';
import { openPeerStore } from '../peers/peer-store.ts';
import { passedOn } from '../sender/passed-on.ts';
import type { PassedOn } from '../sender/passed-on.ts';
import { newToken, tokenHash } from '../peers/token.ts';
import { mountOcpi } from '../surface.ts';

export interface ServerUnderTest extends Registrar {
  readonly url: string;
  readonly store: Store;
  readonly peers: PeerStore;
  readonly passedOn: PassedOn;
  readonly clock: { now: Date };
  /** A token to register with. */
  readonly invite: (name: string) => string;
  /** A peer as the handshake leaves it, and its token. */
  readonly befriend: (name: string, parties?: readonly string[]) => string;
  readonly close: () => Promise<void>;
}

export async function serverUnderTest(own: Partial<OwnParty> = {}): Promise<ServerUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'pantograph-ocpi-'));
  const store = openSqliteStore(join(directory, 'store.db'));
  const peers = openPeerStore(join(directory, 'peers.db'));
  const clock = { now: new Date('2026-03-10T12:00:00Z') };
  const inside = createOutbound({ allowPrivate: true, timeout: 2_000 });
  const outside = createOutbound({ timeout: 2_000 });
  const outbound = ({ allowPrivate }: { allowPrivate: boolean }) => (allowPrivate ? inside.fetch : outside.fetch);
  const log = createLog('fatal');
  const shelves = passedOn(store);
  const surfaces = [mountOcpi({ store, peers, outbound, newId: randomUUID, passedOn: shelves })];
  const app = createApp({ surfaces, log, newId: randomUUID, now: () => clock.now });
  const listening = await listen(app, { host: '127.0.0.1', port: 0, log, newId: randomUUID });
  peers.setOwnParty({
    countryCode: 'DE',
    partyId: 'PAN',
    name: 'Pantograph',
    roles: ['NSP'],
    publicUrl: listening.url,
    ...own,
  });
  return {
    url: listening.url,
    store,
    peers,
    passedOn: shelves,
    clock,
    outbound,
    newId: randomUUID,
    now: () => clock.now,
    parties: (peer) => shelves.locations().parties(peer),
    invite: (name) => invitePeer(peers, { name, allowPrivate: true }, clock.now),
    befriend: (name, parties = ['NL/ABC']) => {
      const token = newToken();
      const at = clock.now.toISOString();
      const roles = parties.map((party) => {
        const [countryCode = '', partyId = ''] = party.split('/');
        return { role: 'CPO', countryCode, partyId, name };
      });
      peers.change((writer) => {
        writer.put({ name, state: 'registered', allowPrivate: true, roles, createdAt: at, changedAt: at });
        writer.setTokens(name, [{ use: 'current', hash: tokenHash(token) }]);
      });
      return token;
    },
    close: async () => {
      await listening.close(0);
      inside.close();
      outside.close();
      peers.close();
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
}
