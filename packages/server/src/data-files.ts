/** What stands where in a data directory. */
import { join } from 'node:path';

export interface DataFiles {
  /** The charge points: sources, locations, tariffs, statuses, the change log. */
  readonly store: string;
  /** API keys, hashed. */
  readonly keys: string;
  /** OCPI peers, and the tokens with which we call them. */
  readonly peers: string;
  /** Which key used what of v2, and when. */
  readonly legacyUses: string;
  /** Files of the atlas begin with this: what they hold comes out of the store, and makes starts quick. */
  readonly atlas: string;
  /** Files of documents that a serving thread keeps begin with this and its number; made anew with each start. */
  readonly threadDocuments: string;
  /** Which places tell of which EVSE; made anew where it is lost. */
  readonly twins: string;
  /** What operators have decided about twins. */
  readonly twinDecisions: string;
  /** Where data is fetched from, as the operator writes it. */
  readonly sources: string;
  /** What fetching remembers of each source. */
  readonly sourceStates: string;
  /** What changed of what is shown without an entry in the log. */
  readonly changes: string;
  /** Where changes are sent to, with the secrets that sign them. */
  readonly webhooks: string;
}

export function dataFiles(directory: string): DataFiles {
  return {
    store: join(directory, 'pantograph.db'),
    keys: join(directory, 'keys.db'),
    peers: join(directory, 'peers.db'),
    legacyUses: join(directory, 'v2-uses.json'),
    atlas: join(directory, 'atlas'),
    threadDocuments: join(directory, 'atlas.thread'),
    twins: join(directory, 'twins.db'),
    twinDecisions: join(directory, 'twin-decisions.db'),
    sources: join(directory, 'sources.yaml'),
    sourceStates: join(directory, 'sources.db'),
    changes: join(directory, 'changes.db'),
    webhooks: join(directory, 'webhooks.db'),
  };
}
