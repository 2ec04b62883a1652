import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createOutbound } from './outbound.ts';
import type { Outbound, OutboundOptions } from './outbound.ts';
import { isPublicAddress } from './public-address.ts';
import { readBounded } from './read-bounded.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

function outbound(options: OutboundOptions = {}): Outbound {
  const made = createOutbound(options);
  closing.push(made.close);
  return made;
}

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '127.8.9.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'example.org',
    '',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['1.1.1.1', '172.32.0.1', '8.8.8.8', '2606:4700:4700::1111', '::ffff:8.8.8.8', '2a00:1450::1'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe('requests', () => {
  it('reach a private address only where that is allowed', async () => {
    const url = await serve((_, response) => response.end('inside'));
    await expect(outbound().fetch(url)).rejects.toMatchObject({ reason: 'address_not_public' });
    expect(await (await outbound({ allowPrivate: true }).fetch(url)).text()).toBe('inside');
  });

  it.each(['http://2130706433/', 'http://0x7f.1/', 'http://[::ffff:127.0.0.1]/', 'http://[::1]/'])(
    'do not take %s for a public one',
    async (url) => expect(outbound().fetch(url)).rejects.toMatchObject({ reason: 'address_not_public' }),
  );

  it('refuse a name that leads inside', async () => {
    const inside = outbound({
      lookup: (_, options, done) => {
        if (options.all === true) done(null, [{ address: '127.0.0.1', family: 4 }]);
        else done(null, '127.0.0.1', 4);
      },
    });
    await expect(inside.fetch('http://peer.example/')).rejects.toMatchObject({ reason: 'address_not_public' });
  });

  it.each(['file:///etc/passwd', 'ftp://example.org/', 'nonsense', 'http://user:secret@example.org/'])(
    'refuse %s',
    async (url) =>
      expect(outbound({ allowPrivate: true }).fetch(url)).rejects.toMatchObject({ reason: 'url_unusable' }),
  );

  it('send method, headers and body, and give back status, headers and body', async () => {
    const url = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        response.writeHead(404, { 'x-total-count': '7' });
        response.end(`${request.method ?? ''} ${String(request.headers['x-of-ours'])} ${body}`);
      });
    });
    const response = await outbound({ allowPrivate: true }).fetch(url, {
      method: 'PUT',
      headers: { 'x-of-ours': 'yes' },
      body: 'größer',
    });
    expect([response.status, response.headers.get('x-total-count'), await response.text()]).toEqual([
      404,
      '7',
      'PUT yes größer',
    ]);
  });

  it('say when nobody listens', async () => {
    await expect(outbound({ allowPrivate: true }).fetch('http://127.0.0.1:1/')).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });

  it('give up on a silent peer, and on one that stops in the middle', async () => {
    const silent = await serve(() => undefined);
    const patient = outbound({ allowPrivate: true, timeout: 50 });
    await expect(patient.fetch(silent)).rejects.toMatchObject({ reason: 'timeout' });
    const stopping = await serve((_, response) => response.write('['));
    const response = await patient.fetch(stopping);
    await expect(readBounded(response, 1000)).rejects.toThrow();
  });

  it('stop reading an endless body', async () => {
    const url = await serve((_, response) => {
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    const response = await outbound({ allowPrivate: true }).fetch(url);
    await expect(readBounded(response, 1_000_000)).rejects.toMatchObject({ reason: 'body_too_long' });
  });
});

describe('redirects', () => {
  it('are followed for GET, with the token only within one origin', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('there');
    });
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: request.url === '/a' ? '/b' : other }).end();
    });
    const response = await outbound({ allowPrivate: true }).fetch(`${url}/a`, {
      headers: { authorization: 'Token t' },
    });
    expect(await response.text()).toBe('there');
    expect(seen).toEqual(['Token t', 'Token t', undefined]);
  });

  it('end', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    await expect(outbound({ allowPrivate: true }).fetch(url)).rejects.toMatchObject({ reason: 'too_many_redirects' });
  });

  it('are not followed for what changes something', async () => {
    const url = await serve((_, response) => response.writeHead(307, { location: '/elsewhere' }).end());
    expect((await outbound({ allowPrivate: true }).fetch(url, { method: 'PUT', body: '{}' })).status).toBe(307);
  });

  it('are judged each by the address they lead to', async () => {
    const url = await serve((_, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    });
    const careful = outbound({ isAllowed: (address) => address === '127.0.0.1' });
    await expect(careful.fetch(url)).rejects.toMatchObject({ reason: 'address_not_public' });
  });
});
