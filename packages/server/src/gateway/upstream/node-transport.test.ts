import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeTransport } from './node-transport.ts';
import type { TransportRequest } from './transport.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

async function upstream(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { send, close } = nodeTransport();
  endings.push(
    close,
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/browse`;
  const ask = (request: Partial<TransportRequest> = {}) =>
    send({ url, headers: {}, signal: new AbortController().signal, mostBytes: 10_000, ...request });
  return { ask, server };
}

describe('requests to upstreams', () => {
  it('carry headers, and a form in a POST; answers are read to their end', async () => {
    const { ask } = await upstream((request, response) => {
      let sent = '';
      request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
      request.on('end', () => {
        response.writeHead(200, { 'X-Results': 'matched=7' });
        response.write(`${String(request.method)} ${String(request.headers.authorization)} `);
        response.end(sent);
      });
    });
    const got = await ask({ headers: { authorization: 'Bearer x' } });
    expect([got.status, got.header('x-results'), got.header('x-nothing')]).toEqual([200, 'matched=7', undefined]);
    expect(got.body.toString()).toBe('GET Bearer x ');
    expect((await ask({ form: 'route=ä' })).body.toString()).toBe('POST undefined route=ä');
  });

  it('share a connection, and outlive its end at the other side', async () => {
    const ports: (number | undefined)[] = [];
    const { ask, server } = await upstream((request, response) => {
      ports.push(request.socket.remotePort);
      // Says that it stays, and goes the moment the next request comes.
      if (ports.length === 2) request.socket.destroy();
      else response.end('here');
    });
    server.keepAliveTimeout = 60_000;
    expect((await ask()).body.toString()).toBe('here');
    expect((await ask()).body.toString()).toBe('here');
    expect(ports[1]).toBe(ports[0]);
    expect(ports).toHaveLength(3);
  });

  it('are not asked again where a new connection breaks', async () => {
    let asked = 0;
    const { ask } = await upstream((request) => {
      asked++;
      request.socket.destroy();
    });
    await expect(ask()).rejects.toThrow();
    expect(asked).toBe(1);
  });

  it('follow no redirect', async () => {
    const { ask } = await upstream((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    expect((await ask()).status).toBe(302);
  });

  it('unpack what comes packed', async () => {
    const { ask } = await upstream((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('packed'));
    });
    expect((await ask()).body.toString()).toBe('packed');
  });

  it.each([
    ['as sent', (response: ServerResponse) => response.end('x'.repeat(10_001))],
    [
      'when unpacked',
      (response: ServerResponse) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(10_001))),
    ],
    [
      'without end',
      (response: ServerResponse) => {
        const more = () => response.write('x'.repeat(1000), more);
        more();
      },
    ],
  ])('refuse answers that are too long %s', async (_, answer) => {
    const { ask } = await upstream((_request, response) => {
      answer(response);
    });
    await expect(ask()).rejects.toThrow('longer than 10000 bytes');
  });

  it.each([
    ['before the answer', () => false],
    ['in its midst', (response: ServerResponse) => response.write('some')],
  ])('end when nobody waits any more, %s', async (_, answer) => {
    const caller = new AbortController();
    const left = Promise.withResolvers<boolean>();
    const { ask } = await upstream((request, response) => {
      request.socket.on('close', () => left.resolve(true));
      answer(response);
      setImmediate(() => caller.abort());
    });
    await expect(ask({ signal: caller.signal })).rejects.toThrow();
    expect(await left.promise).toBe(true);
  });

  it('say so where the answer breaks off', async () => {
    const { ask } = await upstream((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('some', () => response.destroy());
    });
    await expect(ask()).rejects.toThrow();
  });
});
