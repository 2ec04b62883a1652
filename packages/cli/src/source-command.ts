/** `pantograph source`: where data is fetched from. Servers over the same directory notice within a second. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { PullReport, SourceDefinition, SourceStates, Store, WrittenSource } from '@pantograph/server';
import {
  EndpointUnusable,
  SourcesFileFaulty,
  TokenMissing,
  addSource,
  loadSources,
  nextPull,
  openPeerStore,
  openSourceStates,
  openSqliteStore,
  peerEndpoint,
  pullSource,
  removeSource,
} from '@pantograph/server';
import type { Command } from 'commander';
import { filesIn, openStore } from './data-directory.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import { progressOn } from './progress.ts';
import { pullInWords, qualityInWords, sourceInWords } from './source-in-words.ts';
import type { AddOptions, PullCommandOptions, SourceOptions } from './source-options.ts';
import { addSourceOptions } from './source-options.ts';
import type { Terminal } from './terminal.ts';
import { stopSignal } from './until-stopped.ts';

/** @param done hears the exit code of the command that ran */
export function addSourceCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  addSourceOptions(root.command('source').description('Sources: where data is fetched from, and how that goes.'), {
    add: (name, options) => done(add(name, options, terminal)),
    list: (options) => done(list(options, terminal)),
    check: async (name, options) => done(await check(name, options, terminal)),
    pull: async (name, options) => done(await pull(name, options, terminal)),
    remove: (name, options) => done(remove(name, options, terminal)),
  });
}

function add(name: string, options: AddOptions, terminal: Terminal): ExitCode {
  const file = fileOf(options);
  const written = writtenSource(name, options);
  if (options.kind !== 'ocpi-peer') refuseNameOfPeer(name, options.data);
  explained(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    addSource(file, written);
  });
  if (options.json) terminal.out(`${JSON.stringify(written)}\n`);
  else terminal.err(`${name} is in ${file}. Look at it first with: pantograph source check ${name}\n`);
  return exitCode.done;
}

function refuseNameOfPeer(name: string, data: string): void {
  const { peers: peersFile } = filesIn(data);
  if (!existsSync(peersFile)) return;
  const peers = openPeerStore(peersFile);
  const isPeer = peers.get(name) !== undefined;
  peers.close();
  if (!isPeer) return;
  throw new Failure(
    `${name} is the name of an OCPI peer, whose data and terms this source would replace.`,
    'Choose another name; to pull what the peer holds, say --kind ocpi-peer.',
  );
}

function writtenSource(name: string, options: AddOptions): WrittenSource {
  const { tokenEnv, tokenFile, decayAfter, vanishAfter, guardPercent } = options;
  const rules = given({ decayAfter, vanishAfter, guardPercent });
  const { schedule, licence, attribution, redistribute } = options;
  const { kind, locations, tariffs, ocpiVersion: version, country, party, allowPrivate } = options;
  const token = tokenEnv === undefined ? tokenFile && { file: resolve(tokenFile) } : { env: tokenEnv };
  const terms = { schedule, licence, attribution, redistribute };
  return given({
    name,
    kind,
    locations: placeOf(kind, locations),
    tariffs: placeOf(kind, tariffs),
    version,
    country,
    party,
    token,
    allowPrivate,
    ...terms,
    rules: Object.keys(rules).length === 0 ? undefined : rules,
    // What is missing or too much for the kind is told by the schema of the file.
  }) as unknown as WrittenSource;
}

/** Paths in the file start at the file; those of a command line where it is typed. */
function placeOf(kind: AddOptions['kind'], from: string | undefined): string | undefined {
  return from === undefined || kind !== 'file' || from.includes('://') ? from : resolve(from);
}

function given(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function list(options: SourceOptions, terminal: Terminal): ExitCode {
  const definitions = explained(fileOf(options), () => loadSources(fileOf(options)));
  const states = existingStates(options.data);
  try {
    const views = definitions.map((definition) => {
      const state = states.get(definition.name);
      return { definition, state, nextPull: nextPull(definition, state, terminal.now())?.toISOString() };
    });
    if (options.json) terminal.out(`${JSON.stringify(views, undefined, 2)}\n`);
    else if (views.length === 0) terminal.err('No source yet. Add one with: pantograph source add NAME\n');
    else for (const view of views) terminal.out(sourceInWords(view));
    return exitCode.done;
  } finally {
    states.close();
  }
}

async function check(name: string, options: SourceOptions, terminal: Terminal): Promise<ExitCode> {
  const definition = definitionOf(name, options);
  const inMemory = !existsSync(filesIn(options.data).store);
  const store = inMemory ? openSqliteStore(':memory:') : openStore(options.data);
  const states = existingStates(options.data);
  const report = await pulled({ store, states }, definition, options, terminal, { dryRun: true });
  if (report === undefined) return exitCode.interrupted;
  terminal.out(options.json ? `${JSON.stringify(report, undefined, 2)}\n` : qualityInWords(report));
  return exitCodeOf(report);
}

async function pull(name: string, options: PullCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { full, acceptVanished } = options;
  const definition = definitionOf(name, options);
  const store = openStore(options.data);
  const states = openSourceStates(filesIn(options.data).sourceStates);
  const now = terminal.now();
  const holder = `pull ${String(process.pid)}`;
  const until = new Date(now.getTime() + LEASE_MILLISECONDS);
  if (!states.lease(definition.name, holder, now, until)) {
    states.close();
    await store.close();
    throw new Failure(`${name} is being pulled already.`, 'Wait until that is done; see: pantograph source list');
  }
  const mode = full || acceptVanished ? 'full' : 'auto';
  const report = await pulled({ store, states }, definition, options, terminal, { mode, acceptVanished, holder });
  if (report === undefined) return exitCode.interrupted;
  terminal.out(options.json ? `${JSON.stringify(report, undefined, 2)}\n` : pullInWords(report));
  return exitCodeOf(report);
}

/** A command that was killed keeps a source from being pulled for so long. */
const LEASE_MILLISECONDS = 600_000;

interface PullChoice {
  readonly mode?: 'auto' | 'full';
  readonly acceptVanished?: boolean;
  readonly dryRun?: boolean;
  readonly holder?: string;
}

/** Closes what it is given. @returns nothing where it was stopped before the end */
async function pulled(
  { store, states }: { readonly store: Store; readonly states: SourceStates },
  definition: SourceDefinition,
  options: SourceOptions,
  terminal: Terminal,
  { holder, ...choice }: PullChoice,
): Promise<PullReport | undefined> {
  const stopping = stopSignal();
  const progress = progressOn(terminal, 'objects');
  const { peers: peersFile } = filesIn(options.data);
  const peers = existsSync(peersFile) ? openPeerStore(peersFile) : undefined;
  try {
    return await pullSource({ store, states }, definition, {
      ...choice,
      sourcesFile: fileOf(options),
      environment: process.env,
      ...(peers && {
        peer: (name: string) => peerEndpoint(peers, name),
        isPeer: (name: string) => peers.get(name) !== undefined,
      }),
      signal: stopping,
      now: terminal.now,
      onProgress: (objects) => progress.to(objects),
    });
  } catch (error) {
    if (stopping.aborted) return undefined;
    if (error instanceof TokenMissing || error instanceof EndpointUnusable) {
      throw new Failure(`${definition.name}: ${error.message}.`, `See ${fileOf(options)}.`, { cause: error });
    }
    throw explain(error, `pull ${definition.name}`) ?? error;
  } finally {
    progress.end();
    if (holder !== undefined) states.release(definition.name, holder);
    peers?.close();
    states.close();
    await store.close();
  }
}

function remove(name: string, options: SourceOptions, terminal: Terminal): ExitCode {
  const file = fileOf(options);
  if (!explained(file, () => removeSource(file, name))) throw unknownSource(name, file);
  if (options.json) terminal.out(`${JSON.stringify({ name, removed: true })}\n`);
  else terminal.err(`${name} is pulled no more. What the store holds of it stays.\n`);
  return exitCode.done;
}

function definitionOf(name: string, options: SourceOptions): SourceDefinition {
  const file = fileOf(options);
  const found = explained(file, () => loadSources(file)).find(
    (source) => source.name.toLowerCase() === name.toLowerCase(),
  );
  if (found === undefined) throw unknownSource(name, file);
  return found;
}

function unknownSource(name: string, file: string): Failure {
  return new Failure(`There is no source ${name} in ${file}.`, 'See those that are there with: pantograph source list');
}

/** For commands that only look: nothing is made. */
function existingStates(data: string): SourceStates {
  const { sourceStates } = filesIn(data);
  return openSourceStates(existsSync(sourceStates) ? sourceStates : ':memory:');
}

function fileOf({ data, sources }: SourceOptions): string {
  return sources === undefined ? filesIn(data).sources : resolve(sources);
}

function explained<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof SourcesFileFaulty) {
      throw new Failure(error.message, 'docs/sources.md has every key.', { cause: error });
    }
    throw explain(error, `use ${file}`) ?? error;
  }
}

function exitCodeOf({ notices, failure }: PullReport): ExitCode {
  const wrong = failure !== undefined || notices.some(({ severity }) => severity === 'error');
  return wrong ? exitCode.findings : exitCode.done;
}
