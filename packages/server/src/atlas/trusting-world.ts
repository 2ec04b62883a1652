/** A world that is told statuses only for as long as they are believed. */
import type { PlaceRecord } from './build-site.ts';
import type { Store, StoredLocation } from '../store/store.ts';
import type { SourceTrust, StatusTrust } from './status-trust.ts';
import { asBelieved, believedUntil, confirmedBy, recordAsBelieved } from './status-trust.ts';
import type { Documents, World, WorldChange } from './world.ts';

export interface TrustingWorld {
  readonly world: World;
  /** Looks whether trust has changed or time has taken it away; to be called every now and then. */
  refresh(): void;
  /** What `comeUp` needs, as JSON. */
  memory(): unknown;
  /**
   * Of a world that was restored as it was told when `memory` was asked for, and has been told of nothing since. What
   * was lost meanwhile, or may be found again, is looked for at the next `refresh`.
   */
  comeUp(memory: unknown): void;
  close(): void;
}

interface Watched {
  trust: SourceTrust;
  /** Before this no status of the source is lost, milliseconds since 1970. */
  nextLoss: number;
  /** Some statuses are shown as UNKNOWN that would be others. */
  hasLost: boolean;
}

/** `nextLoss` is absent for never. */
interface Remembered extends Pick<Watched, 'trust' | 'hasLost'> {
  readonly name: string;
  readonly nextLoss?: number;
}

const LOCATIONS_PER_TURN = 500;

/** Reads places as they are believed; called for every place that is shown, so that `trust` has to be quick. */
export function documentsAsBelieved(documents: Documents, trust: StatusTrust, now: () => Date): Documents {
  return {
    read(contentId) {
      const record = documents.read(contentId);
      return record && recordAsBelieved(record, trust().get(record.key.source), now().getTime());
    },
  };
}

export function trustingWorld(
  inner: World,
  store: Pick<Store, 'location' | 'contentIds'>,
  trust: StatusTrust,
  now: () => Date,
): TrustingWorld {
  const watched = new Map<string, Watched>();
  let seen = trust();
  let closed = false;
  /** Those whose places are being looked through, or will be. */
  let looking: ReadonlySet<string> = new Set();
  for (const [name, source] of seen)
    watched.set(name, { trust: source, nextLoss: lossOfFresh(source), hasLost: false });

  /** Of statuses that come after this moment. */
  function lossOfFresh({ decayAfter }: SourceTrust): number {
    return decayAfter === undefined ? Infinity : now().getTime() + decayAfter;
  }

  function apply(change: WorldChange): void {
    if (change.kind === 'source') {
      inner.apply({ kind: 'source', source: confirmedBy(change.source, () => seen) });
    } else if (change.kind === 'location') {
      inner.apply({ kind: 'location', record: watch(change.record) });
    } else inner.apply(change);
  }

  function watch(record: PlaceRecord): PlaceRecord {
    const known = watched.get(record.key.source);
    if (known?.trust.decayAfter === undefined) return record;
    const believed = recordAsBelieved(record, known.trust, now().getTime());
    if (believed !== record) known.hasLost = true;
    for (const status of believed.statuses) {
      known.nextLoss = Math.min(known.nextLoss, believedUntil(status, known.trust));
    }
    return believed;
  }

  /** Hears of new trust; what was lost may be found again where confirmation came or a rule has changed. */
  function hearTrust(): void {
    const current = trust();
    if (current !== seen) hear(current);
  }

  function hear(current: ReadonlyMap<string, SourceTrust>): void {
    const names = new Set([...watched.keys(), ...current.keys()]);
    seen = current;
    for (const name of names) {
      const fresh = current.get(name) ?? {};
      const known = watched.get(name) ?? { trust: {}, nextLoss: 0, hasLost: false };
      const confirmed = known.trust.confirmedAt !== fresh.confirmedAt;
      const { confirmedAt, decayAfter } = fresh;
      if ((confirmed && known.hasLost) || known.trust.decayAfter !== decayAfter) known.nextLoss = 0;
      else if (confirmedAt !== undefined && decayAfter !== undefined) {
        known.nextLoss = Math.max(known.nextLoss, Date.parse(confirmedAt) + decayAfter);
      }
      known.trust = fresh;
      watched.set(name, known);
    }
  }

  /** Tells the inner world what is believed of each status of a source. In turns: readers need not wait for all. */
  function look(name: string, known: Watched, done: () => void): void {
    const { trust: current, hasLost: hadLost } = known;
    const { decayAfter } = current;
    const contentIds = (decayAfter === undefined && !hadLost ? [] : store.contentIds(name))[Symbol.iterator]();
    // What comes after this moment is believed at least until then.
    known.nextLoss = lossOfFresh(current);
    known.hasLost = false;

    function turn(): void {
      if (closed) return;
      for (let count = 0; count < LOCATIONS_PER_TURN; count++) {
        const next = contentIds.next();
        if (next.done === true) {
          done();
          return;
        }
        const stored = store.location(next.value);
        if (stored !== undefined && stored.removal === undefined) tellStatuses(stored);
      }
      setImmediate(turn);
    }

    function tellStatuses({ contentId, statuses }: StoredLocation): void {
      const time = now().getTime();
      for (const status of statuses) {
        const believed = asBelieved(status, current, time);
        if (believed === status) known.nextLoss = Math.min(known.nextLoss, believedUntil(status, current));
        else known.hasLost = true;
        if (believed !== status || hadLost) inner.apply({ kind: 'status', contentId, status: believed });
      }
    }

    turn();
  }

  function lookAtAll([first, ...others]: readonly (readonly [string, Watched])[]): void {
    looking = new Set([first, ...others].flatMap((each) => (each === undefined ? [] : [each[0]])));
    if (first !== undefined) look(...first, () => lookAtAll(others));
  }

  return {
    // Inherits all else, getters too.
    world: Object.defineProperty(Object.create(inner) as World, 'apply', { value: apply }),
    refresh: () => {
      if (closed || looking.size > 0) return;
      hearTrust();
      const time = now().getTime();
      lookAtAll([...watched].filter(([, { nextLoss }]) => nextLoss <= time));
    },
    memory: () =>
      Array.from(watched, ([name, { trust: of, hasLost, nextLoss }]): Remembered => {
        // Half of a look is no look.
        if (looking.has(name)) return { name, trust: of, hasLost: true, nextLoss: 0 };
        return { name, trust: of, hasLost, ...(nextLoss < Infinity && { nextLoss }) };
      }),
    comeUp: (memory) => {
      watched.clear();
      for (const { name, nextLoss = Infinity, ...known } of memory as readonly Remembered[]) {
        watched.set(name, { ...known, nextLoss });
      }
      hear(seen);
    },
    close: () => {
      closed = true;
    },
  };
}
