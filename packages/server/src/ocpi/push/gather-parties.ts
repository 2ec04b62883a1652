/** A receiver takes nothing of a party before our credentials have named it; what came before that is put then. */
import type { ContentId } from '@pantograph/model/location';
import type { PassedOn } from '../sender/passed-on.ts';
import type { Parcel } from './gather.ts';

/** All that is passed on of the parties that the peer was told of since. */
export function* gatherParties(
  passedOn: PassedOn,
  before: readonly string[] | undefined,
  now: readonly string[] | undefined,
): Generator<Parcel, void, undefined> {
  if (before === undefined || now === undefined) return;
  const parties = new Set(now.filter((party) => !before.includes(party)));
  if (parties.size === 0) return;
  for (const row of passedOn.tariffs().ofParties(parties)) {
    const stored = passedOn.tariff(row);
    if (stored !== undefined) yield { kind: 'tariff', key: stored.key };
  }
  for (const { handle } of passedOn.locations().ofParties(parties)) {
    yield { kind: 'location', contentId: handle as ContentId };
  }
}
