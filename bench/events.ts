/** How soon after its acknowledgement a PATCH is an event at a reader, and what many readers cost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Figure } from './harness/benchmark.ts';
import { rawConnection } from './harness/raw-connection.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { makePushWorld, observedAt, patchRequest } from './ocpi-push/push-world.ts';

const PATCHES_PER_SECOND = 2_000;
const CONNECTIONS = 16;
const SECONDS = 5;
const MANY_READERS = 100;
/** Each reader hears all of them. */
const PATCHES_FOR_MANY = 100;
const child = fileURLToPath(new URL('child/serve.ts', import.meta.url));

export const events: Benchmark = {
  name: 'events',
  about: 'from an acknowledged PATCH to its event, and the cost of many readers',
  async run({ note }) {
    await using directory = await temporaryDirectory();
    const { token } = await makePushWorld(directory.path);
    const server = spawn(process.execPath, [child, directory.path], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(server, 'close');
    const [url] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    try {
      const send = sender(url, token);
      note(`one reader, ${String(PATCHES_PER_SECOND)} PATCHes a second`);
      const delays = await delaysOf(url, send);
      note(`${String(MANY_READERS)} readers, ${String(PATCHES_FOR_MANY)} PATCHes a second`);
      return [...delays, ...(await costOfMany(url, send, server.pid))];
    } finally {
      server.kill('SIGKILL');
      await closed;
    }
  },
};

/** @param acknowledged hears when the PATCH of a number was answered */
type Send = (rate: number, seconds: number, acknowledged?: (number: number, at: number) => void) => Promise<number>;

function sender(url: string, token: string): Send {
  let next = 0;
  return async (rate, seconds, acknowledged) => {
    const open = await Promise.all(Array.from({ length: CONNECTIONS }, () => rawConnection(url)));
    const started = performance.now();
    const end = started + seconds * 1000;
    let sent = 0;
    await Promise.all(
      open.map(async (connection) => {
        while (performance.now() < end) {
          if (sent >= ((performance.now() - started) / 1000) * rate) {
            await pause(1);
            continue;
          }
          sent++;
          const number = next++;
          await connection.send(patchRequest(number, token));
          acknowledged?.(number, performance.now());
        }
      }),
    );
    for (const connection of open) connection.close();
    return sent;
  };
}

async function delaysOf(url: string, send: Send): Promise<readonly Figure[]> {
  const heard = new Map<string, number>();
  let rest = '';
  const stop = await read(url, (chunk) => {
    const at = performance.now();
    rest += chunk;
    const end = rest.lastIndexOf('\n');
    for (const [, observed = ''] of rest.slice(0, end).matchAll(/"observedAt":"([^"]+)"/g)) heard.set(observed, at);
    rest = rest.slice(end);
  });
  const acknowledged = new Map<string, number>();
  const sent = await send(PATCHES_PER_SECOND, SECONDS, (number, at) => acknowledged.set(observedAt(number), at));
  await pause(500);
  stop();
  // An event may be there before the acknowledgement is: nobody had to wait for it.
  const delays = [...acknowledged].flatMap(([observed, at]) => {
    const heardAt = heard.get(observed);
    return heardAt === undefined ? [] : [Math.max(0, heardAt - at)];
  });
  const sorted = delays.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return [
    { name: 'events.load', value: sent / SECONDS, unit: 'PATCHes/s', target: PATCHES_PER_SECOND },
    { name: 'events.heard', value: delays.length / sent, unit: 'of the PATCHes', target: 1 },
    { name: 'events.delay_p50', value: at(0.5), unit: 'ms' },
    { name: 'events.delay_p99', value: at(0.99), unit: 'ms', target: 50 },
  ];
}

async function costOfMany(url: string, send: Send, pid: number | undefined): Promise<readonly Figure[]> {
  const alone = await cpuDuring(pid, () => send(PATCHES_FOR_MANY, SECONDS));
  let heard = 0;
  const stops = await Promise.all(
    Array.from({ length: MANY_READERS }, () =>
      read(url, (chunk) => {
        heard += chunk.split('event: status').length - 1;
      }),
    ),
  );
  const together = await cpuDuring(pid, () => send(PATCHES_FOR_MANY, SECONDS));
  await pause(500);
  for (const stop of stops) stop();
  return [
    { name: 'events.to_many', value: heard / SECONDS, unit: 'events/s' },
    { name: 'events.cpu_to_many', value: ((together - alone) / heard) * 1e6, unit: 'us CPU/event' },
  ];
}

async function read(url: string, take: (chunk: string) => void): Promise<() => void> {
  const request = get(`${url}/events`, { agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.setEncoding('latin1').on('data', take);
  response.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET') throw error;
  });
  return () => request.destroy();
}

/** Seconds. Linux only; elsewhere NaN. Ticks are hundredths of a second. */
async function cpuDuring(pid: number | undefined, work: () => Promise<unknown>): Promise<number> {
  const used = async (): Promise<number> => {
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
    const ticks = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return ticks.reduce((sum, one) => sum + Number(one), 0) / 100;
  };
  const before = await used();
  await work();
  return (await used()) - before;
}
