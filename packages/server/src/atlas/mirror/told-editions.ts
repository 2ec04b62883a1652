/** The side of a world that has mirrors: collects what it is told, and sends it to all of them at once. */
import type { ContentId, SourceInfo } from '@pantograph/model/location';
import type { StatusTrust } from '../status-trust.ts';
import type { WorldLayer } from '../world-layer.ts';
import type { World, WorldChange } from '../world.ts';
import type { Edition, MirroredChange } from './edition.ts';

/** Everybody who hears of editions. */
export interface Mirrors {
  /** `hear` gets the whole world at once, then each edition, in order. Returns what ends it. */
  join(hear: (edition: Edition) => void): () => void;
  /** Called when every mirror has been sent an edition. */
  onSent(listener: () => void): void;
}

interface ToldEditions extends Mirrors {
  /** Hears of what the world within is told. */
  readonly world: World;
  /** Sends what has happened. */
  send(): void;
}

interface ToldEditionsOptions {
  readonly seq: () => number;
  readonly trust: StatusTrust | undefined;
  readonly layer: WorldLayer | undefined;
}

export function toldEditions(inner: World, { seq, trust, layer }: ToldEditionsOptions): ToldEditions {
  const { teller } = inner;
  if (teller === undefined) throw new TypeError('this world has no index that can be mirrored');
  const mirrors = new Set<(edition: Edition) => void>();
  const listeners: (() => void)[] = [];
  let changes: MirroredChange[] = [];
  let alterations = new Map<ContentId, unknown>();
  let sentSeq = -1;
  let sentTrust = trust?.();
  let isDue = false;

  layer?.alterations?.listen((contentId, alteration) => {
    if (mirrors.size === 0) return;
    alterations.set(contentId, alteration);
    sendSoon();
  });

  function apply(change: WorldChange): void {
    inner.apply(change);
    if (mirrors.size === 0) return;
    changes.push(mirrored(change));
    sendSoon();
  }

  /** What is told outside the turns of a log, by time or by an operator, is sent when all of it was told. */
  function sendSoon(): void {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      send();
    });
  }

  function send(): void {
    if (mirrors.size === 0) {
      // Who joins next is told of the whole.
      changes = [];
      alterations = new Map();
      return;
    }
    const index = teller?.news() ?? { values: '' };
    const currentTrust = trust?.();
    const isNews =
      changes.length > 0 ||
      alterations.size > 0 ||
      index.segments !== undefined ||
      index.values !== '' ||
      sentSeq !== seq() ||
      sentTrust !== currentTrust;
    if (!isNews) return;
    const edition: Edition = {
      seq: seq(),
      changes,
      index,
      ...(currentTrust !== undefined && currentTrust !== sentTrust && { trust: currentTrust }),
      alterations,
    };
    changes = [];
    alterations = new Map();
    sentSeq = seq();
    sentTrust = currentTrust;
    for (const hear of mirrors) hear(edition);
    for (const listener of listeners) listener();
  }

  return {
    // Inherits all else, getters too.
    world: Object.defineProperty(Object.create(inner) as World, 'apply', { value: apply }),
    send,
    join(hear) {
      send();
      // Whoever was not there yet knows of nothing; the others have just heard of all that `whole` tells.
      if (mirrors.size === 0) teller.news();
      const currentTrust = trust?.();
      hear({
        seq: seq(),
        changes: [],
        index: teller.whole(),
        ...(currentTrust !== undefined && { trust: currentTrust }),
        alterations: new Map(layer?.alterations?.all()),
      });
      if (mirrors.size === 0) {
        sentSeq = seq();
        sentTrust = currentTrust;
      }
      mirrors.add(hear);
      return () => mirrors.delete(hear);
    },
    onSent: (listener) => {
      listeners.push(listener);
    },
  };
}

function mirrored(change: WorldChange): MirroredChange {
  if (change.kind === 'location') return { kind: 'location', contentId: change.record.contentId };
  return change.kind === 'source' ? { kind: 'source', source: withoutConfirmation(change.source) } : change;
}

/** Mirrors read it in the trust that they are told of. */
function withoutConfirmation({ confirmedAt: _, ...source }: SourceInfo): SourceInfo {
  return source;
}
