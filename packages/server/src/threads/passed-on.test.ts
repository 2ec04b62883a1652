/** What threads hand to the main thread, and what comes back. */
import { once } from 'node:events';
import { request as open } from 'node:http';
import { connect as dial } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { smallWorldId } from '../../test/small-world.ts';
import { readEvents } from '../changes/testing/event-reader.ts';
import { connect, laterBy } from './testing/threads-under-test.ts';
import { worldOfEachTest } from './testing/world-of-each-test.ts';

const LONG = { timeout: 120_000 };
const market = smallWorldId('DELFT-MARKT');

const { world, start } = worldOfEachTest();

describe('what the main thread answers', () => {
  it('streams events to callers of threads, until they break off', LONG, async () => {
    const { server } = await start({ settings: { changes: { streams: 1 } } });
    const events = await readEvents(`${server.url}/events`);
    expect(events.headers['content-type']).toContain('text/event-stream');
    const at = laterBy(1);
    const status = { uid: 'MARKT-1', status: 'OUTOFORDER', observedAt: at, receivedAt: at } as const;
    await server.store.apply([{ kind: 'status', contentId: market, status }]);
    await events.until(() => events.events.length > 0);
    expect((await readEvents(`${server.url}/events`)).status).toBe(503);
    events.breakOff();
    await vi.waitFor(async () => {
      const again = await readEvents(`${server.url}/events`);
      again.breakOff();
      expect(again.status).toBe(200);
    }, 10_000);
  });

  it('takes large bodies, and refuses those that are too large', LONG, async () => {
    const { server } = await start();
    const connection = connect(server.port);
    const put = (bytes: number) =>
      connection.ask({
        method: 'PUT',
        path: '/ocpi/receiver/2.2.1/locations/NL/VLT/NEW',
        headers: { authorization: `Token ${world().peerToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ filling: 'x'.repeat(bytes) }),
      });
    expect(JSON.parse((await put(900_000)).body)).toMatchObject({ status_code: 2001 });
    expect((await put(1_100_000)).status).toBe(413);
    connection.close();
  });

  it.each([
    ['a length that it is told to forget', ['Content-Length: LENGTH', 'Connection: content-length, x-forwarded-for']],
    ['a chunk', ['Transfer-Encoding: chunked', 'Connection: transfer-encoding']],
  ])('takes no request out of the body of another: %s', LONG, async (_, headers) => {
    const { server, recorded } = await start();
    const inner = 'GET /metrics?inner HTTP/1.1\r\nHost: x\r\nPantograph-Peer: 127.0.0.1\r\n\r\n';
    const isChunked = headers[0] === 'Transfer-Encoding: chunked';
    const body = isChunked ? `${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n` : inner;
    const fields = headers.map((each) => each.replace('LENGTH', String(inner.length)));
    const text = await conversation(server.port, [
      'GET /metrics?outer HTTP/1.1',
      'Host: x',
      'X-Forwarded-For: 203.0.113.9',
      ...fields,
      '',
      `${body}GET /ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    ]);
    // Who comes by way of a proxy is nobody's local user, whatever the caller says of that header.
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 401', 'HTTP/1.1 200']);
    const asked = recorded.lines().flatMap(({ msg, url }) => (msg === 'answered' ? [String(url)] : []));
    expect(asked.filter((url) => url.includes('outer'))).toHaveLength(1);
    expect(asked.filter((url) => url.includes('inner'))).toEqual([]);
  });

  it('is not waited for by a caller who has gone', LONG, async () => {
    const { server, recorded } = await start();
    const brokenOff = () =>
      recorded.lines().filter(({ msg, url, status }) => {
        return msg === 'answered' && String(url).includes('NEW') && status === 400;
      });
    await vi.waitFor(async () => {
      const gone = open({
        port: server.port,
        method: 'PUT',
        path: '/ocpi/receiver/2.2.1/locations/NL/VLT/NEW',
        headers: { authorization: `Token ${world().peerToken}`, 'content-length': '5000', expect: '100-continue' },
      });
      gone.on('error', () => undefined);
      gone.write('{');
      await once(gone, 'continue');
      // Its headers are on their way to the main thread, and as a rule there when another request was answered.
      await fetch(`${server.url}/ready`);
      gone.destroy();
      await fetch(`${server.url}/ready`);
      expect(brokenOff().length).toBeGreaterThan(0);
    }, 20_000);
  });

  it('reaches callers of HTTP/1.0 as they understand it', LONG, async () => {
    const { server } = await start();
    const text = await conversation(server.port, ['GET /changes?limit=1 HTTP/1.0', '', '']);
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).not.toMatch(/transfer-encoding/i);
    expect(text).toContain('"type":"upsert"');
  });
});

/** All that is answered until the connection ends. */
function conversation(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = dial(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('end', () => resolve(text)).on('error', reject);
    socket.write(lines.join('\r\n'));
  });
}
