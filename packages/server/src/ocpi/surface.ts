/** The OCPI surface: who asks, for which module of which version. OCPI 2.3.0, transport and version information. */
import { pathOf } from '../http/request-line.ts';
import type { WholeAnswer } from '../http/answer.ts';
import { responseOf } from '../http/answer.ts';
import type { Asked } from '../http/asked.ts';
import { chain } from '../http/eventually.ts';
import type { AskedSurface, MountedSurface, RequestContext } from '../http/surface.ts';
import { Declined } from './answer/declined.ts';
import { envelope } from './answer/envelope.ts';
import { refuseInOcpi } from './answer/refuse.ts';
import type { OcpiDependencies, OcpiHandler } from './call.ts';
import { baseUrlOf, methodNotAllowed } from './call.ts';
import { identifyPeer } from './identify-peer.ts';
import { credentialsModule } from './credentials/credentials-module.ts';
import { OCPI_PREFIX, ownEndpoints, ownVersions } from './own-urls.ts';
import { receiverLocations } from './receiver/receiver-locations.ts';
import { receiverTariffs } from './receiver/receiver-tariffs.ts';
import { speaksFor } from './peers/peer.ts';
import { senderLocations, senderTariffs } from './sender/sender-module.ts';
import type { SpokenVersion } from './version.ts';
import { spokenVersionIn, spokenVersions } from './version.ts';

export function mountOcpi(deps: OcpiDependencies): MountedSurface {
  const handleAsked = ocpiSurface(deps);
  return {
    name: 'ocpi',
    paths: [OCPI_PREFIX],
    access: 'own',
    handle: (request, context) => chain(handleAsked(request, context), (answer) => answer && responseOf(answer)),
    handleAsked,
    refuse: refuseInOcpi,
  };
}

function ocpiSurface(deps: OcpiDependencies): AskedSurface {
  return async (request, context) => {
    const segments = segmentsOf(pathOf(request.url));
    if (segments === undefined) return undefined;
    try {
      const caller = identifyPeer(request, deps.peers, context.now);
      const { handler, version, rest } = routeOf(segments, request);
      if (caller.known.use === 'invitation' && !beforeRegistration.has(handler)) {
        throw new Declined('token_not_yet', 'This token is for versions and credentials; register first');
      }
      const { now } = context;
      return await handler({ request, now, version, segments: rest, ...caller, deps });
    } catch (error) {
      if (error instanceof Declined) return declined(error, request, context);
      throw error;
    }
  };
}

function declined({ situation, message, headers }: Declined, request: Asked, { now }: RequestContext): WholeAnswer {
  return envelope(situation, { request, message, headers, now });
}

const versionList: OcpiHandler = (call) => {
  if (call.request.method !== 'GET') throw methodNotAllowed(call, ['GET']);
  return envelope('done', { data: ownVersions(baseUrlOf(call)), request: call.request, now: call.now });
};

const versionDetails: OcpiHandler = (call) => {
  if (call.request.method !== 'GET') throw methodNotAllowed(call, ['GET']);
  return envelope('done', { data: ownEndpoints(baseUrlOf(call), call.version), request: call.request, now: call.now });
};

const beforeRegistration: ReadonlySet<OcpiHandler> = new Set([versionList, versionDetails, credentialsModule]);

const senders = new Map([
  ['locations', senderLocations],
  ['tariffs', senderTariffs],
]);
const receivers = new Map([
  ['locations', receiverLocations],
  ['tariffs', receiverTariffs],
]);

interface Route {
  readonly handler: OcpiHandler;
  readonly version: SpokenVersion;
  /** Below the module. */
  readonly rest: readonly string[];
}

function routeOf(segments: readonly string[], { method }: Asked): Route {
  const [first = '', second = '', third = ''] = segments;
  if (first === 'versions' && segments.length === 1) return { handler: versionList, version: '2.3.0', rest: [] };
  if (first !== 'sender' && first !== 'receiver') {
    const version = versionIn(first);
    if (segments.length === 1) return { handler: versionDetails, version, rest: [] };
    if (second === 'credentials') return { handler: credentialsModule, version, rest: segments.slice(2) };
    throw nothingAt(segments);
  }
  const version = versionIn(second);
  const [sender, receiver] = [senders.get(third), receivers.get(third)];
  if (sender === undefined || receiver === undefined) throw nothingAt(segments);
  const rest = segments.slice(3);
  if (first === 'sender') return { handler: sender, version, rest };
  return { handler: version === '2.1.1' && method === 'GET' ? eitherSide(sender, receiver) : receiver, version, rest };
}

/** 2.1.1 has one endpoint for both interfaces: whose object is asked for shows in the path. */
function eitherSide(sender: OcpiHandler, receiver: OcpiHandler): OcpiHandler {
  return (call) => {
    const [country = '', party = '', id] = call.segments;
    return id !== undefined && speaksFor(call.peer, country, party) ? receiver(call) : sender(call);
  };
}

function versionIn(text: string): SpokenVersion {
  const version = spokenVersionIn(text);
  if (version !== undefined) return version;
  if (/^\d+(\.\d+)*$/.test(text)) {
    throw new Declined('version_unknown', `There is no OCPI ${text} here; there are ${spokenVersions.join(', ')}`);
  }
  throw nothingAt([text]);
}

function nothingAt(segments: readonly string[]): Declined {
  return new Declined('path_unknown', `There is nothing at /ocpi/${segments.join('/').slice(0, 100)}`);
}

/** What follows the prefix, decoded; `undefined` where the path is none of ours. */
function segmentsOf(path: string): readonly string[] | undefined {
  if (!path.startsWith(OCPI_PREFIX)) return undefined;
  const rest = path.slice(OCPI_PREFIX.length).replace(/\/$/, '');
  if (rest === '') return undefined;
  const segments = rest.split('/');
  return rest.includes('%') ? segments.map(decodeURIComponent) : segments;
}
