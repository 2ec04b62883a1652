import { describe, expect, it } from 'vitest';
import type { AskOptions } from './ask.ts';
import { NoAnswer, asker } from './ask.ts';
import { paceOf } from './pace.ts';

const signal = new AbortController().signal;

interface Sent {
  readonly url: string;
  readonly headers: RequestInit['headers'];
}

/** Answers in turn, and remembers what was sent and how long was waited. */
function served(answers: readonly (() => Response)[], options: Partial<AskOptions> = {}) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const ask = asker({
    base: 'https://ev.example/ev',
    ...options,
    fetch: async (url, init) => {
      sent.push({ url: url instanceof Request ? url.url : url.toString(), headers: init?.headers });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      return await Promise.resolve().then(() => answer?.() ?? Response.error());
    },
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { ask, sent, waits };
}

const ok = (): Response => Response.json({ count: 1 });
const failing =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response('no', { status, headers });

describe('asking a server', () => {
  it('takes credentials along', async () => {
    const { ask, sent } = served([ok], { headers: { authorization: 'Bearer t' }, query: { apiKey: 'k' } });
    expect(await ask('stations.json?prox=1,2,3', signal)).toEqual({ status: 200, body: { count: 1 } });
    expect(sent).toEqual([
      { url: 'https://ev.example/ev/stations.json?prox=1%2C2%2C3&apiKey=k', headers: { authorization: 'Bearer t' } },
    ]);
  });

  it('waits as long as the server wants, and longer each time', async () => {
    const { ask, waits } = served([failing(429, { 'retry-after': '7' }), failing(503), ok]);
    expect(await ask('roamings.json', signal)).toMatchObject({ status: 200 });
    expect(waits).toEqual([7000, 1000]);
  });

  it.each([
    ['a server that keeps failing', failing(500), /answered 500, 4 times/],
    ['one that wants too much patience', failing(429, { 'retry-after': '3600' }), /wait for 3600 s/],
    ['one that knows nobody', failing(401), /check the credentials/],
    ['one that speaks no JSON', () => new Response('<html>'), /other than JSON/],
    [
      'one that is not there',
      () => {
        throw new TypeError('fetch failed');
      },
      /cannot be reached/,
    ],
  ])('gives up on %s', async (_, answer, reason) => {
    const { ask } = served([answer]);
    await expect(ask('roamings.json', signal)).rejects.toThrow(NoAnswer);
    await expect(ask('roamings.json', signal)).rejects.toThrow(reason);
  });

  it('takes a refusal of the request as an answer', async () => {
    const { ask } = served([() => Response.json({ Type: 'x', Message: [] }, { status: 400 })]);
    expect(await ask('stations.json', signal)).toMatchObject({ status: 400 });
  });
});

describe('the pace', () => {
  it('lets requests begin evenly', async () => {
    const begun: number[] = [];
    let time = 0;
    const pace = paceOf({
      perSecond: 10,
      now: () => time,
      sleep: (milliseconds) => {
        begun.push(time + milliseconds);
        return Promise.resolve();
      },
    });
    for (let at = 0; at < 4; at++) await pace(signal);
    time = 1000;
    await pace(signal);
    await pace(signal);
    expect(begun).toEqual([100, 200, 300, 1100]);
  });
});
