import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableTraffic, readTraffic } from './read-traffic.ts';

function bytesOf(text: string | Uint8Array, size = 7): AsyncIterable<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
  })();
}

async function read(text: string) {
  const { requests, entries, skipped } = await readTraffic(bytesOf(text));
  return {
    entries,
    skipped: Object.fromEntries(skipped),
    requests: requests.map(({ target, times }) => [target, times]),
  };
}

const combined = (request: string, status = 200): string =>
  `10.0.0.1 - alice [10/Oct/2026:13:55:36 +0000] "${request}" ${String(status)} 2326 "https://app.example" "Mozilla/5.0"`;

describe('recorded traffic', () => {
  it('is read from common and combined logs', async () => {
    const lines = [
      combined('GET /ev/stations.json?prox=52.5,13.4,5000&apiKey=abc HTTP/1.1'),
      combined('GET /ev/stations.json?apiKey=other&prox=52.5,13.4,5000 HTTP/2.0'),
      '10.0.0.1 - - [10/Oct/2026:13:55:36 +0000] "GET /ev/pools/p1.xml HTTP/1.1" 404 12',
    ];
    expect(await read(lines.join('\r\n'))).toEqual({
      entries: 3,
      skipped: {},
      requests: [
        ['stations.json?prox=52.5,13.4,5000', 2],
        ['pools/p1.json', 1],
      ],
    });
  });

  it('is read from lists of URLs and paths, without comments and blank lines', async () => {
    const list = '# recorded in May\n\nhttps://ev-v2.example/ev/roamings.json\n/ev/stations/count.json?bbox=1,2;0,3\n';
    expect(await read(list)).toEqual({
      entries: 2,
      skipped: {},
      requests: [
        ['roamings.json', 1],
        ['stations/count.json?bbox=1,2;0,3', 1],
      ],
    });
  });

  it('is read from an archive', async () => {
    const entry = (method: string, url: string, status: number) => ({ request: { method, url }, response: { status } });
    const har = {
      log: {
        entries: [
          entry('GET', 'https://ev.example/ev/evses/bulk.json?id=b&id=a&app_id=x&app_code=y', 200),
          entry('POST', 'https://ev.example/ev/stations/alongroute.json', 200),
          entry('GET', 'https://ev.example/logo.svg', 200),
          entry('GET', 'https://ev.example/ev/roamings.json', 401),
          { odd: true },
        ],
      },
    };
    expect(await read(JSON.stringify(har, undefined, 1))).toEqual({
      entries: 5,
      skipped: { other_method: 1, not_v2: 1, refused_then: 1, not_a_request: 1 },
      requests: [['evses/bulk.json?id=b&id=a', 1]],
    });
  });

  it('without a request is counted by reason', async () => {
    const long = `/ev/stations.json?prox=${'1'.repeat(20_000)}`;
    const text = `hello\n${long}\n${combined('GET /ev/stations.json?prox=1,1,1 HTTP/1.1', 503)}\n/ev/other.json`;
    expect((await read(text)).skipped).toEqual({ not_a_request: 1, too_long: 1, refused_then: 1, not_v2: 1 });
  });

  it.each([
    ['half an archive', '{"log":{"entries":[{"request":{"method":"GET",', /cut off/],
    ['another JSON document', '{"stations":[]}', /no whole one/],
    ['binary', 'GIF89a\0\0', /binary/],
  ])('is refused as %s', async (_, text, reason) => {
    await expect(readTraffic(bytesOf(text))).rejects.toThrow(UnreadableTraffic);
    await expect(readTraffic(bytesOf(text))).rejects.toThrow(reason);
  });

  it('never shows who asked, however the secret is spelt', async () => {
    const secret = fc.stringMatching(/^[a-zA-Z0-9]{24}$/);
    const name = fc.constantFrom(
      'apiKey',
      'apikey',
      'api_key',
      'app_id',
      'app_code',
      'access_token',
      'token',
      'Authorization',
    );
    await fc.assert(
      fc.asyncProperty(secret, name, fc.boolean(), async (value, parameter, first) => {
        const query = first ? `${parameter}=${value}&prox=1,2,3` : `prox=1,2,3&${parameter}=${value}`;
        const url = `https://user:${value}@ev.example/ev/stations.json?${query}`;
        const traffic = await readTraffic(bytesOf(`${url}\n${combined(`GET /ev/stations.json?${query} HTTP/1.1`)}\n`));
        expect(JSON.stringify(traffic.requests)).not.toContain(value);
        expect(traffic.requests.map(({ target, times }) => [target, times])).toEqual([['stations.json?prox=1,2,3', 2]]);
      }),
    );
  });

  it('of any bytes is read or refused, and every entry is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        try {
          const { requests, entries, skipped } = await readTraffic(bytesOf(bytes, 13));
          const times = requests.reduce((sum, request) => sum + request.times, 0);
          expect(times + [...skipped.values()].reduce((sum, count) => sum + count, 0)).toBe(entries);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableTraffic);
        }
      }),
    );
  });
});
