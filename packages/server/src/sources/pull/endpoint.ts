/** Where a source is asked, and how, once its definition, its token and its peer are known. */
import { randomUUID } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { OcpiVersion } from '@pantograph/feeds/ocpi';
import { readToken } from '../definition/read-token.ts';
import type { SourceDefinition } from '../definition/source-definition.ts';

export type TokenForm = 'raw' | 'base64';

export interface Endpoint {
  readonly kind: 'file' | 'list';
  readonly locations?: string;
  readonly tariffs?: string;
  readonly version?: OcpiVersion;
  readonly countryCode?: string;
  readonly partyId?: string;
  readonly allowPrivate: boolean;
  readonly token?: string;
  /** Those to be tried, in order. */
  readonly tokenForms: readonly TokenForm[];
  /** OCPI-to and OCPI-from, for peers. */
  readonly routing?: Readonly<Record<string, string>>;
}

/** How a registered peer is asked for its lists. */
export interface PeerEndpoint {
  readonly locations?: string;
  readonly tariffs?: string;
  readonly version: OcpiVersion;
  readonly token: string;
  readonly form: TokenForm;
  readonly allowPrivate: boolean;
  readonly routing?: Readonly<Record<string, string>>;
}

export interface EndpointSurroundings {
  /** The file of definitions, from which paths start. */
  readonly sourcesFile: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `undefined` for a peer that is not registered. */
  readonly peer?: (name: string) => PeerEndpoint | undefined;
  /** Registered or not: what a peer sends is kept under its name, on its terms. */
  readonly isPeer?: (name: string) => boolean;
}

export class EndpointUnusable extends Error {
  override readonly name = 'EndpointUnusable';
}

/** @throws EndpointUnusable, TokenMissing */
export function endpointOf(definition: SourceDefinition, around: EndpointSurroundings): Endpoint {
  if (definition.kind === 'ocpi-peer') return peerEndpoint(definition.name, around);
  if (around.isPeer?.(definition.name) === true) {
    throw new EndpointUnusable('it has the name of an OCPI peer, whose data and terms it would replace');
  }
  const { version, country, party, allowPrivate, token } = definition;
  const { sourcesFile, environment } = around;
  const common = {
    allowPrivate,
    ...(version === undefined ? {} : { version }),
    ...(country === undefined ? {} : { countryCode: country }),
    ...(party === undefined ? {} : { partyId: party }),
    ...(token === undefined ? {} : { token: readToken(token, sourcesFile, environment) }),
  };
  if (definition.kind === 'file') {
    const { locations, tariffs } = definition;
    const place = (from: string): string => (isWebAddress(from) ? from : resolve(dirname(sourcesFile), from));
    return {
      kind: 'file',
      ...common,
      locations: place(locations),
      ...(tariffs === undefined ? {} : { tariffs: place(tariffs) }),
      tokenForms: ['raw'],
    };
  }
  const { locations, tariffs, tokenForm } = definition;
  const forms: readonly TokenForm[] = version === '2.1.1' ? ['raw', 'base64'] : ['base64', 'raw'];
  return {
    kind: 'list',
    ...common,
    locations,
    ...(tariffs === undefined ? {} : { tariffs }),
    tokenForms: tokenForm === 'auto' ? forms : [tokenForm],
  };
}

function peerEndpoint(name: string, { peer }: EndpointSurroundings): Endpoint {
  const known = peer?.(name);
  if (known === undefined) throw new EndpointUnusable(`there is no registered OCPI peer ${name}`);
  const { form, ...rest } = known;
  if (rest.locations === undefined) throw new EndpointUnusable(`the OCPI peer ${name} has no list of locations`);
  return { kind: 'list', ...rest, tokenForms: [form] };
}

export function isWebAddress(from: string): boolean {
  return /^https?:\/\//i.test(from);
}

/** OCPI 2.3.0, transport: authorization, message ids. Files are asked the way the web does. */
export function requestHeaders(
  { kind, token, routing = {} }: Endpoint,
  form: TokenForm | undefined,
  newId: () => string = randomUUID,
): Readonly<Record<string, string>> {
  const authorization =
    token === undefined
      ? {}
      : { authorization: kind === 'file' ? `Bearer ${token}` : `Token ${form === 'base64' ? base64(token) : token}` };
  if (kind === 'file') return { accept: '*/*', ...authorization };
  return {
    accept: 'application/json',
    ...authorization,
    ...routing,
    'x-request-id': newId(),
    'x-correlation-id': newId(),
  };
}

function base64(token: string): string {
  return Buffer.from(token, 'utf8').toString('base64');
}
