/** Which objects of a feed have come before in the same feed, and what that means for the one that comes again. */
import { hash } from 'node:crypto';
import type { Notice } from '@pantograph/model/notice';
import { compareInstants } from '../store/instants.ts';

export interface Arrival {
  /** The same for ids that differ only in case. */
  readonly identity: string;
  readonly id: string;
  readonly lastUpdated: string;
  readonly raw: string;
  /** 1-based number in the feed, over all of its pages. */
  readonly object: number;
}

/**
 * `store`: first of its id, or newer than the one before. `repeated`: the very same once more. `duplicate`: another one
 * under a known id that is not newer; which of the two is meant cannot be known.
 */
export interface Sighting {
  readonly verdict: 'store' | 'repeated' | 'duplicate';
  readonly notices: readonly Notice[];
}

export function seenBefore(): (arrival: Arrival) => Sighting {
  const seen = new Map<string, { id: string; lastUpdated: string; digest: string; object: number }>();
  return ({ identity, id, lastUpdated, raw, object }) => {
    const digest = hash('sha1', raw, 'base64url');
    const before = seen.get(identity);
    if (before === undefined) {
      seen.set(identity, { id, lastUpdated, digest, object });
      return { verdict: 'store', notices: [] };
    }
    const said = { id, object: before.object };
    if (before.digest === digest) {
      return { verdict: 'repeated', notices: [{ code: 'object_repeated', path: '', parameters: said }] };
    }
    const newer = compareInstants(lastUpdated, before.lastUpdated) > 0;
    if (newer) seen.set(identity, { id, lastUpdated, digest, object });
    const notices: Notice[] = [{ code: newer ? 'duplicate_id_newer' : 'duplicate_id', path: '/id', parameters: said }];
    if (id !== before.id) {
      notices.push({ code: 'duplicate_id_case', path: '/id', parameters: { ...said, other: before.id } });
    }
    return { verdict: newer ? 'store' : 'duplicate', notices };
  };
}
