/** What may stand between a store's log and a world: it changes what the world is told, and what it reads. */
import type { ContentId } from '@pantograph/model/location';
import type { Documents, World } from './world.ts';

/** Which places a layer shows otherwise than their sources tell them, and how: plain data, for who shows them too. */
export interface Alterations {
  all(): Iterable<readonly [ContentId, unknown]>;
  /** Hears of each that is another than before, before the world is told; `undefined`: as its source tells it. */
  listen(listener: (contentId: ContentId, alteration: unknown) => void): void;
}

export interface WorldLayer {
  /** What the world reads in place of `documents`. Called first. */
  documents(documents: Documents): Documents;
  /** What is told in place of `inner`. Called once. */
  world(inner: World): World;
  /**
   * The world is complete up to `seq`. `told`: by way of `world`; otherwise it knew all of that before, as it was shown
   * when it was written down.
   */
  began(seq: number, told: boolean): void;
  /** Written down with the world: where the next start finds another text here, the world is built anew. */
  edition(): string;
  /** Every entry up to `seq` was told; comes after each turn. */
  caughtUp(seq: number): void;
  /** Comes once a second: time for what is not in the log. */
  refresh(): void;
  /** Absent where all places are shown as they are told. */
  readonly alterations?: Alterations;
}
