/**
 * Peers in a small SQLite file of their own beside the data, readable by its owner only: charge points are passed on
 * and rebuilt, agreements are not. Of the tokens that peers show us a hash is kept; those that we show them are kept as
 * they are, since they have to be sent, and a key to them would lie in the same directory. Several processes share the
 * file: `pantograph peer` writes while a server reads.
 */
import { openSmallDatabase } from '../../small-database.ts';
import { OwnParty } from './own-party.ts';
import { Peer } from './peer.ts';
import { peerCounts } from './peer-counts.ts';
import type { PeerCounts } from './peer-counts.ts';
import { pushStates } from './push-state.ts';
import type { PushStates } from './push-state.ts';
import { toldParties, toldPartiesSchema } from './told-parties.ts';
import type { ToldParties } from './told-parties.ts';
import { tokenHash } from './token.ts';

/**
 * What a token is good for. `invitation`: to register. `offered`: sent out in a handshake that is not over.
 * `previous`: rotated away, good until the overlap ends.
 */
export type TokenUse = 'invitation' | 'offered' | 'current' | 'previous';

export interface KnownToken {
  readonly use: TokenUse;
  readonly hash: string;
  /** UTC, ISO 8601; absent: until it is withdrawn. */
  readonly validUntil?: string;
}

export interface FoundPeer {
  readonly peer: Peer;
  readonly known: KnownToken;
}

/** What every request and every look for work asks. */
interface Remembered {
  readonly peers: readonly Peer[];
  readonly byHash: ReadonlyMap<string, FoundPeer>;
  readonly own: OwnParty | undefined;
}

export interface PeerStore {
  /** What another process changed is seen in the next turn. */
  list(): readonly Peer[];
  get(name: string): Peer | undefined;
  tokens(name: string): readonly KnownToken[];
  /** Whose token this is, if it is good at `now`; as up to date as `list`. */
  find(token: string, now: Date): FoundPeer | undefined;
  /** All that `work` does becomes true and durable at once, or, where it throws, not at all. */
  change<Result>(work: (writer: PeerWriter) => Result): Result;
  ownParty(): OwnParty | undefined;
  setOwnParty(party: OwnParty): void;
  readonly counts: PeerCounts;
  readonly pushes: PushStates;
  readonly told: ToldParties;
  close(): void;
}

export interface PeerWriter {
  /** As it stands now, whoever changed it last. */
  get(name: string): Peer | undefined;
  tokens(name: string): readonly KnownToken[];
  put(peer: Peer): void;
  /** All tokens that the peer may show from now on. */
  setTokens(name: string, tokens: readonly KnownToken[]): void;
}

const schema = `
  create table if not exists peer (name text primary key, document text not null) strict;
  create table if not exists token (
    hash text primary key, peer text not null, use text not null, valid_until text
  ) strict;
  create table if not exists own_party (id integer primary key check (id = 1), document text not null) strict;
  create table if not exists received (
    peer text not null, what text not null, count integer not null, primary key (peer, what)
  ) strict;
  create table if not exists push (
    peer text primary key, seq integer not null, failures integer not null, next_try_at text, last_problem text,
    sent integer not null, refused integer not null, skipped_at text
  ) strict;
  create table if not exists push_open (peer text primary key, sources text not null) strict;
  create table if not exists push_more (peer text primary key, document text not null) strict;
  ${toldPartiesSchema}`;

/** `path` of the database file. */
export function openPeerStore(path: string): PeerStore {
  const database = openSmallDatabase(path, schema);
  const select = database.prepare('select document from peer where name = ?');
  const selectAll = database.prepare('select document from peer order by rowid');
  const write = database.prepare(
    'insert into peer (name, document) values (?, ?) on conflict (name) do update set document = excluded.document',
  );
  const selectTokens = database.prepare('select hash, use, valid_until from token where peer = ? order by rowid');
  const selectAllTokens = database.prepare('select hash, peer, use, valid_until from token');
  const dropTokens = database.prepare('delete from token where peer = ?');
  const addToken = database.prepare('insert into token (hash, peer, use, valid_until) values (?, ?, ?, ?)');
  const selectParty = database.prepare('select document from own_party');
  const writeParty = database.prepare('replace into own_party (id, document) values (1, ?)');
  const dataVersion = database.prepare('pragma data_version');

  const get = (name: string): Peer | undefined => {
    const row = select.get(name);
    return row && readPeer(row['document']);
  };
  const tokens = (name: string): readonly KnownToken[] => selectTokens.all(name).map(readToken);

  /** Thrown away at every change of ours; other processes' changes show in SQLite's data_version. */
  let remembered: Remembered | undefined;
  let seenVersion: unknown;
  /** Requests of one turn of the event loop look once. */
  let hasLooked = false;
  const known = () => {
    if (remembered !== undefined && hasLooked) return remembered;
    hasLooked = true;
    setImmediate(() => {
      hasLooked = false;
    });
    const version = dataVersion.get()?.['data_version'];
    if (remembered !== undefined && version === seenVersion) return remembered;
    seenVersion = version;
    const peers = new Map(readAll().map((peer) => [peer.name, peer]));
    const byHash = new Map<string, FoundPeer>();
    for (const row of selectAllTokens.all()) {
      const peer = peers.get(String(row['peer']));
      const token = readToken(row);
      if (peer !== undefined) byHash.set(token.hash, { peer, known: token });
    }
    const party = selectParty.get();
    const own = party && OwnParty.parse(JSON.parse(String(party['document'])));
    remembered = { peers: [...peers.values()], byHash, own };
    return remembered;
  };
  const readAll = (): readonly Peer[] => selectAll.all().map((row) => readPeer(row['document']));

  const writer: PeerWriter = {
    get,
    tokens,
    put: (peer) => {
      write.run(peer.name, JSON.stringify(Peer.parse(peer)));
    },
    setTokens: (name, wanted) => {
      dropTokens.run(name);
      for (const { hash, use, validUntil = null } of wanted) addToken.run(hash, name, use, validUntil);
    },
  };
  const counts = peerCounts(database);

  return {
    list: () => known().peers,
    get,
    tokens,
    find: (token, now) => {
      const found = known().byHash.get(tokenHash(token));
      const { validUntil } = found?.known ?? {};
      return validUntil !== undefined && Date.parse(validUntil) <= now.getTime() ? undefined : found;
    },
    change: (work) => {
      database.exec('begin immediate');
      try {
        const result = work(writer);
        database.exec('commit');
        return result;
      } catch (error) {
        database.exec('rollback');
        throw error;
      } finally {
        remembered = undefined;
      }
    },
    ownParty: () => known().own,
    setOwnParty: (party) => {
      writeParty.run(JSON.stringify(OwnParty.parse(party)));
      remembered = undefined;
    },
    counts,
    pushes: pushStates(database),
    told: toldParties(database),
    close: () => {
      counts.flush();
      database.close();
    },
  };
}

function readPeer(document: unknown): Peer {
  return Peer.parse(JSON.parse(String(document)));
}

function readToken(row: Readonly<Record<string, unknown>>): KnownToken {
  const validUntil = row['valid_until'];
  return {
    hash: String(row['hash']),
    use: String(row['use']) as TokenUse,
    ...(typeof validUntil === 'string' ? { validUntil } : {}),
  };
}
