/** Random changes of a store, for tests. */
import fc from 'fast-check';
import type { Change } from '../../src/store/store.ts';
import { smallWorldTime } from '../small-world.ts';
import { anyPlace, anyStatusChange, uidOf } from './random-world.ts';

const receivedAt = smallWorldTime.toISOString();

/** Of one of so many places. */
export function anyStoreChange(ids: number): fc.Arbitrary<Change> {
  const place = anyPlace(ids);
  return fc.oneof(
    { weight: 3, arbitrary: place.map((record): Change => ({ kind: 'location', record, receivedAt })) },
    {
      weight: 3,
      arbitrary: fc.tuple(place, anyStatusChange, fc.nat(1000)).map(([{ contentId }, { evse, status }, second]) => {
        const observedAt = new Date(smallWorldTime.getTime() + second * 1000).toISOString();
        const uid = uidOf(evse);
        return { kind: 'status', contentId, status: { uid, status, observedAt, receivedAt: observedAt } } as const;
      }),
    },
    {
      weight: 1,
      arbitrary: place.map(({ contentId }): Change => ({
        kind: 'removal',
        contentId,
        removedAt: receivedAt,
        reason: 'gone',
      })),
    },
  );
}
