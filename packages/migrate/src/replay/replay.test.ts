import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Ask } from './ask/ask.ts';
import { NoAnswer } from './ask/ask.ts';
import { OtherJournal, openJournal } from './journal.ts';
import type { ReplayOptions } from './replay.ts';
import { replay } from './replay.ts';
import { htmlReport } from './report/html-report.ts';
import { reportInWords } from './report/report-in-words.ts';
import { reportOf } from './report/replay-report.ts';

const question = { v2: 'http://a/ev', v3: 'http://b/v3', search: 'http://b/v1', allow: [] };
const requestOf = (name: string, times = 1) => ({ target: `stations.json?${name}`, resource: 'stations', times });
const answerOf = (state: string, more: object = {}): Answer => ({
  status: 200,
  body: {
    hasMore: false,
    evStations: {
      evStation: [
        {
          poolId: 'p',
          ...more,
          connectors: {
            connector: [
              { connectorType: { id: '31' }, connectorStatuses: { connectorStatus: [{ cpoEvseId: 'e', state }] } },
            ],
          },
        },
      ],
    },
  },
});

function run(v2: Ask, v3: Ask, more: Partial<ReplayOptions> = {}) {
  return replay({
    requests: [requestOf('a', 3), requestOf('b')],
    v2,
    v3,
    pace: () => Promise.resolve(),
    concurrency: 2,
    allow: [],
    signal: new AbortController().signal,
    ...more,
  });
}

const always =
  (answer: Answer): Ask =>
  () =>
    Promise.resolve(answer);

function reported(outcome: Awaited<ReturnType<typeof run>>) {
  const traffic = {
    requests: [requestOf('a', 3), requestOf('b')],
    entries: 6,
    skipped: new Map([['not_v2', 2] as const]),
  };
  return reportOf({ ...question, finishedAt: '2026-01-01T00:00:00Z', traffic, tally: outcome });
}

describe('replay', () => {
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'pantograph-replay-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('proves what is alike', async () => {
    const report = reported(await run(always(answerOf('AVAILABLE')), always(answerOf('AVAILABLE'))));
    expect(report).toMatchObject({
      proven: true,
      differences: [],
      resources: [{ resource: 'stations', requests: 2, times: 4, unexplained: 0, unanswered: 0 }],
      traffic: { entries: 6, requests: 2, skipped: { not_v2: 2 } },
    });
    expect(reportInWords(report)).toContain('Proven:');
  });

  it('finds a difference, with an example', async () => {
    const report = reported(await run(always(answerOf('AVAILABLE')), always(answerOf('OCCUPIED'))));
    expect(report).toMatchObject({ proven: false, fields: { different: 2 } });
    expect(report.differences).toMatchObject([
      {
        field: expect.stringMatching(/connectorStatus\.state$/) as string,
        requests: 2,
        examples: [{ target: 'stations.json?a', v2: '"AVAILABLE"', v3: '"OCCUPIED"' }, {}],
      },
    ]);
    expect(reportInWords(report)).toContain('Not proven: 2 of');
  });

  it('asks again where only live fields differ: the charger was plugged in between', async () => {
    let asked = 0;
    const late: Ask = () => Promise.resolve(answerOf(++asked <= 2 ? 'OCCUPIED' : 'AVAILABLE'));
    expect(reported(await run(always(answerOf('AVAILABLE')), late))).toMatchObject({ proven: true });
    expect(asked).toBe(4);
  });

  it('asks but once where other fields differ', async () => {
    let asked = 0;
    const other: Ask = () => {
      asked++;
      return Promise.resolve(answerOf('OCCUPIED', { brand: 'B' }));
    };
    expect(reported(await run(always(answerOf('AVAILABLE', { brand: 'A' })), other))).toMatchObject({ proven: false });
    expect(asked).toBe(2);
  });

  it('takes differences that are allowed, and names them', async () => {
    const one = always(answerOf('AVAILABLE', { address: { region: 'X' } }));
    const other = always(answerOf('AVAILABLE', { address: { region: 'Y' } }));
    const report = reported(await run(one, other, { allow: ['address.region'] }));
    expect(report).toMatchObject({ proven: true, fields: { lossy: 2 } });
    expect(report.rules.map(({ rule }) => rule)).toContain('allowed');
  });

  it('proves nothing where somebody does not answer', async () => {
    const silent: Ask = () => Promise.reject(new NoAnswer('it cannot be reached'));
    const report = reported(await run(always(answerOf('AVAILABLE')), silent));
    expect(report).toMatchObject({ proven: false, resources: [{ unanswered: 2 }] });
    expect(report.unanswered[0]).toMatchObject({ generation: 'v3', reason: 'it cannot be reached' });
  });

  it('goes on where it was stopped, also after a line that was not finished', async () => {
    const path = join(directory, 'journal');
    const stop = new AbortController();
    const answers = always(answerOf('AVAILABLE'));
    const first = openJournal(path, question);
    const stopped = run(answers, answers, {
      journal: first,
      concurrency: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopped')),
      pace: (signal) => (signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve()),
    });
    await expect(stopped).rejects.toThrow('stopped');
    first.close();
    appendFileSync(path, '{"target":"stations.json?b","resou');

    const asked: string[] = [];
    const counting: Ask = (target) => {
      asked.push(target);
      return Promise.resolve(answerOf('AVAILABLE'));
    };
    const second = openJournal(path, question);
    const known: number[] = [];
    const onKnown = (judged: number): void => void known.push(judged);
    const whole = reported(await run(counting, counting, { journal: second, onKnown }));
    second.close();
    expect(known).toEqual([1]);
    expect(asked).toEqual(['stations.json?b', 'stations.json?b']);
    expect(whole).toEqual(reported(await run(answers, answers)));
    const third = openJournal(path, question);
    const targets: string[] = [];
    await third.read(({ target }) => targets.push(target));
    third.close();
    expect(targets).toEqual(['stations.json?a', 'stations.json?b']);
  });

  it('takes no journal of other servers, and no other file', () => {
    const path = join(directory, 'other');
    openJournal(path, question).close();
    expect(() => openJournal(path, { ...question, v3: 'http://c/v3' })).toThrow(OtherJournal);
    const text = join(directory, 'text');
    writeFileSync(text, 'dear diary\n');
    expect(() => openJournal(text, question)).toThrow(OtherJournal);
    expect(readFileSync(text, 'utf8')).toBe('dear diary\n');
  });

  it('writes a page in which nothing from outside is markup', async () => {
    const evil = '<script>alert(1)</script>"\'&';
    const one = always(answerOf('AVAILABLE', { name: evil }));
    const page = htmlReport(reported(await run(one, always(answerOf('AVAILABLE', { name: `${evil}!` })))));
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain("default-src 'none'");
  });
});
