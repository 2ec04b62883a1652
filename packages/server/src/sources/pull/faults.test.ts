import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sentLocations } from '../testing/feed-objects.ts';
import { answerData, answerPage, peerServer } from '../testing/peer-server.ts';
import type { Behaviour } from '../testing/peer-server.ts';
import { codesOf, pullUnderTest } from '../testing/pull-under-test.ts';

const objects = sentLocations(5);

async function pullFrom(behave: Behaviour, more = '', environment: Record<string, string> = {}) {
  await using server = await peerServer(behave);
  await using subject = pullUnderTest(`kind: ocpi-url, locations: '${server.url}/locations'${more}`, environment);
  const report = await subject.pull();
  const state = subject.states.get('peer');
  return { report, codes: codesOf(report), asked: server.asked, headers: server.headers, waits: subject.waits, state };
}

/** Behaves so for the first requests, and well after them. */
function atFirst(times: number, behave: Behaviour): Behaviour {
  let left = times;
  return (request, response, url) => {
    if (left-- > 0) behave(request, response, url);
    else answerPage(request, response, { objects });
  };
}

const html: Behaviour = (_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!DOCTYPE html><html><body>Bad gateway</body></html>');
};

describe('what may pass is asked again', () => {
  it.each([408, 429, 500, 502, 503])('%i, each time later', async (status) => {
    const { report, waits, codes } = await pullFrom(atFirst(3, (_, response) => response.writeHead(status).end()));
    expect(report).toMatchObject({ outcome: 'complete', added: 5 });
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(codes).toEqual(['request_repeated']);
  });

  it('when the other side wants it to be, within reason', async () => {
    const after = (text: string) => atFirst(1, (_, response) => response.writeHead(429, { 'retry-after': text }).end());
    expect((await pullFrom(after('7'))).waits).toEqual([7000]);
    expect((await pullFrom(after('Tue, 10 Mar 2026 12:00:20 GMT'))).waits).toEqual([20_000]);
    expect((await pullFrom(after('99999999'))).waits).toEqual([600_000]);
    expect((await pullFrom(after('soon'))).waits).toEqual([1000]);
  });

  it('HTML with 200, a broken connection, a page cut short, status 3000 inside a 200', async () => {
    const kinds: readonly Behaviour[] = [
      html,
      (_, response) => response.destroy(),
      (_, response) => response.end('{"status_code":1000,"data":[{"id":"L1"'),
      (_, response) => answerData(response, undefined, 3000),
    ];
    for (const behave of kinds)
      expect((await pullFrom(atFirst(1, behave))).report).toMatchObject({ outcome: 'complete' });
  });

  it('but not for ever', async () => {
    const { report, asked, state, codes } = await pullFrom(html, ', limits: { retries: 2 }');
    expect(asked.length).toBe(3);
    expect(report).toMatchObject({ outcome: 'incomplete', objects: 0 });
    expect(codes).toContain('unknown_format');
    expect(state).toMatchObject({ failures: 1 });
    expect(state.lastFullAt).toBeUndefined();
  });
});

describe('what stays wrong is told at once', () => {
  it.each([400, 404, 405])('%i', async (status) => {
    const { report, asked } = await pullFrom((_, response) => response.writeHead(status).end());
    expect(asked.length).toBe(1);
    expect(report).toMatchObject({ outcome: 'incomplete', failure: { code: 'source_unreadable' } });
    expect(report.failure?.message).toContain(String(status));
  });

  it('2003 inside a 200', async () => {
    const { report, asked } = await pullFrom((_, response) => answerData(response, [], 2003));
    expect(asked.length).toBe(1);
    expect(report).toMatchObject({ outcome: 'incomplete', failure: { code: 'envelope_refused' } });
  });

  it('a private address that nobody allowed', async () => {
    await using server = await peerServer((request, response) => answerPage(request, response, { objects }));
    await using subject = pullUnderTest(`kind: ocpi-url, locations: '${server.url}/locations'`, {}, false);
    expect(await subject.pull()).toMatchObject({ outcome: 'incomplete', failure: { code: 'source_unreadable' } });
    expect(server.asked).toEqual([]);
  });
});

describe('an answer has bounds', () => {
  it('of size', async () => {
    const { report } = await pullFrom((_, response) => {
      const more = (): void => {
        while (response.write(`${JSON.stringify(objects[0])},`.repeat(200)));
        response.once('drain', more);
      };
      response.write('{"status_code":1000,"data":[');
      more();
    }, ', limits: { megabytes: 2 }');
    expect(report).toMatchObject({ outcome: 'incomplete', added: 1 });
    expect(report.failure?.message).toContain('longer than 2 megabytes');
  });

  it('of size also where it is packed', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, 0x20));
    const { report } = await pullFrom((_, response) => response.end(bomb), ', limits: { megabytes: 1 }');
    expect(report.failure?.message).toContain('longer than 1 megabytes');
  });

  it('of silence', async () => {
    const { report } = await pullFrom(() => undefined, ", limits: { silence: '1 second', retries: 0 }");
    expect(report).toMatchObject({ outcome: 'incomplete' });
    expect(report.failure?.message).toContain('did not answer within 1000 ms');
  });

  it('of time, however slowly it comes', async () => {
    const timers: NodeJS.Timeout[] = [];
    const { report } = await pullFrom((_, response) => {
      response.write(`{"status_code":1000,"data":[${JSON.stringify(objects[0])},`);
      timers.push(setInterval(() => response.write(' '), 50));
    }, ", limits: { duration: '1 second' }");
    for (const timer of timers) clearInterval(timer);
    expect(report).toMatchObject({ outcome: 'incomplete', added: 1 });
    expect(report.failure?.message).toContain('longer than it may');
  });
});

describe('the token', () => {
  const guarded =
    (wanted: string): Behaviour =>
    (request, response) => {
      if (request.headers.authorization === wanted) answerPage(request, response, { objects, pageSize: 2 });
      else response.writeHead(401).end();
    };
  const token = ', token: { env: PEER_TOKEN }';
  const encoded = `Token ${Buffer.from('secret').toString('base64')}`;

  it.each(['Token secret', encoded])('is found out to be sent as %s, and stays so', async (wanted) => {
    const { report, state, asked } = await pullFrom(guarded(wanted), token, { PEER_TOKEN: 'secret' });
    expect(report).toMatchObject({ outcome: 'complete', added: 5 });
    expect(state.tokenForm).toBe(wanted === encoded ? 'base64' : 'raw');
    expect(asked.length).toBe(wanted === encoded ? 3 : 4);
  });

  it('is sent as told', async () => {
    const { report } = await pullFrom(guarded('Token secret'), `${token}, tokenForm: base64`, { PEER_TOKEN: 'secret' });
    expect(report).toMatchObject({ outcome: 'incomplete' });
    expect(JSON.stringify(report)).not.toContain('secret');
  });

  it('goes with the message ids of OCPI', async () => {
    const { headers } = await pullFrom(guarded(encoded), token, { PEER_TOKEN: 'secret' });
    expect(headers.every((one) => one['x-request-id'] !== undefined && one['x-correlation-id'] !== undefined)).toBe(
      true,
    );
    expect(new Set(headers.map((one) => one['x-request-id'])).size).toBe(headers.length);
  });

  it('has to be there', async () => {
    await using subject = pullUnderTest(`kind: ocpi-url, locations: 'http://127.0.0.1:1/'${token}`);
    await expect(subject.pull()).rejects.toThrow('the environment variable PEER_TOKEN holds no token');
  });
});
