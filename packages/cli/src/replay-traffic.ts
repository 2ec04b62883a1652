/** What `pantograph replay` does: reads the log, asks v2 and a gateway in front of v3 and Search, writes the reports. */
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { FeedFailure } from '@pantograph/feeds/json';
import type { Ask, Journal, ReplayReport, Traffic } from '@pantograph/migrate/replay';
import {
  OtherJournal,
  UnreadableTraffic,
  asker,
  htmlReport,
  openJournal,
  paceOf,
  readTraffic,
  replay,
  reportInWords,
  reportOf,
} from '@pantograph/migrate/replay';
import { StartRefused, createLog, startGateway } from '@pantograph/server';
import type { RunningGateway } from '@pantograph/server';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import { checkFeed, openFeed } from './feed-bytes.ts';
import { counted, progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { stopSignal } from './until-stopped.ts';

export interface ReplayOptions {
  readonly v2: string;
  readonly v3: string;
  readonly search: string;
  readonly html?: string;
  readonly json?: string;
  readonly resume?: string;
  readonly rate: number;
  readonly concurrency: number;
  readonly limit?: number;
  readonly allow: readonly string[];
}

export async function replayTraffic(log: string, options: ReplayOptions, terminal: Terminal): Promise<ExitCode> {
  const stopping = stopSignal();
  const traffic = await trafficIn(log, options, stopping);
  const journal = journalOf(options);
  const gateway = await gatewayOf(options);
  try {
    const report = await ask(traffic, options, { journal, gateway, stopping, terminal });
    write(options.json, () => `${JSON.stringify(report, undefined, 2)}\n`);
    write(options.html, () => htmlReport(report));
    terminal.out(reportInWords(report));
    return report.proven ? exitCode.done : exitCode.findings;
  } catch (error) {
    if (!stopping.aborted) throw error;
    const advice = options.resume === undefined ? ' Next time, --resume keeps what was done.' : '';
    terminal.err(`Stopped.${advice}\n`);
    return exitCode.interrupted;
  } finally {
    journal?.close();
    await gateway.close();
  }
}

async function trafficIn(log: string, { limit }: ReplayOptions, stopping: AbortSignal): Promise<Traffic> {
  checkFeed(log);
  try {
    const traffic = await readTraffic(openFeed(log, stopping).bytes);
    return { ...traffic, requests: traffic.requests.slice(0, limit) };
  } catch (error) {
    if (error instanceof UnreadableTraffic || error instanceof FeedFailure) {
      throw new Failure(`${log} cannot be read: ${error.message}.`, 'See pantograph replay --help for what can be.', {
        cause: error,
      });
    }
    throw explain(error, `read ${log}`) ?? error;
  }
}

function journalOf({ resume, v2, v3, search, allow }: ReplayOptions): Journal | undefined {
  if (resume === undefined) return undefined;
  try {
    return openJournal(resume, { v2, v3, search, allow });
  } catch (error) {
    if (error instanceof OtherJournal) {
      throw new Failure(`${resume} cannot be gone on from: ${error.message}.`, 'Name another file, or remove it.', {
        cause: error,
      });
    }
    throw explain(error, `write ${resume}`) ?? error;
  }
}

/** Keeps no answer: each request is to see what v3 says now. */
async function gatewayOf({ v3, search }: ReplayOptions): Promise<RunningGateway> {
  try {
    return await startGateway({ v3, search, port: 0, cacheSeconds: 0, log: createLog('error') });
  } catch (error) {
    if (error instanceof StartRefused) throw new Failure(error.message, error.advice, { cause: error });
    throw error;
  }
}

interface Asking {
  readonly journal: Journal | undefined;
  readonly gateway: RunningGateway;
  readonly stopping: AbortSignal;
  readonly terminal: Terminal;
}

async function ask(
  traffic: Traffic,
  { v2, v3, search, rate, concurrency, allow }: ReplayOptions,
  { journal, gateway, stopping, terminal }: Asking,
): Promise<ReplayReport> {
  const progress = progressOn(terminal, 'requests');
  const sleep = (milliseconds: number, signal: AbortSignal) => pause(milliseconds, undefined, { signal });
  const tally = await replay({
    requests: traffic.requests,
    v2: askerWith(v2, 'V2'),
    v3: askerWith(`${gateway.url}/ev`, 'V3'),
    pace: paceOf({ perSecond: rate, now: () => performance.now(), sleep }),
    concurrency,
    allow,
    ...(journal === undefined ? {} : { journal }),
    signal: stopping,
    onKnown: (judged) => {
      if (judged > 0) terminal.err(`Going on after ${counted(judged)} requests.\n`);
    },
    onProgress: (done, of) => progress.to(done, done / of),
  });
  progress.end();
  const finishedAt = terminal.now().toISOString();
  return reportOf({ v2, v3, search, finishedAt, traffic, tally });
}

function askerWith(base: string, generation: 'V2' | 'V3'): Ask {
  const token = process.env[`PANTOGRAPH_${generation}_TOKEN`];
  const apiKey = process.env[`PANTOGRAPH_${generation}_API_KEY`];
  return asker({
    base,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    ...(apiKey === undefined ? {} : { query: { apiKey } }),
  });
}

function write(path: string | undefined, text: () => string): void {
  if (path === undefined) return;
  try {
    writeFileSync(path, text());
  } catch (error) {
    throw explain(error, `write ${path}`) ?? error;
  }
}
