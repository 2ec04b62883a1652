/** Connections that are read plainly against node:http alone: whatever comes over them, in whatever pieces, both say the same. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import type { App } from './app.ts';
import { createApp } from './app.ts';
import { listen } from './listen.ts';
import { closed, nodeServer } from './node-server.ts';
import { renderProblem } from './problem.ts';
import { requestListener } from './request-listener.ts';
import type { MountedSurface } from './surface.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const headers = { 'content-type': 'text/plain' };
const said = (method: string, target: string, body: string) => Buffer.from(`${method} ${target} ${body}`);

/** Echoes what it is asked, under its own name. */
function echo(name: string): MountedSurface {
  return {
    name,
    paths: [`/${name}/`],
    access: 'open',
    async handle(request) {
      const { pathname, search } = new URL(request.url);
      return new Response(said(request.method, pathname + search, await request.text()), { headers });
    },
    refuse: renderProblem,
  };
}

/** One that has short ways on connections that are read plainly, and one that has nothing but node:http. */
async function both() {
  let plainly = 0;
  const ready: MountedSurface = {
    ...echo('ready'),
    ready: (target) => () => {
      plainly++;
      return { status: 200, headers, body: said('GET', target, '') };
    },
  };
  const asked: MountedSurface = {
    ...echo('asked'),
    async handleAsked(whole) {
      const { method, url } = whole;
      plainly++;
      if (url.includes('late')) await turn();
      const { pathname, search } = new URL(url);
      return { status: 200, headers, body: said(method, pathname + search, await whole.text()) };
    },
  };
  const { log } = recordedLog('error');
  const newId = () => 'raw';
  const plain = await listen(appWith([ready, asked, echo('usual')]), { host: '127.0.0.1', port: 0, log, newId });
  opened.push(() => plain.close(100));
  const alone = appWith([echo('ready'), echo('asked'), echo('usual')]);
  const node = nodeServer(requestListener(alone, { log, newId }), alone);
  await new Promise<void>((resolve) => void node.listen(0, '127.0.0.1', resolve));
  opened.push(() => closed(node, 100));
  return { plain, node: (node.address() as AddressInfo).port, plainly: () => plainly };
}

function appWith(surfaces: readonly MountedSurface[]): App {
  let made = 0;
  const newId = () => `id-${String(++made)}`;
  return createApp({ surfaces, log: recordedLog('error').log, newId, now: () => new Date(0) });
}

/** Sends pieces in turns, or each when something came back for the one before, and reads until the other end closes. */
function talk(port: number, pieces: readonly string[], patiently = false): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (received += chunk));
    // A server that refuses may cut the connection before it has read all.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
    void (async () => {
      for (const piece of pieces) {
        socket.write(piece, 'latin1');
        if (patiently && piece !== pieces.at(-1)) await once(socket, 'data');
        for (let turns = 0; turns < 3; turns++) await turn();
      }
    })();
  });
}

/** Status, headers in any order and case, bodies; what two servers cannot have in common left out. */
function meaning(received: string, port: number): readonly unknown[] {
  const answers = received.replaceAll(`:${String(port)}`, ':PORT').split(/(?=HTTP\/1\.1 \d)/);
  return answers.map((answer) => {
    const [head = '', ...body] = answer.split('\r\n\r\n');
    const [status, ...headers] = head.split('\r\n').filter((line) => !/^date:/i.test(line));
    const known = headers.map((line) => line.replace(/^[^:]*/, (name) => name.toLowerCase()));
    return [status, known.toSorted(), body.join('\r\n\r\n')];
  });
}

const one = fc.constantFrom;
const usually = <T>(mostly: fc.Arbitrary<T>, ...rarely: readonly T[]) =>
  fc.oneof({ weight: 6, arbitrary: mostly }, { weight: 1, arbitrary: one(...rarely) });

const path = usually(one('/ready/', '/asked/', '/asked/late', '/usual/', '/ready/x.y'), '/other', '/ready/../z');
const query = usually(one('', '?a=b', '?a=%C3%A9', `?${'x'.repeat(2_000)}`), '?a=%zz', "?q='");
const method = usually(one('GET', 'HEAD', 'PUT', 'PATCH'), 'POST', 'OPTIONS');
const accept = one('Accept: */*', 'ACCEPT: */*', 'Accept-Encoding: gzip');
const line = usually(
  one('X-Request-ID: mine', 'x-request-id:\t other \t', 'If-None-Match: *', 'Via: a', 'connection: Keep-Alive'),
  ...['X: \xe9', 'X:', 'Accept: twice'],
);
const text = fc.option(fc.string({ maxLength: 40, unit: one('a', 'é', '\r\n') }));

const request = fc
  .record({ method, path, query, accept, line, body: text, hasLine: fc.boolean() })
  .map(({ method, path, query, accept, line, body, hasLine }) => {
    const sent = Buffer.from(body ?? '').toString('latin1');
    const length = body === null ? [] : [`Content-Length: ${String(sent.length)}`];
    const lines = [
      `${method} ${path}${query} HTTP/1.1`,
      'Host: localhost',
      accept,
      ...(hasLine ? [line] : []),
      ...length,
    ];
    return [...lines, '', sent].join('\r\n');
  });
const last = 'GET /ready/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';

/** Where a text is cut into pieces. */
const cuts = fc.array(fc.nat({ max: 1_000 }), { maxLength: 4 });
const cut = (whole: string, at: readonly number[]): readonly string[] => {
  const ends = [...at.map((each) => each % whole.length).toSorted((a, b) => a - b), whole.length];
  return ends.map((end, index) => whole.slice(ends[index - 1] ?? 0, end));
};

test('what is read plainly is answered as node:http alone would, in whatever pieces it comes', async () => {
  const { plain, node, plainly } = await both();
  const { port } = plain;
  const conversation = fc.tuple(fc.array(request, { maxLength: 5 }), fc.boolean(), cuts);
  await fc.assert(
    fc.asyncProperty(conversation, async ([requests, inSentences, at]) => {
      const all = [...requests, last];
      const pieces = inSentences ? all : cut(all.join(''), at);
      const answered = meaning(await talk(port, pieces), port);
      expect(answered, JSON.stringify(pieces)).toEqual(meaning(await talk(node, pieces), node));
      expect(answered.length).toBeGreaterThan(requests.length);
    }),
    { numRuns: 400 },
  );
  expect(plainly()).toBeGreaterThan(200);
});

test.each([
  ['another version', 'GET /ready/ HTTP/1.0\r\n\r\n'],
  ['one that does not exist', 'GET /ready/ HTTP/3.7\r\nHost: a\r\n\r\n'],
  ['a method in small letters', 'get /ready/ HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['lines that end in one character', 'GET /ready/ HTTP/1.1\nHost: a\nConnection: close\n\n'],
  ['a space in the target', 'GET /ready/?q=a b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a byte in the target', 'GET /ready/\xe9 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a whole URL', 'GET http://a/ready/ HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n'],
  ['a fragment', 'GET /ready/#f HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n'],
  ['no host', 'GET /ready/ HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['two hosts', 'GET /ready/ HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
  ['a folded line', 'GET /ready/ HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\nConnection: close\r\n\r\n'],
  ['a space before the colon', 'GET /ready/ HTTP/1.1\r\nHost : a\r\nConnection: close\r\n\r\n'],
  ['a line without colon', 'GET /ready/ HTTP/1.1\r\nHost: a\r\nX\r\nConnection: close\r\n\r\n'],
  ['a control character', 'GET /ready/ HTTP/1.1\r\nHost: a\r\nX: \x01\r\nConnection: close\r\n\r\n'],
  ['a line within a value', 'GET /ready/ HTTP/1.1\r\nHost: a\r\nX: a\nb\r\nConnection: close\r\n\r\n'],
  ['a signed length', 'PUT /asked/ HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\nConnection: close\r\n\r\nx'],
  ['two lengths', 'PUT /asked/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
  [
    'a length and chunks',
    'PUT /asked/ HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'a body that is too long',
    'PUT /asked/ HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\nConnection: close\r\n\r\n',
  ],
  ['a length beyond numbers', `PUT /asked/ HTTP/1.1\r\nHost: a\r\nContent-Length: ${'9'.repeat(30)}\r\n\r\n`],
  ['an upgrade', 'GET /ready/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\nUpgrade: h2c\r\n\r\n'],
  ['a body that is expected', 'GET /ready/ HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n'],
  ['headers without end', `GET /ready/ HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(140_000)}`],
  ['nothing that is HTTP', '\x16\x03\x01\r\n\r\n'],
])('%s is left to node:http, first and later on a connection', async (_, bytes) => {
  const { plain, node } = await both();
  for (const before of [[], ['GET /ready/ HTTP/1.1\r\nHost: localhost\r\n\r\n']]) {
    const alone = meaning(await talk(node, [...before, bytes], true), node);
    expect(alone.length).toBeGreaterThan(before.length);
    expect(meaning(await talk(plain.port, [...before, bytes], true), plain.port)).toEqual(alone);
  }
});

test('a body may come in many pieces, and be as long as bodies may be', async () => {
  const { plain } = await both();
  const head = (length: number) => `PUT /asked/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${String(length)}\r\n`;
  const long = 'x'.repeat(1024 * 1024);
  for (const pieces of [[long], [long.slice(1), 'x'], [...(long.match(/x{1,99999}/g) ?? [])], ['x', 'x', 'x']]) {
    const body = pieces.join('');
    const sent = [`${head(body.length)}Connection: close\r\n\r\n`, ...pieces];
    expect((await talk(plain.port, sent)).endsWith(`PUT /asked/ ${body}`)).toBe(true);
  }
});

test('a caller that has said all it wants to say is answered, and let go', async () => {
  const { plain } = await both();
  for (const target of ['/ready/', '/asked/late']) {
    const socket = connect({ port: plain.port, host: '127.0.0.1' }).setEncoding('latin1');
    socket.end(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect((await socket.toArray()).join('')).toMatch(/^HTTP\/1\.1 200 OK/);
  }
});

test('closing ends connections that wait for a next request, at once', async () => {
  const { plain } = await both();
  const socket = connect({ port: plain.port, host: '127.0.0.1' });
  socket.write('GET /ready/ HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(socket, 'data');
  const gone = once(socket, 'close');
  await plain.close(60_000);
  await gone;
  await expect(fetch(plain.url)).rejects.toThrow();
});
