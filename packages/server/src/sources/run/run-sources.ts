/** Pulls sources when they are due, for as long as a server runs. */
import type { Log } from '../../observe/log.ts';
import type { Store } from '../../store/store.ts';
import type { SourceDefinition } from '../definition/source-definition.ts';
import type { PullReport } from '../pull/pull-report.ts';
import type { PullOptions } from '../pull/pull-source.ts';
import { pullSource } from '../pull/pull-source.ts';
import type { SourceStates } from '../state/source-states.ts';
import { nextPull } from './next-pull.ts';

export interface RunSourcesOptions extends Omit<PullOptions, 'mode' | 'acceptVanished' | 'dryRun' | 'signal'> {
  readonly store: Store;
  readonly states: SourceStates;
  readonly definitions: () => readonly SourceDefinition[];
  readonly log: Log;
  /** Tells this process from others that pull for the same store. */
  readonly holder: string;
  /** Runs a task again and again until the returned function is called; default is a timer of one second. */
  readonly repeat?: (task: () => void) => () => void;
}

export interface RunningSources {
  /** Breaks off what is under way; what was taken in stays. */
  stop(): Promise<void>;
}

const MOST_AT_ONCE = 2;
const LEASE_MILLISECONDS = 120_000;
const RENEW_MILLISECONDS = 30_000;

export function runSources(options: RunSourcesOptions): RunningSources {
  const { store, states, log, holder, now, definitions } = options;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  let renewedAt = 0;

  function tick(): void {
    if (stopping.signal.aborted) return;
    const until = new Date(now().getTime() + LEASE_MILLISECONDS);
    if (now().getTime() - renewedAt >= RENEW_MILLISECONDS) {
      renewedAt = now().getTime();
      for (const name of running.keys()) states.lease(name, holder, now(), until);
    }
    for (const definition of definitions()) {
      const { name } = definition;
      if (running.size >= MOST_AT_ONCE) return;
      if (running.has(name)) continue;
      const due = nextPull(definition, states.get(name), now());
      if (due === undefined || due > now() || !states.lease(name, holder, now(), until)) continue;
      const pulling = pull(definition).finally(() => {
        running.delete(name);
        states.release(name, holder);
      });
      running.set(name, pulling);
    }
  }

  async function pull(definition: SourceDefinition): Promise<void> {
    const { name } = definition;
    try {
      tell(log, await pullSource({ store, states }, definition, { ...options, signal: stopping.signal }));
    } catch (error) {
      if (stopping.signal.aborted) return;
      log.error({ source: name, err: error }, 'pull failed');
      // Else it would be due again at once.
      states.put(name, failedAt(states.get(name), now(), error));
    }
  }

  tick();
  const stopRepeating = (options.repeat ?? everySecond)(tick);
  return {
    stop: async () => {
      stopping.abort(new Error('the server stops'));
      stopRepeating();
      await Promise.all(running.values());
    },
  };
}

function tell(log: Log, report: PullReport): void {
  const { source, mode, outcome, objects, added, changed, removed, quarantined, failure } = report;
  const facts = { source, mode, outcome, objects, added, changed, removed, quarantined };
  const guarded = report.notices.some(({ code }) => code === 'vanished_guarded');
  if (failure !== undefined) log.warn({ ...facts, problem: failure.message }, 'pulled in part');
  else if (guarded) log.warn(facts, 'pulled; too much has vanished at once, and none of it was removed');
  else log.info(facts, 'pulled');
}

function failedAt(state: ReturnType<SourceStates['get']>, now: Date, error: unknown): ReturnType<SourceStates['get']> {
  const instant = now.toISOString();
  const message = error instanceof Error ? error.message : String(error);
  const counts = { objects: 0, added: 0, changed: 0, unchanged: 0, quarantined: 0, removed: 0 };
  const findings = [{ code: 'source_unreadable', severity: 'error' as const, count: 1, message }];
  const lastPull = { mode: 'full' as const, outcome: 'incomplete' as const, startedAt: instant, finishedAt: instant };
  return { ...state, failures: state.failures + 1, lastPull: { ...lastPull, ...counts, findings } };
}

function everySecond(task: () => void): () => void {
  const timer = setInterval(task, 1000);
  timer.unref();
  return () => clearInterval(timer);
}
