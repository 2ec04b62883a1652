/** `pantograph peer`: the parties we exchange OCPI with. Servers over the same directory notice at once. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import type { Peer, PeerStore, Registrar } from '@pantograph/server';
import {
  HandshakeFailed,
  createOutbound,
  invitePeer,
  leave,
  loadSources,
  openPeerStore,
  passedOn,
  registerWith,
  rotateWith,
  versionsUrlOf,
} from '@pantograph/server';
import type { Command } from 'commander';
import { filesIn, openStore } from './data-directory.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import { inFull, inOneLine } from './peer-in-words.ts';
import { viewOf } from './peer-view.ts';
import type { IdentityOptions, InviteOptions, PeerOptions, RegisterOptions } from './peer-options.ts';
import { addPeerOptions } from './peer-options.ts';
import { setTerms } from './source-terms.ts';
import type { Terminal } from './terminal.ts';

/** @param done hears the exit code of the command that ran */
export function addPeerCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  addPeerOptions(root.command('peer').description('OCPI peers: who we are to them, and what is agreed with each.'), {
    identity: (options) => done(identity(options, terminal)),
    invite: async (name, options) => done(await invite(name, options, terminal)),
    register: async (url, options) => done(await register(url, options, terminal)),
    rotate: async (name, options) => done(await rotate(name, options, terminal)),
    leave: async (name, options) => done(await unregister(name, options, terminal)),
    list: (options) => done(list(options, terminal)),
    show: (name, options) => done(show(name, options, terminal)),
  });
}

function identity({ data, json, ...said }: IdentityOptions, terminal: Terminal): ExitCode {
  return withPeers(data, (peers) => {
    const { country, party, name, role, url } = said;
    const known = peers.ownParty();
    const countryCode = country ?? known?.countryCode;
    const partyId = party ?? known?.partyId;
    const ownName = name ?? known?.name;
    const publicUrl = url ?? known?.publicUrl;
    if (countryCode === undefined || partyId === undefined || ownName === undefined) {
      throw new Failure(
        'This server has no OCPI identity yet.',
        'Give --country, --party and --name, and --url where peers reach it.',
      );
    }
    const own = {
      ...known,
      countryCode,
      partyId,
      name: ownName,
      roles: role ?? known?.roles ?? ['NSP' as const],
      ...(publicUrl === undefined ? {} : { publicUrl }),
    };
    peers.setOwnParty(own);
    if (json) terminal.out(`${JSON.stringify(own, undefined, 2)}\n`);
    else terminal.out(`${countryCode}/${partyId} ${ownName} (${own.roles.join(', ')}) at ${versionsUrlOf(own)}\n`);
    return exitCode.done;
  });
}

async function invite(name: string, options: InviteOptions, terminal: Terminal): Promise<ExitCode> {
  await refuseNameOfSource(name, options.data);
  const invited = withPeers(options.data, (peers) => {
    const own = peers.ownParty();
    if (own === undefined) throw unknownIdentity();
    const { allowPrivate, sharedParties: sharesParties } = options;
    const about = { name, allowPrivate, ...(sharesParties && { sharesParties }) };
    const token = invitePeer(peers, about, terminal.now());
    const versionsUrl = versionsUrlOf(own);
    if (options.json) terminal.out(`${JSON.stringify({ name, token, versionsUrl })}\n`);
    else {
      terminal.out(`${token}\n`);
      terminal.err(
        `Hand this token to ${name}, with ${own.publicUrl === undefined ? 'the public address of this server and /ocpi/versions' : versionsUrl}.\n` +
          'It is shown only now, and good for one registration.\n',
      );
    }
    return exitCode.done;
  });
  await setTerms(name, options);
  return invited;
}

async function register(versionsUrl: string, options: RegisterOptions, terminal: Terminal): Promise<ExitCode> {
  const { name, token, ocpi: version, allowPrivate, sharedParties: sharesParties } = options;
  await refuseNameOfSource(name, options.data);
  await setTerms(name, options);
  const about = {
    name,
    allowPrivate,
    versionsUrl,
    token,
    ...(sharesParties && { sharesParties }),
    ...(version === undefined ? {} : { version }),
  };
  const peer = await withRegistrar(options.data, terminal, (registrar) => registerWith(registrar, about));
  const ended = told(peer, options, terminal, 'is registered');
  if (!options.json)
    terminal.err(`It pushes what changes. To pull what it has: pantograph source add ${name} --kind ocpi-peer\n`);
  return ended;
}

async function rotate(name: string, options: PeerOptions, terminal: Terminal): Promise<ExitCode> {
  const peer = await withRegistrar(options.data, terminal, (registrar) => rotateWith(registrar, name));
  return told(peer, options, terminal, 'has new tokens');
}

async function unregister(name: string, { data, json }: PeerOptions, terminal: Terminal): Promise<ExitCode> {
  const answer = await withRegistrar(data, terminal, (registrar) => leave(registrar, name));
  if (json) terminal.out(`${JSON.stringify({ name, answer })}\n`);
  else terminal.out(`${name} is unregistered. It answered: ${answer}\n`);
  return exitCode.done;
}

function list({ data, json }: PeerOptions, terminal: Terminal): ExitCode {
  if (!existsSync(filesIn(data).peers)) {
    if (json) terminal.out('[]\n');
    else
      terminal.err('No peer yet. Begin with: pantograph peer identity --country NL --party ABC --name "Your name"\n');
    return exitCode.done;
  }
  return withPeers(data, (peers) => {
    const views = peers.list().map((peer) => viewOf(peer, peers, terminal.now()));
    if (json) terminal.out(`${JSON.stringify(views, undefined, 2)}\n`);
    else for (const view of views) terminal.out(`${inOneLine(view)}\n`);
    return exitCode.done;
  });
}

function show(name: string, { data, json }: PeerOptions, terminal: Terminal): ExitCode {
  return withPeers(data, (peers) => {
    const peer = peers.get(name);
    if (peer === undefined) throw new Failure(`There is no peer ${name}.`, 'See them with: pantograph peer list');
    const view = viewOf(peer, peers, terminal.now());
    terminal.out(json ? `${JSON.stringify(view, undefined, 2)}\n` : `${inFull(view)}\n`);
    return exitCode.done;
  });
}

/** What is kept under a source's name would come to be the peer's, and be passed on under its terms. */
async function refuseNameOfSource(name: string, data: string): Promise<void> {
  if (withPeers(data, (peers) => peers.get(name)) !== undefined) return;
  const defined = loadSources(filesIn(data).sources).find((source) => source.name === name);
  const store = openStore(data);
  const isKept = store.countsBySource().some(({ source, locations }) => source === name && locations > 0);
  await store.close();
  if (defined?.kind !== 'ocpi-peer' && (defined !== undefined || isKept)) {
    throw new Failure(`There is a source ${name} already, which is no peer.`, 'Choose another name for the peer.');
  }
}

function told(peer: Peer, { json }: PeerOptions, terminal: Terminal, what: string): ExitCode {
  const { name, link, roles } = peer;
  const parties = roles.map((role) => `${role.countryCode}/${role.partyId}`);
  if (json) terminal.out(`${JSON.stringify({ name, version: link?.version, parties })}\n`);
  else terminal.out(`${name} ${what}: OCPI ${link?.version ?? ''}, ${parties.join(', ')}\n`);
  return exitCode.done;
}

function unknownIdentity(): Failure {
  return new Failure(
    'This server has no OCPI identity yet.',
    'Set it with: pantograph peer identity --country NL --party ABC --name "Your name" --url https://charge.example',
  );
}

function withPeers<Result>(directory: string, work: (peers: PeerStore) => Result): Result {
  const file = filesIn(directory).peers;
  mkdirSync(directory, { recursive: true });
  let peers: PeerStore | undefined;
  try {
    peers = openPeerStore(file);
    return work(peers);
  } catch (error) {
    throw explain(error, `use the peers in ${file}`) ?? error;
  } finally {
    peers?.close();
  }
}

async function withRegistrar<Result>(
  directory: string,
  terminal: Terminal,
  work: (registrar: Registrar) => Promise<Result>,
): Promise<Result> {
  mkdirSync(directory, { recursive: true });
  const store = openStore(directory);
  const shelves = passedOn(store);
  const peers = openPeerStore(filesIn(directory).peers);
  const outside = createOutbound();
  const anywhere = createOutbound({ allowPrivate: true });
  try {
    const outbound: Registrar['outbound'] = ({ allowPrivate }) => (allowPrivate ? anywhere : outside).fetch;
    const parties: Registrar['parties'] = (peer) => shelves.locations().parties(peer);
    return await work({ peers, outbound, newId: randomUUID, now: terminal.now, parties });
  } catch (error) {
    if (!(error instanceof HandshakeFailed)) throw error;
    const advice = /identity|public URL/.test(error.message)
      ? unknownIdentity().advice
      : 'Nothing was agreed. Mend what is named, then try again; --allow-private lets a peer stand inside your network.';
    throw new Failure(error.message, advice, { cause: error });
  } finally {
    outside.close();
    anywhere.close();
    peers.close();
    await store.close();
  }
}
