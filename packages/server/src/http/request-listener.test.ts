/** Ready answers on their way to slow and to hasty callers; that they are right is tested beside the surfaces. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { createApp } from './app.ts';
import { BodyWriter } from './body-writer.ts';
import type { Listening } from './listen.ts';
import { listen } from './listen.ts';
import { renderProblem } from './problem.ts';
import type { ReadySurface } from './surface.ts';

const opened: Listening[] = [];
afterEach(async () => {
  for (const listening of opened.splice(0)) await listening.close(100);
});

/** `/v9/7:300000` is 300,000 times the digit 7. */
const repeat: ReadySurface = (target) => {
  const [digit = '', size = ''] = target.slice('/v9/'.length).split(':');
  return digit === 'none'
    ? undefined
    : () => {
        if (digit === 'bad') throw new Error('inner workings');
        if (digit === 'unsendable') return { status: 200, headers: { 'x-name': 'a\nb' }, body: 'x' };
        const body = new BodyWriter(100).text(digit.repeat(Number(size)));
        return { status: 200, headers: { 'content-type': 'text/plain', etag: `"${body.tag()}"` }, body: body.done() };
      };
};

async function serve() {
  const recorded = recordedLog('error');
  const newId = () => 'id';
  const app = createApp({
    surfaces: [
      {
        name: 'repeat',
        paths: ['/v9/'],
        access: 'open',
        ready: repeat,
        handle: () => new Response('usual'),
        refuse: renderProblem,
      },
    ],
    log: recorded.log,
    newId,
    now: () => new Date(0),
  });
  const listening = await listen(app, { host: '127.0.0.1', port: 0, log: recorded.log, newId });
  opened.push(listening);
  return { ...listening, recorded };
}

const get = (path: string, more = '') => `GET /v9/${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;

/** Sends all at once, reads nothing for some turns, then everything. */
async function readLate(port: number, requests: string): Promise<string> {
  let received = '';
  const socket = connect(port, '127.0.0.1').setEncoding('latin1').pause();
  socket.on('data', (chunk: string) => (received += chunk));
  const closed = new Promise<string>((resolve, reject) => {
    socket.on('close', () => resolve(received)).on('error', reject);
  });
  socket.write(requests);
  for (let turns = 0; turns < 50; turns++) await turn();
  socket.resume();
  return closed;
}

const bodiesIn = (received: string) => received.split(/HTTP\/1\.1 200 OK\r\n[^]*?\r\n\r\n/).slice(1);

describe('ready answers', () => {
  it('arrive whole where nobody reads yet, on many connections at once', async () => {
    const { port } = await serve();
    const sizes = [900_000, 3_000, 2_000_000, 150_000];
    const all = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const [digit, size] = [String(at % 10), sizes[at % sizes.length] ?? 0];
        const received = await readLate(port, get(`${digit}:${String(size)}`, 'Connection: close\r\n'));
        return bodiesIn(received).join() === digit.repeat(size);
      }),
    );
    expect(all).toEqual(all.map(() => true));
  });

  it('arrive in order where requests do not wait for answers', async () => {
    const { port } = await serve();
    const requests = ['1:400000', '2:5', 'none', '3:400000', '4:70000'];
    const sent = [...requests.map((path) => get(path)), get('5:1', 'Connection: close\r\n')].join('');
    const bodies = bodiesIn(await readLate(port, sent));
    const expected = ['1'.repeat(400_000), '22222', 'usual', '3'.repeat(400_000), '4'.repeat(70_000), '5'];
    expect(bodies.map((body) => body.length)).toEqual(expected.map((body) => body.length));
    expect(bodies.join() === expected.join()).toBe(true);
  });

  it('are whole for others when callers go away in the middle', async () => {
    const { port, url } = await serve();
    const gone = Array.from({ length: 100 }, async () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(get('7:900000') + get('8:900000'));
      await once(socket, 'data');
      socket.destroy();
    });
    const stayed = Array.from({ length: 30 }, async (_, at) => {
      const digit = String(at % 7);
      return (await (await fetch(`${url}/v9/${digit}:500000`)).text()) === digit.repeat(500_000);
    });
    await Promise.all(gone);
    expect(await Promise.all(stayed)).not.toContain(false);
  });

  it('that cannot be sent end their connection and nothing else', async () => {
    const { url, recorded } = await serve();
    await expect(fetch(`${url}/v9/unsendable:1`)).rejects.toThrow();
    expect(recorded.text()).toContain('an answer could not be sent');
    expect(await (await fetch(`${url}/v9/6:3`)).text()).toBe('666');
  });

  it('that fail are a fault of ours, as any', async () => {
    const { url, recorded } = await serve();
    const failed = await fetch(`${url}/v9/bad:1`);
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toContain('inner workings');
    expect(recorded.text()).toContain('inner workings');
    expect(await (await fetch(`${url}/v9/6:3`)).text()).toBe('666');
  });
});
