/**
 * Requests to other parties. Where they lead is said by somebody else (a peer's endpoints, a page's `Link`, a
 * redirect), so every connection is checked by the address it is made to: after the name was resolved, and again for
 * every redirect. `fetch` lets nobody look at that address, hence node:http.
 */
import type { LookupFunction } from 'node:net';
import { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { OutboundError } from './outbound-error.ts';
import { guardedLookup } from './guarded-lookup.ts';
import { isPublicAddress } from './public-address.ts';
import { responseOf } from './response-of.ts';

export interface OutboundRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** The global `fetch` fits too. Rejects with `OutboundError`. Bodies come as they are sent: no coding is undone. */
export type OutboundFetch = (url: string, request?: OutboundRequest) => Promise<Response>;

export interface OutboundOptions {
  /** Loopback and private addresses too: for peers inside the operator's own network. */
  readonly allowPrivate?: boolean;
  /** Which addresses may be connected to, where `allowPrivate` is not set; default: those of the public internet. */
  readonly isAllowed?: (address: string) => boolean;
  /** Milliseconds for the headers to come, and for each further part of the body; default 30,000. */
  readonly timeout?: number;
  /** For tests of names that lead inside. */
  readonly lookup?: LookupFunction;
}

export interface Outbound {
  readonly fetch: OutboundFetch;
  /** Lets go of connections that are kept for further requests. */
  readonly close: () => void;
}

const MAX_REDIRECTS = 5;
const DEFAULT_TIMEOUT = 30_000;

export function createOutbound(options: OutboundOptions = {}): Outbound {
  const { allowPrivate = false, isAllowed = isPublicAddress, timeout = DEFAULT_TIMEOUT } = options;
  const allowed = allowPrivate ? () => true : isAllowed;
  const resolve: LookupFunction = options.lookup ?? systemLookup;
  const settings = {
    keepAlive: true,
    maxSockets: 32,
    lookup: guardedLookup(resolve, allowed),
  };
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) } as const;

  function send(url: URL, request: OutboundRequest): Promise<Response> {
    const { method = 'GET', headers = {}, body, signal } = request;
    const { protocol } = url;
    if (protocol !== 'http:' && protocol !== 'https:') throw unusable(url.href, 'only http and https are asked');
    if (url.username !== '' || url.password !== '') throw unusable(url.origin, 'a URL may hold no credentials');
    refuseInside(url, allowed);
    return new Promise((fulfil, reject) => {
      const module = protocol === 'https:' ? https : http;
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const outgoing = module.request(url, {
        method,
        agent: agents[protocol],
        headers: { ...headers, ...length },
        timeout,
        ...(signal === undefined ? {} : { signal }),
      });
      outgoing.on('timeout', () => {
        outgoing.destroy(new OutboundError('timeout', `${url.host} did not answer within ${String(timeout)} ms`));
      });
      outgoing.on('error', (error) => reject(asOutboundError(error, url)));
      outgoing.on('response', (incoming) => fulfil(responseOf(incoming, url)));
      outgoing.end(body);
    });
  }

  async function follow(address: string, request: OutboundRequest): Promise<Response> {
    let url = parse(address);
    let { headers } = request;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await send(url, { ...request, ...(headers === undefined ? {} : { headers }) });
      const location = redirectOf(response, request.method ?? 'GET');
      if (location === undefined) return response;
      await response.body?.cancel();
      const next = parse(location, url);
      // Tokens are for the one who was asked, not for whom that one names.
      if (next.origin !== url.origin) headers = withoutCredentials(headers);
      url = next;
    }
    throw new OutboundError('too_many_redirects', `${address} redirects more than ${String(MAX_REDIRECTS)} times`);
  }

  return {
    fetch: (url, request = {}) => follow(url, request),
    close: () => {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

/** Only what changes nothing at the other end may be asked again elsewhere. */
function redirectOf({ status, headers }: Response, method: string): string | undefined {
  const isRedirect = [301, 302, 303, 307, 308].includes(status);
  return isRedirect && (method === 'GET' || method === 'HEAD') ? (headers.get('location') ?? undefined) : undefined;
}

function withoutCredentials(headers: OutboundRequest['headers'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)));
}

/** Names are judged once they are resolved; an address stands in the URL itself. */
function refuseInside({ hostname, host }: URL, allowed: (address: string) => boolean): void {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) === 0 || allowed(address)) return;
  throw new OutboundError('address_not_public', `${host} is no address of the public internet`);
}

function parse(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null) throw unusable(address.slice(0, 200), 'it is no URL');
  return url;
}

function unusable(shown: string, why: string): OutboundError {
  return new OutboundError('url_unusable', `${shown} cannot be asked: ${why}`);
}

function asOutboundError(error: Error, { host }: URL): Error {
  if (error instanceof OutboundError || error.name === 'AbortError') return error;
  if (error.cause instanceof OutboundError) return error.cause;
  return new OutboundError('unreachable', `${host} cannot be reached: ${error.message}`, { cause: error });
}
