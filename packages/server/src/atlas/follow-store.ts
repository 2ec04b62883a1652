/** The atlas of a store: loaded or restored once, then kept abreast of the store's change log. */
import { entryAt, logAfter } from '../store/read-log.ts';
import type { Store } from '../store/store.ts';
import type { Atlas } from './atlas.ts';
import { REMOVED_EVSE_DAYS } from './build-site.ts';
import { atlasAt } from './memory-atlas.ts';
import { indexRules } from './indexed/index-rules.ts';
import { indexedWorld } from './indexed/indexed-world.ts';
import { keepingWorld } from './kept/keeping-world.ts';
import type { Mirrors } from './mirror/told-editions.ts';
import { toldEditions } from './mirror/told-editions.ts';
import { contradictionOf, witnessesOf } from './snapshot/log-witnesses.ts';
import type { SnapshotAbout } from './snapshot/snapshot-file.ts';
import type { SnapshotSettings } from './snapshot/snapshot-keeper.ts';
import { SnapshotKeeper } from './snapshot/snapshot-keeper.ts';
import type { StatusTrust } from './status-trust.ts';
import { heldTrust, statusesBelievedUntil } from './status-trust.ts';
import { documentsOf, removalsOf, storeReader } from './store-reader.ts';
import type { AtlasListener } from './telling-world.ts';
import { tellingWorld } from './telling-world.ts';
import { documentsAsBelieved, trustingWorld } from './trusting-world.ts';
import type { WorldLayer } from './world-layer.ts';
import type { World, WorldSettings } from './world.ts';

export interface FollowOptions extends Partial<WorldSettings> {
  /** How often to look for what other processes wrote; default 250 ms. */
  readonly pollMilliseconds?: number;
  /** Runs a task again and again until the returned function is called; default is Node's timer. */
  readonly repeat?: (task: () => void, milliseconds: number) => () => void;
  readonly world?: (settings: WorldSettings) => World;
  /** How long statuses are believed; default: for ever. */
  readonly trust?: StatusTrust;
  /** Next to the world, after trust; its owner closes it. */
  readonly layer?: WorldLayer;
  /** Default: every start reads all places. */
  readonly snapshots?: SnapshotSettings;
  /** Whether other threads may show the same; default false. */
  readonly mirrored?: boolean;
}

export interface FollowingAtlas extends Atlas {
  /** Resolves when everything up to this log entry shows; rejects where the atlas is closed before that. */
  caughtUp(seq: number): Promise<void>;
  /** Tells from now on what of the world changes. Returns what ends it. */
  listen(listener: AtlasListener): () => void;
  /** Where it is `mirrored`: whoever joins can show what this atlas shows, as soon as it does. */
  readonly mirrors?: Mirrors;
  /** Stops following, and writes down what is worth it; what is there stays readable. */
  close(): void;
}

const POLL_MILLISECONDS = 250;
const REFRESH_MILLISECONDS = 1000;
const ENTRIES_PER_TURN = 200;

export function followStore(store: Store, options: FollowOptions = {}): FollowingAtlas {
  const { now = () => new Date(), layer } = options;
  const trust = options.trust && heldTrust(options.trust);
  const documents = options.documents ?? documentsOf(store);
  const believed = trust === undefined ? documents : documentsAsBelieved(documents, trust.current, now);
  const files = options.snapshots && new SnapshotKeeper(options.snapshots);
  const base = (options.world ?? keepingWorld(indexedWorld, files?.keptDocuments()))({
    now,
    removedEvseDays: options.removedEvseDays ?? REMOVED_EVSE_DAYS,
    documents: layer?.documents(believed) ?? believed,
    removalOf: removalsOf(store),
    ...(trust && { statusesHoldUntil: (site) => statusesBelievedUntil(site, trust.current()) }),
  });
  const keeper = base.save && base.restore ? files : undefined;
  if (keeper === undefined) files?.letGo();
  const editions = options.mirrored
    ? toldEditions(base, { seq: () => seq, trust: trust?.current, layer: options.layer })
    : undefined;
  const telling = tellingWorld(editions?.world ?? base);
  const inner = layer?.world(telling.world) ?? telling.world;
  const trusting = trust === undefined ? undefined : trustingWorld(inner, store, trust.current, now);
  const world = trusting?.world ?? inner;
  const reader = storeReader(store, world);
  let seq = restored() ?? loaded();
  let closed = false;
  let isBetweenTurns = false;
  const waiting = new Set<{
    readonly seq: number;
    readonly resolve: () => void;
    readonly reject: (e: Error) => void;
  }>();

  function loaded(): number {
    const at = reader.load();
    layer?.began(at, true);
    return at;
  }

  function restored(): number | undefined {
    const snapshot = keeper?.read(store.seq(), whyOfNoUse);
    if (snapshot === undefined) return undefined;
    const { about, parts } = snapshot;
    reader.loadTerms();
    base.restore?.(parts);
    trusting?.comeUp(about.layers['trust']);
    layer?.began(about.seq, false);
    return about.seq;
  }

  function layers(): SnapshotAbout['layers'] {
    return { ...(trusting && { trust: trusting.memory() }), ...(layer && { layer: layer.edition() }) };
  }

  function whyOfNoUse({ rules, seq: at, witnesses, layers: before }: SnapshotAbout): string | undefined {
    if (rules !== indexRules) return `it was made by other rules (${rules})`;
    if (Object.keys(before).join() !== Object.keys(layers()).join()) return 'it was made by other settings';
    if (before['layer'] !== layer?.edition()) return 'what the layer before the world remembers is not of that time';
    return contradictionOf(store, at, witnesses);
  }

  /** The log begins later than where this is: what has changed since is seen from the places themselves. */
  function lookThrough(): boolean {
    const upTo = reader.lookThrough(seq, ENTRIES_PER_TURN);
    if (upTo === undefined) return true;
    seq = upTo;
    const last = entryAt(store, upTo);
    if (last !== undefined) telling.followed(last);
    return true;
  }

  /** Says whether there may be more. */
  function takeTurn(): boolean {
    const entries = logAfter(store, seq, ENTRIES_PER_TURN);
    if (entries === undefined) return lookThrough();
    for (const entry of entries) {
      telling.during(entry, () => reader.apply(entry));
      seq = entry.seq;
    }
    const last = entries.at(-1);
    if (last !== undefined) telling.followed(last);
    layer?.caughtUp(seq);
    editions?.send();
    if (entries.length === ENTRIES_PER_TURN) return true;
    reader.caughtUp(seq);
    return false;
  }

  /** Many entries are taken in turns, so that readers need not wait for all of them. */
  function catchUp(): void {
    if (closed || isBetweenTurns || store.seq() === seq) return;
    if (takeTurn()) {
      isBetweenTurns = true;
      setImmediate(() => {
        isBetweenTurns = false;
        catchUp();
      });
    }
    for (const waiter of waiting) {
      if (waiter.seq > seq) continue;
      waiting.delete(waiter);
      waiter.resolve();
    }
  }

  const kept = {
    now,
    durable: () => store.seq(),
    state: () => ({ seq, locations: world.size, unsaved: base.unsaved?.() ?? 0 }),
    capture: () => ({
      about: { seq, locations: world.size, rules: indexRules, witnesses: witnessesOf(store, seq), layers: layers() },
      parts: base.save?.() ?? [],
      completeAt: reader.aheadTo(),
    }),
  };

  // Nobody is answered with less than was known before the start.
  if (store.seq() > seq) while (takeTurn());
  const unsubscribe = store.onCommit(catchUp);
  const repeat = options.repeat ?? repeatByTimer;
  const stopPolling = repeat(catchUp, options.pollMilliseconds ?? POLL_MILLISECONDS);
  function refresh(): void {
    trust?.renew();
    trusting?.refresh();
    layer?.refresh();
    editions?.send();
    void keeper?.writeWhenDue(kept);
  }
  const hasToRefresh = editions !== undefined || trust !== undefined || layer !== undefined || keeper !== undefined;
  const stopRefreshing = hasToRefresh ? repeat(refresh, REFRESH_MILLISECONDS) : undefined;
  return Object.assign(
    atlasAt(world, () => seq),
    {
      caughtUp(wanted: number): Promise<void> {
        catchUp();
        if (wanted <= seq) return Promise.resolve();
        if (closed) return Promise.reject(new Error('the atlas is closed'));
        return new Promise<void>((resolve, reject) => waiting.add({ seq: wanted, resolve, reject }));
      },
      listen: (listener: AtlasListener) => telling.listen(listener),
      ...(editions && { mirrors: editions }),
      close(): void {
        closed = true;
        keeper?.writeAtEnd(kept);
        base.close?.();
        keeper?.letGo();
        unsubscribe();
        stopPolling();
        stopRefreshing?.();
        trusting?.close();
        for (const waiter of waiting) waiter.reject(new Error('the atlas was closed'));
        waiting.clear();
      },
    },
  );
}

function repeatByTimer(task: () => void, milliseconds: number): () => void {
  const timer = setInterval(task, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
