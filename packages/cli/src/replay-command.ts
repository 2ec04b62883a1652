/** `pantograph replay`: recorded v2 traffic, asked of both generations, and what differs. */
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { ReplayOptions } from './replay-traffic.ts';
import { replayTraffic } from './replay-traffic.ts';
import type { Terminal } from './terminal.ts';

export function addReplayCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  root
    .command('replay')
    .description('Ask recorded v2 requests of v2 and of v3 + Search, and compare the answers by meaning.')
    .argument('<log>', 'access log (common or combined), HAR or list of URLs, plain or gzip; - for standard input')
    .requiredOption('--v2 <base>', 'address of v2, which has /stations.json below it', readBase)
    .requiredOption('--v3 <base>', 'address of v3, which has /locations below it', readBase)
    .requiredOption('--search <base>', 'address of Search, which has /browse below it', readBase)
    .option('--html <file>', 'write the report as a page')
    .option('--json <file>', 'write the report as JSON')
    .option('--resume <file>', 'keep what was judged in this file, and go on from it')
    .option('--rate <per second>', 'requests of the log that begin a second', readRate, 10)
    .option('--concurrency <count>', 'requests of the log under way at the same time', readCount, 4)
    .option('--limit <count>', 'at most so many different requests', readCount)
    .option('--allow <fields>', 'fields that may differ, such as lastUpdateTimestamp,address.region', readFields, [])
    .addHelpText(
      'after',
      `
Credentials come from the environment: PANTOGRAPH_V2_API_KEY or PANTOGRAPH_V2_TOKEN for v2, PANTOGRAPH_V3_API_KEY or
PANTOGRAPH_V3_TOKEN for v3 and Search. Those in the log are dropped before anything is kept.

Exits with 1 where anything is unexplained or was not answered.

Examples
  pantograph replay access.log --v2 https://ev.example/ev --v3 http://localhost:8080/v3 --search http://localhost:8080/v1
  pantograph replay app.har --v2 ... --v3 ... --search ... --html replay.html --resume replay.journal --rate 2`,
    )
    .action(async (log: string, options: ReplayOptions) => done(await replayTraffic(log, options, terminal)));
}

function readBase(text: string): string {
  const url = URL.parse(text);
  const isBase = url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (!isBase || url.username !== '' || url.password !== '') {
    throw new InvalidArgumentError('Expected an address such as https://host/v3, without credentials and query.');
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

function readRate(text: string): number {
  const rate = /^\d{1,5}(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (!(rate > 0)) throw new InvalidArgumentError('Expected a number above 0.');
  return rate;
}

function readCount(text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1) throw new InvalidArgumentError('Expected a whole number above 0.');
  return count;
}

function readFields(text: string, before: readonly string[]): readonly string[] {
  const fields = text.split(',').map((field) => field.trim());
  if (!fields.every((field) => /^\w+(\.\w+)*$/.test(field))) {
    throw new InvalidArgumentError('Expected names of fields with commas between them, such as brand,address.region.');
  }
  return [...before, ...fields];
}
