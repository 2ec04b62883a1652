/** From the acknowledgement of a PATCH to the first search that shows it, while others go on patching. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from '../harness/benchmark.ts';
import { rawConnection } from '../harness/raw-connection.ts';
import { PLACES, observedAt, patchRequest, positionOf } from './push-world.ts';
import type { PushWorld } from './push-world.ts';
import { steadyPatches } from './steady-patches.ts';

const PATCHES_PER_SECOND = 2_000;
const SAMPLES = 300;
const TARGET_MILLISECONDS = 50;

/** @param next the number of the next PATCH */
export async function freshness(url: string, { token }: PushWorld, next: () => number): Promise<readonly Figure[]> {
  const background = await steadyPatches(url, PATCHES_PER_SECOND, () => patchRequest(next(), token));
  const [sampler, searcher] = await Promise.all([rawConnection(url), rawConnection(url)]);
  const delays: number[] = [];
  while (delays.length < SAMPLES) {
    const number = next();
    await sampler.send(patchRequest(number, token));
    const acknowledged = performance.now();
    const { lat, lng } = positionOf(number % PLACES);
    const search = `GET /v1/browse?at=${lat},${lng}&limit=1&show=ev&categories=700-7600-0322 HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    for (;;) {
      const found = await searcher.send(search);
      if (!found.startsWith('HTTP/1.1 200')) throw new Error(`the search was refused: ${found}`);
      const shown = /"last_updated":"([^"]+)"/.exec(found)?.[1];
      // Another PATCH of the same place may have come in between.
      if (shown !== undefined && shown >= observedAt(number)) break;
      if (performance.now() - acknowledged > 5_000) throw new Error(`not shown after 5 s: ${found}`);
      await pause(1);
    }
    delays.push(performance.now() - acknowledged);
    await pause(5);
  }
  const load = await background.stop();
  for (const connection of [sampler, searcher]) connection.close();
  const sorted = delays.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return [
    { name: 'ocpi-push.load', value: load, unit: 'PATCHes/s' },
    { name: 'ocpi-push.shown_p50', value: at(0.5), unit: 'ms' },
    { name: 'ocpi-push.shown_p99', value: at(0.99), unit: 'ms', target: TARGET_MILLISECONDS },
  ];
}
