/**
 * Random pushes from several peers over HTTP to a server that is killed in between. After every kill, and at the end,
 * the store holds what the model says: every acknowledged push, and of one that was under way all or nothing.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { contentIdOf } from '@pantograph/model/location';
import { dataFiles } from '../../../data-files.ts';
import { openSqliteStore } from '../../../store/sqlite/sqlite-store.ts';
import { openPeerStore } from '../../peers/peer-store.ts';
import { newToken, tokenHash } from '../../peers/token.ts';
import { drawFrom, randomPush } from './random-push.ts';
import { requestOf, seenAs } from './send-push.ts';
import type { ModelLocation, Push } from './soak-model.ts';
import { after } from './soak-model.ts';

export interface SoakOptions {
  readonly directory: string;
  readonly pushes: number;
  readonly kills: number;
  readonly seed: number;
  readonly note?: (text: string) => void;
}

export interface SoakReport {
  readonly pushes: number;
  readonly kills: number;
  /** Pushes that were under way when the server was killed, and were sent again. */
  readonly resent: number;
  readonly locations: number;
  readonly evses: number;
}

interface Place {
  readonly source: string;
  readonly party: { readonly country_code: string; readonly party_id: string };
  readonly id: string;
  readonly token: string;
  state: ModelLocation | undefined;
  /** Sent, and not answered yet. */
  pending: Push | undefined;
  sent: number;
}

const PEERS = ['ABC', 'DEF', 'GHI', 'JKL'];
const PLACES_PER_PEER = 6;
const script = fileURLToPath(new URL('serve-for-soak.ts', import.meta.url));

/** Throws at the first difference. */
export async function soak({
  directory,
  pushes,
  kills,
  seed,
  note = () => undefined,
}: SoakOptions): Promise<SoakReport> {
  const places = befriend(directory);
  const agent = new Agent({ keepAlive: true, maxSockets: places.length });
  let running = await start(directory);
  let answered = 0;
  let resent = 0;
  let killed = 0;
  let restarting: Promise<void> | undefined;

  async function restart(): Promise<void> {
    running.child.kill('SIGKILL');
    await once(running.child, 'close');
    compare(places, directory);
    running = await start(directory);
    note(`${String(answered)} pushes, ${String(++killed)} kills, all as it should be`);
  }

  async function work(place: Place, index: number): Promise<void> {
    const draw = drawFrom(seed * 1000 + index);
    const share = Math.ceil(pushes / places.length);
    for (let number = 1; number <= share; number++) {
      const push = suited(randomPush(draw, number), place.state);
      place.pending = push;
      for (;;) {
        await restarting;
        const code = await send(running.url, agent, place, push);
        if (code === undefined) {
          resent++;
          restarting ??= restart().finally(() => (restarting = undefined));
          continue;
        }
        const next = after(place.state, push);
        const expected = next === undefined ? 2003 : 1000;
        if (code !== expected) throw new Error(`${push.kind} was answered ${String(code)}, not ${String(expected)}`);
        place.state = next ?? place.state;
        place.pending = undefined;
        break;
      }
      answered++;
      // Whoever comes past the mark pulls the plug, with all others in the middle of something.
      if (answered % Math.ceil(pushes / (kills + 1)) === 0 && killed < kills) running.child.kill('SIGKILL');
    }
  }

  try {
    await Promise.all(places.map(work));
  } finally {
    running.child.kill('SIGKILL');
    await once(running.child, 'close').catch(() => undefined);
    agent.destroy();
  }
  const evses = compare(places, directory);
  return { pushes: answered, kills: killed, resent, locations: places.length, evses };
}

/** A PATCH of EVSEs names those that are there, since a new one needs more than a status. */
function suited(push: Push, state: ModelLocation | undefined): Push {
  if (push.kind !== 'patch location') return push;
  const known = push.statuses.filter(({ uid }) => state?.evses.some((evse) => evse.uid === uid));
  return { ...push, statuses: known };
}

function befriend(directory: string): readonly Place[] {
  const peers = openPeerStore(dataFiles(directory).peers);
  const at = '2026-01-01T00:00:00Z';
  const party = { countryCode: 'DE', partyId: 'PAN', name: 'Soak', roles: ['NSP' as const] };
  peers.setOwnParty(party);
  const places = PEERS.flatMap((partyId) => {
    const [source, token] = [`peer-${partyId.toLowerCase()}`, newToken()];
    const roles = [{ role: 'CPO', countryCode: 'NL', partyId, name: partyId }];
    peers.change((writer) => {
      writer.put({ name: source, state: 'registered', allowPrivate: false, roles, createdAt: at, changedAt: at });
      writer.setTokens(source, [{ use: 'current', hash: tokenHash(token) }]);
    });
    return Array.from({ length: PLACES_PER_PEER }, (_, number): Place => {
      const named = { country_code: 'NL', party_id: partyId };
      // The same ids at every peer: they must never meet.
      return { source, party: named, id: `L${String(number)}`, token, state: undefined, pending: undefined, sent: 0 };
    });
  });
  peers.close();
  return places;
}

async function start(directory: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, url };
}

/** `undefined`: no answer. */
async function send(url: string, agent: Agent, place: Place, push: Push): Promise<number | undefined> {
  const { method, path, body } = requestOf(push, place.id, place.party);
  const target = `${url}/ocpi/receiver/2.2.1/locations/NL/${place.party.party_id}/${place.id}${path}`;
  try {
    const outgoing = httpRequest(target, { method, agent, headers: { authorization: `Token ${place.token}` } });
    outgoing.end(JSON.stringify(body));
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    return (JSON.parse(await textOf(incoming)) as { status_code: number }).status_code;
  } catch {
    // Any break is the kill's doing; whether it was one shows when the store is compared.
    return undefined;
  }
}

/** Returns how many EVSEs there are. */
function compare(places: readonly Place[], directory: string): number {
  const store = openSqliteStore(join(dataFiles(directory).store));
  let evses = 0;
  for (const { source, party, id, state, pending } of places) {
    const key = { source, countryCode: party.country_code, partyId: party.party_id, id };
    const stored = store.location(contentIdOf(key));
    const seen = stored && seenAs(stored);
    const possible = pending === undefined ? [state] : [state, after(state, pending) ?? state];
    if (!possible.some((one) => isDeepStrictEqual(seen, one && { name: one.name, evses: one.evses }))) {
      throw new Error(`${source} ${id} is\n${JSON.stringify(seen)}\nand should be one of\n${JSON.stringify(possible)}`);
    }
    evses += seen?.evses.length ?? 0;
  }
  void store.close();
  return evses;
}
