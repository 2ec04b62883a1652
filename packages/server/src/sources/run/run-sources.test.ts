import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordedLog } from '../../../test/recorded-log.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { openSourceStates } from '../state/source-states.ts';
import { sentLocations } from '../testing/feed-objects.ts';
import { answerPage, peerServer } from '../testing/peer-server.ts';
import { followDefinitions } from './follow-definitions.ts';
import { runSources } from './run-sources.ts';

let directory: string;
let sourcesFile: string;
let edition = 0;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-run-'));
  sourcesFile = join(directory, 'sources.yaml');
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(text: string): void {
  writeFileSync(sourcesFile, text);
  // Two writes within one tick of the file system's clock are two editions all the same.
  edition++;
  utimesSync(sourcesFile, edition, edition);
}

/** Sources that are looked at whenever the test says so. */
function running(holder = 'test', statesPath = ':memory:') {
  const store = openSqliteStore(':memory:');
  const states = openSourceStates(statesPath);
  const { log, lines } = recordedLog();
  let time = Date.parse('2026-03-10T12:00:00Z');
  let tick = (): void => undefined;
  const definitions = followDefinitions(sourcesFile, log);
  const sources = runSources({
    definitions,
    store,
    states,
    log,
    holder,
    sourcesFile,
    environment: {},
    now: () => new Date(time),
    repeat: (task) => {
      tick = task;
      return () => undefined;
    },
  });
  return {
    store,
    states,
    definitions,
    lines,
    tick: (seconds = 0) => {
      time += seconds * 1000;
      tick();
    },
    [Symbol.asyncDispose]: async () => {
      await sources.stop();
      states.close();
      await store.close();
    },
  };
}

const definition = (url: string, more = ''): string =>
  `sources:\n  - { name: a, kind: ocpi-url, locations: '${url}/l', allowPrivate: true, schedule: every 10 minutes${more} }\n`;

describe('sources', () => {
  it('are pulled at once, then as scheduled', async () => {
    await using server = await peerServer((request, response) =>
      answerPage(request, response, { objects: sentLocations(3) }),
    );
    write(definition(server.url));
    await using world = running();
    await vi.waitFor(() => expect(world.states.get('a').lastPull?.outcome).toBe('complete'));
    expect(world.store.counts().locations).toBe(3);
    world.tick(599);
    expect(server.asked.length).toBe(1);
    world.tick(1);
    await vi.waitFor(() => expect(server.asked.length).toBe(2));
  });

  it('are pulled again soon after a failure, and then less often', async () => {
    await using server = await peerServer((_, response) => response.writeHead(404).end());
    write(definition(server.url));
    await using world = running();
    await vi.waitFor(() => expect(world.states.get('a').failures).toBe(1));
    world.tick(59);
    expect(server.asked.length).toBe(1);
    world.tick(1);
    await vi.waitFor(() => expect(world.states.get('a').failures).toBe(2));
    world.tick(119);
    expect(server.asked.length).toBe(2);
    world.tick(1);
    await vi.waitFor(() => expect(world.states.get('a').failures).toBe(3));
  });

  it('come and go with the file, and stay where that has faults', async () => {
    await using server = await peerServer((request, response) =>
      answerPage(request, response, { objects: sentLocations(1) }),
    );
    await using world = running();
    expect(world.definitions()).toEqual([]);
    write(definition(server.url));
    world.tick();
    expect(world.definitions().map(({ name }) => name)).toEqual(['a']);
    write('sources: 3');
    world.tick();
    expect(world.definitions().length).toBe(1);
    expect(world.lines().some(({ msg }) => String(msg).includes('sources.yaml has faults'))).toBe(true);
    write('sources: []');
    world.tick();
    expect(world.definitions()).toEqual([]);
  });

  it('are pulled by one process only', async () => {
    let release = (): void => undefined;
    await using server = await peerServer((request, response) => {
      release = () => answerPage(request, response, { objects: [] });
    });
    write(definition(server.url));
    const path = join(directory, 'sources.db');
    await using first = running('first', path);
    await vi.waitFor(() => expect(server.asked.length).toBe(1));
    await using second = running('second', path);
    second.tick(30);
    first.tick(30);
    expect(server.asked.length).toBe(1);
    release();
    await vi.waitFor(() => expect(first.states.get('a').lastPull?.outcome).toBe('complete'));
  });

  it('whose definition cannot be acted on are told and left for a while', async () => {
    write(
      "sources:\n  - { name: a, kind: ocpi-peer }\n  - { name: b, kind: ocpi-url, locations: 'http://127.0.0.1:1/', token: { env: NONE } }\n",
    );
    await using world = running();
    await vi.waitFor(() => expect(world.states.get('b').failures).toBe(1));
    expect(world.states.get('a').lastPull?.findings[0]?.message).toBe('there is no registered OCPI peer a');
    world.tick(1);
    expect(world.states.get('b').failures).toBe(1);
  });
});
