/** One pull of one source: fetch, take in, see what has vanished, remember. */
import { setTimeout as pause } from 'node:timers/promises';
import { FeedFailure } from '@pantograph/feeds/json';
import type { SourceInfo } from '@pantograph/model/location';
import type { FeedKind } from '../../ingest/feed-reader.ts';
import { noticeTally } from '../../ingest/notice-tally.ts';
import type { NoticeTally } from '../../ingest/notice-tally.ts';
import { tariffFindings } from '../../ingest/tariff-findings.ts';
import type { Change, Outcome, Store } from '../../store/store.ts';
import { createOutbound } from '../../ocpi/outbound/index.ts';
import type { SourceDefinition } from '../definition/source-definition.ts';
import type { PullState } from '../state/pull-state.ts';
import type { SourceStates } from '../state/source-states.ts';
import type { Endpoint, EndpointSurroundings, TokenForm } from './endpoint.ts';
import { endpointOf } from './endpoint.ts';
import type { Intake } from './feed-intake.ts';
import { feedIntake } from './feed-intake.ts';
import { fetchFile, fetchList } from './fetch-feed.ts';
import type { Fetched, FetchContext } from './fetch-feed.ts';
import type { KindResult } from './kind-result.ts';
import { stateAfter } from './next-state.ts';
import type { PullReport } from './pull-report.ts';
import { sumReports } from './pull-report.ts';
import { unreadable } from './read-answer.ts';
import { removeVanished } from './remove-vanished.ts';
import { PageFailure } from './repeat-policy.ts';

export interface PullOptions extends EndpointSurroundings {
  /** `auto`: full where the last full pull is too long ago, or nothing can be asked for by date. */
  readonly mode?: 'auto' | 'full';
  /** What is missing goes at once, whatever the rules say. */
  readonly acceptVanished?: boolean;
  /** Fetches and judges everything, and leaves store and memory as they are. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly now: () => Date;
  readonly random?: () => number;
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Told after each batch how many objects of the list under way are settled. */
  readonly onProgress?: (objects: number) => void;
}

/** Rejects where the store does, where the definition cannot be acted on, and with the reason of `signal`. */
export async function pullSource(
  { store, states }: { readonly store: Store; readonly states: SourceStates },
  definition: SourceDefinition,
  options: PullOptions,
): Promise<PullReport> {
  const { now, dryRun = false, random = Math.random, wait = waitFor } = options;
  const { name, limits } = definition;
  const conditional = !dryRun && options.mode !== 'full';
  const endpoint = endpointOf(definition, options);
  const before = states.get(name);
  const startedAt = now().toISOString();
  const changedSince = since(definition, endpoint, before, options);
  const deadline = AbortSignal.timeout(limits.duration);
  const signal = options.signal === undefined ? deadline : AbortSignal.any([options.signal, deadline]);
  const findings = noticeTally();
  const findingsOf = tariffFindings(store, name);
  const tokenForm: { current: TokenForm | undefined } = { current: before.tokenForm };
  const outbound = createOutbound({ allowPrivate: endpoint.allowPrivate, timeout: limits.silence });
  const context: FetchContext = {
    endpoint,
    limits,
    fetch: outbound.fetch,
    signal,
    now,
    random,
    wait,
    note: (notice, file) => findings.add([notice], { file }),
    tokenForm,
  };
  const write = (changes: readonly Change[]): Promise<readonly Outcome[]> =>
    dryRun ? store.rehearse(changes) : store.apply(changes);

  async function readKind(kind: FeedKind, from: string): Promise<KindResult> {
    const intake = feedIntake({
      kind,
      context: readContext(name, endpoint, startedAt),
      write,
      findingsOf,
      ...(options.onProgress === undefined ? {} : { onBatch: options.onProgress }),
    });
    const fetched = await fetchKind(kind, from, intake);
    return { kind, intake, fetched, report: await intake.finish() };
  }

  async function fetchKind(kind: FeedKind, from: string, intake: Intake): Promise<Fetched> {
    try {
      if (endpoint.kind === 'list') return await fetchList(from, changedSince, intake, context);
      return await fetchFile(from, conditional ? before.validators[kind] : undefined, intake, context);
    } catch (error) {
      options.signal?.throwIfAborted();
      const failure = failureOf(error, deadline, name);
      if (failure === undefined) throw error;
      intake.breakOff(failure, String(failure.notice.parameters?.['file'] ?? from));
      return { ended: false, unmodified: false, pages: 0 };
    }
  }

  try {
    if (!dryRun) await store.putSource(termsOf(store, definition));
    const kinds: KindResult[] = [];
    // Tariffs first, so that no location waits for its prices.
    for (const [kind, from] of [['tariff', endpoint.tariffs] as const, ['location', endpoint.locations] as const]) {
      if (from !== undefined) kinds.push(await readKind(kind, from));
    }
    const full = changedSince === undefined;
    const removed = full ? await vanish({ store, states }, definition, kinds, { ...options, startedAt }, findings) : 0;
    const finishedAt = now().toISOString();
    const report: PullReport = {
      ...sumReports(
        kinds.map((kind) => kind.report),
        findings.summaries(),
      ),
      source: name,
      mode: full ? 'full' : 'changes',
      outcome: outcomeOf(kinds),
      startedAt,
      finishedAt,
      pages: kinds.reduce((sum, { fetched }) => sum + fetched.pages, 0),
      removed,
    };
    if (!dryRun) states.put(name, stateAfter(before, report, kinds, tokenForm.current));
    return report;
  } finally {
    outbound.close();
  }
}

/** From when on changes are asked for; `undefined` for everything. */
function since(
  { rules }: SourceDefinition,
  { kind }: Endpoint,
  { lastFullAt, knownUntil, lastPull }: PullState,
  { mode = 'auto', now, dryRun = false }: PullOptions,
): string | undefined {
  if (kind === 'file' || mode === 'full' || dryRun || lastPull === undefined) return undefined;
  if (lastFullAt === undefined || knownUntil === undefined) return undefined;
  if (now().getTime() - Date.parse(lastFullAt) >= rules.fullEvery) return undefined;
  return new Date(Date.parse(knownUntil) - rules.overlap).toISOString();
}

async function vanish(
  stores: { readonly store: Store; readonly states: SourceStates },
  { name, rules }: SourceDefinition,
  kinds: readonly KindResult[],
  { now, startedAt, acceptVanished = false, dryRun = false }: PullOptions & { readonly startedAt: string },
  findings: NoticeTally,
): Promise<number> {
  let removed = 0;
  for (const { kind, intake, fetched } of kinds) {
    if (!fetched.ended) continue;
    const undecided = fetched.doubt === undefined ? {} : { undecided: fetched.doubt };
    const { unmodified } = fetched;
    const question = {
      source: name,
      kind,
      intake,
      unmodified,
      rules,
      accepted: acceptVanished,
      startedAt,
      now,
      dryRun,
    };
    const vanished = await removeVanished({ ...stores, ...question, ...undecided });
    removed += vanished.removed;
    findings.add(vanished.notices, { file: `${kind}s of ${name}` });
  }
  return removed;
}

function outcomeOf(kinds: readonly KindResult[]): PullReport['outcome'] {
  if (kinds.some(({ fetched }) => !fetched.ended)) return 'incomplete';
  return kinds.every(({ fetched }) => fetched.unmodified) ? 'unmodified' : 'complete';
}

/** What is wrong with the source; `undefined` for what is wrong with us. */
function failureOf(error: unknown, deadline: AbortSignal, source: string): FeedFailure | undefined {
  if (error instanceof PageFailure) return error.failure;
  if (error instanceof FeedFailure) return error;
  return deadline.aborted ? unreadable(source, 'the pull took longer than it may') : undefined;
}

function readContext(source: string, endpoint: Endpoint, receivedAt: string) {
  const { version, countryCode, partyId } = endpoint;
  return {
    source,
    receivedAt,
    ...(version === undefined ? {} : { version }),
    ...(countryCode === undefined ? {} : { countryCode }),
    ...(partyId === undefined ? {} : { partyId }),
  };
}

/** What a peer may be used for is said where it is registered; its definition adds to that. */
function termsOf(store: Store, { kind, name, attribution, licence, redistribute }: SourceDefinition): SourceInfo {
  const known = kind === 'ocpi-peer' ? store.sources().find((source) => source.name === name) : undefined;
  return {
    ...known,
    name,
    ...(attribution === undefined ? {} : { attribution }),
    ...(licence === undefined ? {} : { licence }),
    ...(redistribute === undefined ? {} : { redistribute }),
  };
}

async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal });
}
