/** When and why a location was removed: a Pantograph's v3 says so in its 404. */
import type { Removal } from '../../legacy/back-end/back-end.ts';
import type { UpstreamCaller } from '../upstream/caller.ts';
import { membersOf } from '../upstream/members-of.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { isAskable } from './askable-id.ts';

export async function removalOf(
  base: string,
  contentId: string,
  upstream: Upstream,
  caller: UpstreamCaller,
  now: Date,
): Promise<Removal | undefined> {
  if (!isAskable(contentId)) return undefined;
  const url = `${base}/locations/${encodeURIComponent(contentId)}`;
  const { status, body } = await upstream({ name: 'v3', url, mayBeMissing: true }, caller, now);
  if (status !== 404) return undefined;
  const { cause } = membersOf(body.toString());
  if (typeof cause !== 'string') return undefined;
  const [, removedAt, reason] = /was removed at (\d{4}-[\d:.TZ-]+): (.+)$/s.exec(cause) ?? [];
  return removedAt === undefined || reason === undefined ? undefined : { removedAt, reason };
}
