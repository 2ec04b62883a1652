/** What a world tells its mirrors: everything that has happened since the edition before. Can be sent to another thread. */
import type { ContentId } from '@pantograph/model/location';
import type { IndexNews } from '../indexed/index-news.ts';
import type { SourceTrust } from '../status-trust.ts';
import type { WorldChange } from '../world.ts';

/** What a changed place is now stands in the index and in the store. */
export type MirroredChange =
  Exclude<WorldChange, { readonly kind: 'location' }> | { readonly kind: 'location'; readonly contentId: ContentId };

export interface Edition {
  /** The log entry up to which the world is complete. */
  readonly seq: number;
  /** In their order; they come before `index`, whose new segments know of them. */
  readonly changes: readonly MirroredChange[];
  readonly index: IndexNews;
  /** Where it is another than before; absent for ever where statuses are believed for ever. */
  readonly trust?: ReadonlyMap<string, SourceTrust>;
  /** Of places that a layer shows otherwise now than before; `undefined`: as their sources tell them. */
  readonly alterations: ReadonlyMap<ContentId, unknown>;
}
