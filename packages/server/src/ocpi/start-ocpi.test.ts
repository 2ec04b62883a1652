import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentIdOf } from '@pantograph/model/location';
import { dataFiles } from '../data-files.ts';
import { createLog } from '../observe/log.ts';
import { startServer } from '../start-server.ts';
import { openPeerStore } from './peers/peer-store.ts';
import { newToken, tokenHash } from './peers/token.ts';
import { ask } from './testing/ask.ts';
import { location } from './testing/wire-objects.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-server-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function befriended(): string {
  const token = newToken();
  const peers = openPeerStore(dataFiles(directory).peers);
  const at = '2026-03-10T12:00:00Z';
  const roles = [{ role: 'CPO', countryCode: 'NL', partyId: 'ABC', name: 'ABC' }];
  peers.setOwnParty({ countryCode: 'DE', partyId: 'PAN', name: 'Pantograph', roles: ['NSP'] });
  peers.change((writer) => {
    writer.put({ name: 'abc', state: 'registered', allowPrivate: false, roles, createdAt: at, changedAt: at });
    writer.setTokens('abc', [{ use: 'current', hash: tokenHash(token) }]);
  });
  peers.close();
  return token;
}

it('what a peer pushes is found by everybody, needs no API key of the peer, and is there after a restart', async () => {
  const token = befriended();
  const options = { dataDir: directory, port: 0, log: createLog('fatal'), access: { mode: 'open' } } as const;
  const id = contentIdOf({ source: 'abc', countryCode: 'NL', partyId: 'ABC', id: 'L1' });
  const shown = async (url: string): Promise<string> => {
    // The atlas follows the store; each try is a round trip.
    for (let tries = 0; tries < 200; tries++) {
      const response = await fetch(`${url}/v3/locations/${id}?fields=evses`);
      const text = await response.text();
      if (response.ok && text.includes('CHARGING')) return text;
    }
    throw new Error('never shown');
  };
  const first = await startServer(options);
  const place = `${first.url}/ocpi/receiver/2.2.1/locations/NL/ABC/L1`;
  expect(await ask(place, { method: 'PUT', token, body: location('L1') })).toMatchObject({ http: 201 });
  const body = { status: 'CHARGING', last_updated: '2026-03-10T11:00:00Z' };
  expect(await ask(`${place}/E1`, { method: 'PATCH', token, body })).toMatchObject({ http: 200, code: 1000 });
  const before = await shown(first.url);
  await first.close();
  const second = await startServer(options);
  expect(await shown(second.url)).toBe(before);
  await second.close();
});
