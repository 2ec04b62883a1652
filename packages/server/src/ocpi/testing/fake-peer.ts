/** Another OCPI party on loopback, which can be made to behave in every wrong way. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface Reply {
  readonly http?: number;
  readonly code?: number;
  readonly data?: unknown;
  /** Instead of an envelope. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakePeer {
  readonly url: string;
  readonly versionsUrl: string;
  readonly heard: Heard[];
  /** The token that is let in, and the form that it has to have; any by default. */
  token: string | undefined;
  form: 'raw' | 'base64' | undefined;
  versions: readonly string[];
  modules: readonly string[];
  /** Answers before anything else does; `undefined`: as usual. */
  misbehave: (heard: Heard) => Reply | 'silence' | 'hang up' | undefined;
  /** What credentials are answered with. */
  credentials: (heard: Heard) => unknown;
  readonly close: () => void;
}

export async function fakePeer(): Promise<FakePeer> {
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => reply(request, response, text));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const peer: FakePeer = {
    url,
    versionsUrl: `${url}/versions`,
    heard: [],
    token: undefined,
    form: undefined,
    versions: ['2.1.1', '2.2.1', '2.3.0'],
    modules: ['credentials', 'locations', 'tariffs'],
    misbehave: () => undefined,
    credentials: () => ({
      token: 'token-of-the-fake-peer',
      url: `${url}/versions`,
      roles: [{ role: 'CPO', country_code: 'NL', party_id: 'ABC', business_details: { name: 'Fake' } }],
    }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };

  function reply(request: IncomingMessage, response: ServerResponse, text: string): void {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const heard = { method: request.method ?? '', path, headers: request.headers, body };
    peer.heard.push(heard);
    const wrong = peer.misbehave(heard);
    if (wrong === 'silence') return;
    if (wrong === 'hang up') {
      request.socket.destroy();
      return;
    }
    const { http = 200, code = 1000, data, raw, headers } = wrong ?? usual(heard);
    response.writeHead(http, { 'content-type': 'application/json', ...headers });
    response.end(raw ?? JSON.stringify({ data, status_code: code, timestamp: '2026-03-10T12:00:00Z' }));
  }

  function usual(heard: Heard): Reply {
    if (!isLetIn(heard.headers.authorization)) return { http: 401, code: 2000 };
    if (heard.path === '/versions') {
      return { data: peer.versions.map((version) => ({ version, url: `${url}/v/${version}` })) };
    }
    if (heard.path.startsWith('/v/')) {
      const version = heard.path.slice(3);
      const endpoints = peer.modules.flatMap((identifier) =>
        (identifier === 'credentials' ? ['SENDER'] : ['SENDER', 'RECEIVER']).map((role) => ({
          identifier,
          role,
          url: `${url}/${role.toLowerCase()}/${identifier}`,
        })),
      );
      return { data: { version, endpoints } };
    }
    if (heard.path === '/sender/credentials') {
      return heard.method === 'DELETE' ? {} : { data: peer.credentials(heard) };
    }
    return { http: heard.method === 'PUT' ? 201 : 200 };
  }

  function isLetIn(header: string | undefined): boolean {
    const shown = header?.replace(/^Token /, '') ?? '';
    const decoded = Buffer.from(shown, 'base64').toString();
    if (peer.token === undefined) return true;
    return (peer.form !== 'base64' && shown === peer.token) || (peer.form !== 'raw' && decoded === peer.token);
  }

  return peer;
}
