/** The examples of docs/migrating.md: a client of v2 on a server and on a gateway, and the same client on v3. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunningGateway } from '@pantograph/server';
import { createLog, startGateway } from '@pantograph/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { smallWorldId } from '../../server/test/small-world.ts';
import type { ServedSmallWorld } from './client-under-test.ts';
import { serveSmallWorld } from './client-under-test.ts';
import { run } from './packed-package.ts';

// Each question is a process.
vi.setConfig({ testTimeout: 120_000 });

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

let served: ServedSmallWorld;
let gateway: RunningGateway;
beforeAll(async () => {
  served = await serveSmallWorld();
  gateway = await startGateway({
    v3: `${served.url}/v3`,
    search: `${served.url}/v1`,
    port: 0,
    log: createLog('silent'),
  });
});
afterAll(async () => {
  await gateway.close();
  await served.close();
});

function ask(example: 'v2-client' | 'v3-client', url: string, ...given: readonly string[]): Promise<string> {
  const main = join(examples, example, 'src/main.ts');
  return run(examples, 'env', `EV_API_URL=${url}`, process.execPath, main, ...given);
}

/** What the two generations call differently, and the program prints as it came. */
function inMeaning(text: string): string {
  return text.replaceAll('here:evcp:charginglocation:', '').replaceAll('MCS (Megawatt Charging System)', 'MCS');
}

const questions = [
  ['near', '52.0116,4.3571', '3000'],
  ['near', '52.52,13.4', '200000'],
  ['near', '0,0', '1000'],
  ...['DELFT-MARKT', 'DELFT-STATION', 'DELFT-GARAGE'].map((id) => ['station', smallWorldId(id)]),
];

describe.each(questions)('%s %s', (...question) => {
  it('is answered alike: by v2, through the gateway, and by v3', async () => {
    const asked = question.filter((part) => typeof part === 'string');
    const [v2, throughGateway, v3] = await Promise.all([
      ask('v2-client', served.url, ...asked),
      ask('v2-client', gateway.url, ...asked),
      ask('v3-client', served.url, ...asked),
    ]);
    expect(throughGateway).toBe(v2);
    expect(inMeaning(v3)).toBe(inMeaning(v2));
    expect(v2.length).toBeGreaterThan(20);
  });
});

it('says what a driver wants to know', async () => {
  const text = await ask('v2-client', served.url, 'station', smallWorldId('DELFT-MARKT'));
  for (const said of [
    'Voltstad, Markt 87',
    'Type 2 22.0 kW: 1 of 2 available',
    '0.47 EUR per kWh',
    'EMARKT2: in use',
  ]) {
    expect(text).toContain(said);
  }
});

it.each(['v2-client', 'v3-client'] as const)('%s fails clearly', async (example) => {
  await expect(ask(example, served.url, 'station', 'unheard-of')).rejects.toThrow(/404|no station/);
  await expect(ask(example, served.url, 'elsewhere')).rejects.toThrow('near <latitude>');
});

it.each(['v2-client', 'v3-client'])('%s compiles', async (example) => {
  expect(await run(examples, 'tsc', '-p', example)).toBe('');
});
