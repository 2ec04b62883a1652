import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { answer } from './answer.ts';
import { createApp } from './app.ts';
import { listen } from './listen.ts';
import type { Listening } from './listen.ts';
import { renderProblem } from './problem.ts';
import type { MountedSurface } from './surface.ts';

const opened: Listening[] = [];
afterEach(async () => {
  for (const listening of opened.splice(0)) await listening.close(100);
});

type Handle = MountedSurface['handle'];
const echo: Handle = async (request) =>
  answer(JSON.stringify({ method: request.method, url: request.url, body: await request.text() }), {
    headers: { 'content-type': 'application/json' },
  });

async function serve(handle: Handle = echo, host = '127.0.0.1') {
  const recorded = recordedLog('info');
  let count = 0;
  const newId = () => `id-${++count}`;
  const app = createApp({
    surfaces: [{ name: 'echo', paths: ['/v9/'], access: 'open', handle, refuse: renderProblem }],
    log: recorded.log,
    newId,
    now: () => new Date(0),
  });
  const listening = await listen(app, { host, port: 0, log: recorded.log, newId });
  opened.push(listening);
  return { ...listening, recorded };
}

/** Sends bytes as they are and reads until the other end closes. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')));
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (received += chunk));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

describe('over a real socket', () => {
  test('GET, HEAD, POST, 304, and the port that was taken', async () => {
    const { url, port } = await serve();
    expect(url).toBe(`http://127.0.0.1:${String(port)}`);
    const got = await fetch(`${url}/v9/x?y=z`);
    expect(await got.json()).toEqual({ method: 'GET', url: `${url}/v9/x?y=z`, body: '' });
    expect(got.headers.get('x-correlation-id')).toBe('id-1');
    const head = await fetch(`${url}/v9/x?y=z`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(got.headers.get('content-length'));
    const posted = await fetch(`${url}/v9/x`, { method: 'POST', body: 'ä'.repeat(100_000) });
    expect(((await posted.json()) as { body: string }).body).toHaveLength(100_000);
    const again = await fetch(`${url}/v9/x?y=z`, { headers: { 'if-none-match': got.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('a coded answer is decoded by an ordinary client', async () => {
    const large = 'word '.repeat(5_000);
    const { url } = await serve(() => answer(large, { headers: { 'content-type': 'text/plain' } }));
    const response = await fetch(url + '/v9/x', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(large);
  });

  test('text outside ASCII arrives percent-encoded; bytes that are not UTF-8 are a 400', async () => {
    const { port } = await serve();
    const target = (path: string) => raw(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(await target('/v9/x?q=caf%C3%A9')).toContain('caf%C3%A9');
    expect(await target('/v9/x?q=caf\xc3\xa9')).toMatch(/^HTTP\/1\.1 400 /);
    for (const path of ['/v9/x?q=%E9', '/v9/x?q=%00']) {
      const answered = await target(path);
      expect(answered).toMatch(/^HTTP\/1\.1 400 /);
      expect(answered).toContain('"parameter":"q"');
    }
  });

  test.each([
    ['no HTTP at all', 'GARBAGE\r\n\r\n', 400],
    ['a Host that is none', 'GET /v9/x HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['a target that is none', 'GET x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', 'POST /v9/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['headers without end', `GET /v9/x HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(140_000)}`, 431],
    ['a body too long', 'POST /v9/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n', 413],
    ['a URL too long', `GET /v9/${'y'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, 414],
    ['HTTP/1.0 without Host', 'GET /v9/x HTTP/1.0\r\n\r\n', 200],
    [
      'a URL of 100,000 characters',
      `GET /v9/?q=${'y'.repeat(100_000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
      414,
    ],
    ['a byte in the target', 'GET /v9/\xff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
  ])('%s is answered with a correlation id', async (_, bytes, status) => {
    const { port, recorded } = await serve();
    const answered = await raw(port, bytes);
    expect(answered).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
    expect(answered).toMatch(/x-correlation-id: id-\d+/i);
    expect(recorded.lines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  test('what cannot be read is told in the form of the surface that was meant', async () => {
    const { port } = await serve();
    const answered = await raw(port, 'GET /v9/\xff HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(answered).toMatch(/"type":"\/docs\/errors#request_malformed"[^]*valid HTTP/);
    expect(answered).toContain('access-control-allow-origin: *');
  });

  test('a body that breaks off, or grows too long without a declared length, is no fault of ours', async () => {
    const { port, url, recorded } = await serve();
    const broken = connect(port, '127.0.0.1', () => {
      broken.write('POST /v9/x HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf', () => broken.destroy());
    });
    await once(broken, 'close');
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    const head = 'POST /v9/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await raw(port, `${head}${chunk.repeat(4)}0\r\n\r\n`)).toContain(`"body":"${'x'.repeat(262_144)}"`);
    expect(await raw(port, `${head}${chunk.repeat(17)}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await (await fetch(`${url}/v9/x`, { method: 'POST', body: 'still here' })).text()).toContain('still here');
    expect(recorded.lines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  test('what lies behind a dot segment is routed as it reads', async () => {
    const { port } = await serve();
    const answered = await raw(port, 'GET /v9/../secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(answered).toMatch(/^HTTP\/1\.1 404 /);
  });

  test('a fault of ours is a 500 that tells nothing, and the server goes on', async () => {
    const { url, recorded } = await serve(({ url: asked }) => {
      if (asked.includes('bad')) throw new Error('inner workings');
      return answer('fine', { headers: { 'content-type': 'text/plain' } });
    });
    const failed = await fetch(`${url}/v9/bad`);
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toContain('inner workings');
    expect(recorded.text()).toContain('inner workings');
    expect(await (await fetch(`${url}/v9/good`)).text()).toBe('fine');
  });
});

describe('closing', () => {
  test('lets what is under way end', async () => {
    const started = Promise.withResolvers<undefined>();
    const release = Promise.withResolvers<undefined>();
    const { url, close } = await serve(async () => {
      started.resolve(undefined);
      await release.promise;
      return answer('late', { headers: { 'content-type': 'text/plain' } });
    });
    const asked = fetch(`${url}/v9/x`);
    await started.promise;
    const closed = close(5_000);
    release.resolve(undefined);
    expect(await (await asked).text()).toBe('late');
    await closed;
    await expect(fetch(`${url}/v9/x`)).rejects.toThrow();
  });

  test('cuts what does not end in time', async () => {
    const started = Promise.withResolvers<undefined>();
    const { url, close } = await serve(() => {
      started.resolve(undefined);
      return new Promise<Response>(() => undefined);
    });
    const asked = fetch(`${url}/v9/x`).catch(() => 'cut');
    await started.promise;
    await close(10);
    expect(await asked).toBe('cut');
  });
});

test('a port in use is an error with its code', async () => {
  const { port, recorded } = await serve();
  const app = createApp({ surfaces: [], log: recorded.log, newId: () => 'id', now: () => new Date(0) });
  const second = listen(app, { host: '127.0.0.1', port, log: recorded.log, newId: () => 'id' });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('with reusePort, two listen on one port', async () => {
  const first = await serve();
  const recorded = recordedLog('info');
  const app = createApp({ surfaces: [], log: recorded.log, newId: () => 'id', now: () => new Date(0) });
  const shared = { host: '127.0.0.1', reusePort: true, log: recorded.log, newId: () => 'id' };
  const one = await listen(app, { ...shared, port: 0 });
  const two = await listen(app, { ...shared, port: one.port });
  opened.push(one, two);
  expect(two.port).toBe(one.port);
  expect(one.port).not.toBe(first.port);
});
