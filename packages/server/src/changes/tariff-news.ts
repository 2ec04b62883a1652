/**
 * A tariff that changes, begins or ends changes every place that shows it. Which these are is found by going through the
 * places of its source, a few at a time with pauses in between, so that a tariff of very many places holds up nobody.
 * Tariffs that change meanwhile wait for the next walk, which is one for all of them.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ContentId, ObjectKey, Site } from '@pantograph/model/location';
import { canonicalKey } from '@pantograph/model/location';
import type { Atlas } from '../atlas/atlas.ts';
import type { Log } from '../observe/log.ts';
import { logAfter } from '../store/read-log.ts';
import type { Store, StoredTariff } from '../store/store.ts';
import type { TariffsTold } from './journal.ts';

export interface TariffNews {
  /** Takes up what changed since; without `told`, nothing has. Resolves when all of it is known, not yet told. */
  begin(told: TariffsTold | undefined, upTo: number): Promise<void>;
  changed(key: ObjectKey): void;
  /** Whether the calendar has begun or ended a tariff; to be called every now and then. */
  look(): void;
  /** Nothing waits to be told. */
  readonly isIdle: boolean;
  /** Resolves when that is so. */
  idle(): Promise<void>;
}

export interface TariffNewsOptions {
  readonly atlas: Pick<Atlas, 'site'>;
  readonly store: Pick<Store, 'contentIds' | 'log' | 'sources' | 'tariff' | 'tariffs'>;
  readonly tell: (contentIds: readonly ContentId[]) => void;
  /** Need not hold up the end of the process. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly stopped: () => boolean;
  readonly log: Pick<Log, 'error'>;
  readonly now: () => Date;
}

/** Tariffs change many at a time. */
const GATHER_MILLISECONDS = 1_000;
/** About 2 ms of work, and then time for others. */
const PLACES_PER_TURN = 20;
const PAUSE_MILLISECONDS = 10;
const ENTRIES_PER_TURN = 500;
const TARIFFS_PER_TURN = 500;

/** All of a source, where it is not known which of its tariffs changed. */
type Ids = ReadonlySet<string> | 'all';

export function tariffNews({ atlas, store, tell, pause, stopped, log, now }: TariffNewsOptions): TariffNews {
  /** By source, in lower case: feeds refer to tariffs of other parties without naming the party. */
  const waiting = new Map<string, Ids>();
  /** Instants still to come at which a tariff begins or ends, by canonical key. */
  const calendar = new Map<string, { readonly key: ObjectKey; readonly instants: readonly number[] }>();
  let walking: Promise<void> | undefined;

  function note({ source, id }: Pick<ObjectKey, 'source' | 'id'>): void {
    wait(source, [id.toLowerCase()]);
    walkSoon();
  }

  function wait(source: string, more: Iterable<string> | 'all'): void {
    const ids = waiting.get(source) ?? [];
    waiting.set(source, ids === 'all' || more === 'all' ? 'all' : new Set([...ids, ...more]));
  }

  function walkSoon(): void {
    walking ??= walkAll()
      .catch((error: unknown) =>
        log.error({ err: error }, 'places of changed tariffs cannot be told; it is tried again'),
      )
      .then(() => {
        walking = undefined;
        if (waiting.size > 0 && !stopped()) walkSoon();
      });
  }

  async function walkAll(): Promise<void> {
    await pause(GATHER_MILLISECONDS);
    for (const [source, ids] of [...waiting]) {
      if (stopped()) return;
      waiting.delete(source);
      let isWhole = false;
      try {
        isWhole = await walk(source, ids);
      } finally {
        if (!isWhole) wait(source, ids);
      }
    }
  }

  /** False where it was stopped. */
  async function walk(source: string, ids: Ids): Promise<boolean> {
    let found: ContentId[] = [];
    let looked = 0;
    for (const contentId of store.contentIds(source)) {
      const site = atlas.site(contentId);
      // An alias shows the tariffs of another place, which is asked for by its own id.
      if (site?.contentId === contentId && names(site, ids)) found.push(contentId);
      if (++looked % PLACES_PER_TURN !== 0) continue;
      if (found.length > 0) tell(found);
      found = [];
      await pause(PAUSE_MILLISECONDS);
      if (stopped()) return false;
    }
    if (found.length > 0) tell(found);
    return true;
  }

  function remember(tariff: StoredTariff | undefined, after: number): void {
    if (tariff === undefined) return;
    const { start_date_time: start, end_date_time: end } = tariff.tariff;
    const said = [start, end].flatMap((instant) => (instant === undefined ? [] : [Date.parse(instant)]));
    const instants = said.filter((instant) => instant > after);
    if (instants.length > 0) calendar.set(canonicalKey(tariff.key), { key: tariff.key, instants });
  }

  function look(): void {
    const time = now().getTime();
    for (const [name, { key, instants }] of calendar) {
      const rest = instants.filter((instant) => instant > time);
      if (rest.length === instants.length) continue;
      if (rest.length > 0) calendar.set(name, { key, instants: rest });
      else calendar.delete(name);
      note(key);
    }
  }

  return {
    async begin(told, upTo) {
      let known = 0;
      const after = told === undefined ? now().getTime() : Date.parse(told.at);
      for (const tariff of store.tariffs()) {
        remember(tariff, after);
        if (++known % TARIFFS_PER_TURN === 0) await nextTurn();
        if (stopped()) return;
      }
      look();
      for (let seq = told?.seq ?? upTo; seq < upTo && !stopped();) {
        const entries = logAfter(store, seq, ENTRIES_PER_TURN);
        if (entries === undefined) {
          for (const { name } of store.sources()) wait(name, 'all');
          walkSoon();
          return;
        }
        for (const entry of entries) if (entry.kind === 'tariff') note(entry.key);
        seq = entries.at(-1)?.seq ?? upTo;
        await nextTurn();
      }
    },
    changed(key) {
      calendar.delete(canonicalKey(key));
      remember(store.tariff(key), now().getTime());
      note(key);
    },
    look,
    get isIdle() {
      return walking === undefined && waiting.size === 0;
    },
    async idle() {
      while (walking !== undefined) await walking;
    },
  };
}

function names({ location }: Site, ids: Ids): boolean {
  return location.evses.some(({ connectors }) =>
    connectors.some(({ tariff_ids: own = [] }) =>
      ids === 'all' ? own.length > 0 : own.some((id) => ids.has(id.toLowerCase())),
    ),
  );
}
