import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invitePeer } from './invite.ts';
import type { Peer } from './peer.ts';
import { openPeerStore } from './peer-store.ts';
import type { PeerStore } from './peer-store.ts';
import { newToken, tokenHash } from './token.ts';

let directory: string;
let opened: PeerStore[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-peers-'));
  opened = [];
});
afterEach(() => {
  for (const peers of opened) peers.close();
  rmSync(directory, { recursive: true });
});

function open(): PeerStore {
  const peers = openPeerStore(join(directory, 'peers.db'));
  opened.push(peers);
  return peers;
}

const now = new Date('2026-03-10T12:00:00Z');
const at = now.toISOString();
const known: Peer = { name: 'abc', state: 'registered', allowPrivate: false, roles: [], createdAt: at, changedAt: at };

describe("the peers' file", () => {
  it("is its owner's only, with everything beside it, and holds no token that peers show us", () => {
    const peers = open();
    const token = invitePeer(peers, { name: 'abc', allowPrivate: false }, now);
    for (const file of readdirSync(directory)) {
      expect(statSync(join(directory, file)).mode & 0o077).toBe(0);
      expect(readFileSync(join(directory, file)).includes(token)).toBe(false);
    }
  });

  it('is shared by processes: what one changes the other sees at once', async () => {
    const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
    const [server, command] = [open(), open()];
    expect(server.find('nobody', now)).toBeUndefined();
    const token = invitePeer(command, { name: 'abc', allowPrivate: false }, now);
    await nextTurn();
    expect(server.find(token, now)).toMatchObject({ peer: { name: 'abc', state: 'invited' } });
    command.change((writer) => writer.setTokens('abc', []));
    await nextTurn();
    expect(server.find(token, now)).toBeUndefined();
  });

  it('changes whole or not at all', () => {
    const peers = open();
    const token = newToken();
    expect(() =>
      peers.change((writer) => {
        writer.put(known);
        writer.setTokens('abc', [{ use: 'current', hash: tokenHash(token) }]);
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect([peers.list(), peers.find(token, now)]).toEqual([[], undefined]);
  });

  it('lets a token work until its end and no longer', () => {
    const peers = open();
    const token = newToken();
    peers.change((writer) => {
      writer.put(known);
      writer.setTokens('abc', [{ use: 'previous', hash: tokenHash(token), validUntil: '2026-03-10T13:00:00.000Z' }]);
    });
    expect(peers.find(token, new Date('2026-03-10T12:59:59.999Z'))).toBeDefined();
    expect(peers.find(token, new Date('2026-03-10T13:00:00Z'))).toBeUndefined();
  });

  it('keeps counts and positions', () => {
    const peers = open();
    for (let times = 0; times < 3; times++) peers.counts.add('abc', 'stale', now);
    peers.counts.add('abc', 'added', now);
    const position = { seq: 7, failures: 2, nextTryAt: at, lastProblem: 'away', sent: 5, refused: 1 };
    peers.pushes.put('abc', position);
    peers.counts.flush();
    const again = open();
    expect(again.counts.of('abc')).toEqual({ added: 1, stale: 3 });
    expect(again.pushes.get('abc')).toEqual(position);
    again.pushes.drop('abc');
    expect(peers.pushes.get('abc')).toBeUndefined();
  });
});
