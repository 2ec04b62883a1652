/** Our OCPI surface behind the real edge and a real port, with a store and peers of its own. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../http/app.ts';
import { listen } from '../../http/listen.ts';
import type { AskedSurface } from '../../http/surface.ts';
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
  readonly befriend: (name: string, parties?: readonly string[], token?: string) => string;
  /** How many requests were answered without `Request` and `Response`. */
  readonly askedPlainly: () => number;
  readonly close: () => Promise<void>;
}

interface ServerUnderTestOptions {
  /** Every request becomes a `Request`. */
  readonly usualWayOnly?: boolean;
}

export async function serverUnderTest(
  own: Partial<OwnParty> = {},
  { usualWayOnly = false }: ServerUnderTestOptions = {},
): Promise<ServerUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'pantograph-ocpi-'));
  const store = openSqliteStore(join(directory, 'store.db'));
  const peers = openPeerStore(join(directory, 'peers.db'));
  const clock = { now: new Date('2026-03-10T12:00:00Z') };
  const inside = createOutbound({ allowPrivate: true, timeout: 2_000 });
  const outside = createOutbound({ timeout: 2_000 });
  const outbound = ({ allowPrivate }: { allowPrivate: boolean }) => (allowPrivate ? inside.fetch : outside.fetch);
  const log = createLog('fatal');
  const shelves = passedOn(store);
  const mounted = mountOcpi({ store, peers, outbound, newId: randomUUID, passedOn: shelves });
  const { handleAsked, ...usual } = mounted;
  let askedPlainly = 0;
  const counting: AskedSurface | undefined =
    handleAsked &&
    ((asked, context) => {
      askedPlainly++;
      return handleAsked(asked, context);
    });
  const surface = usualWayOnly || counting === undefined ? usual : { ...usual, handleAsked: counting };
  const app = createApp({ surfaces: [surface], log, newId: randomUUID, now: () => clock.now });
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
    askedPlainly: () => askedPlainly,
    befriend: (name, parties = ['NL/ABC'], token = newToken()) => {
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
