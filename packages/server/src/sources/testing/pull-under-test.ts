/** A store, the memory of pulls, and one source over both; waiting takes no time and is written down. */
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Store } from '../../store/store.ts';
import { readSourcesFile } from '../definition/read-sources-file.ts';
import type { PullReport } from '../pull/pull-report.ts';
import type { PullOptions } from '../pull/pull-source.ts';
import { pullSource } from '../pull/pull-source.ts';
import { openSourceStates } from '../state/source-states.ts';
import type { SourceStates } from '../state/source-states.ts';

export interface PullUnderTest extends AsyncDisposable {
  readonly store: Store;
  readonly states: SourceStates;
  /** Milliseconds that were waited for. */
  readonly waits: number[];
  pull(options?: Partial<PullOptions>): Promise<PullReport>;
  /** How long has passed, milliseconds. */
  pass(milliseconds: number): void;
  /** Names of the locations that are there, sorted. */
  ids(): readonly string[];
}

/** @param definition keys of a source named `peer`, as in sources.yaml */
export function pullUnderTest(
  definition: string,
  environment: Record<string, string> = {},
  /** `undefined`: the definition says nothing of it. */
  allowPrivate: boolean | undefined = definition.includes('ocpi-peer') ? undefined : true,
): PullUnderTest {
  const store = openSqliteStore(':memory:');
  const states = openSourceStates(':memory:');
  const waits: number[] = [];
  let time = Date.parse('2026-03-10T12:00:00Z');
  const now = (): Date => new Date(time);
  const sourcesFile = join(tmpdir(), 'sources.yaml');
  return {
    store,
    states,
    waits,
    pull: (options = {}) => {
      const text = `sources:\n  - { name: peer, ${allowPrivate === undefined ? '' : `allowPrivate: ${String(allowPrivate)}, `}${definition} }`;
      const [source] = readSourcesFile(text, 'sources.yaml');
      if (source === undefined) throw new Error('no source');
      return pullSource({ store, states }, source, {
        sourcesFile,
        environment,
        now,
        random: () => 0,
        wait: (milliseconds, signal) => {
          waits.push(milliseconds);
          signal.throwIfAborted();
          return Promise.resolve();
        },
        ...options,
      });
    },
    pass: (milliseconds) => {
      time += milliseconds;
    },
    ids: () =>
      Array.from(store.locations())
        .filter(({ removal }) => removal === undefined)
        .map(({ key }) => key.id)
        .sort(),
    [Symbol.asyncDispose]: async () => {
      states.close();
      await store.close();
    },
  };
}

export function codesOf({ notices }: PullReport): readonly string[] {
  return notices.map(({ code }) => code);
}
