/** Any sequence of changes, against the model and against a follower of the log. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareLocation } from '../prepared-location.ts';
import { LogGone } from '../store.ts';
import type { Change, LogEntry, Store, StoredLocation } from '../store.ts';
import { modelStore } from './model-store.ts';
import { at, put, quarantine, removal, status } from './records.ts';
import { inOrder, recount } from './recount.ts';
import type { Bench } from './subject.ts';

// Few ids and few times, so that they meet.
const id = fc.constantFrom('A', 'B', 'C');
const uid = fc.constantFrom('E1', 'E2', 'E3');
const time = fc.integer({ min: 0, max: 5 }).map(at);
// Now and then the source's time is that of receipt.
const receipt = fc.constantFrom(at(3), at(60));
const value = fc.constantFrom('AVAILABLE', 'CHARGING', 'REMOVED');
const evses = fc.uniqueArray(fc.record({ uid, status: value, updated: time }), { selector: (evse) => evse.uid });
const name = fc.constantFrom('One', 'Two');

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.record({ id, name, updated: time, evses }), receipt).map((sketch) => put(...sketch)),
  },
  { weight: 3, arbitrary: fc.tuple(id, uid, value, time, receipt).map((claim) => status(...claim)) },
  { weight: 1, arbitrary: fc.tuple(id, time).map(([gone, when]) => removal(gone, when)) },
  { weight: 1, arbitrary: fc.tuple(id, time).map(([named, when]) => brokenAt(named, when)) },
);

function brokenAt(named: string, when: string): Change {
  const notices = [{ code: 'position_missing', path: '/coordinates' }] as const;
  return quarantine(JSON.stringify({ id: named, last_updated: when }), { id: named, notices });
}

/** Calls made at once, with prepared locations or records; whether a follower looks after them, and how the log is cut. */
const calls = fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 3 });
const step = fc.record({
  calls,
  prepares: fc.boolean(),
  looks: fc.boolean(),
  keeps: fc.constantFrom(1, 3, undefined, undefined),
});

function prepared(one: Change): Change {
  if (one.kind !== 'location') return one;
  return { kind: 'preparedLocation', location: prepareLocation(one.record), receivedAt: one.receivedAt };
}

export function modelContract({ fresh }: Bench): void {
  describe('any sequence of changes', () => {
    it('ends as the rules say, and a follower of the log ends there too', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          const [store, model] = [fresh(), modelStore()];
          const replica = follower(store);
          for (const { calls: made, prepares, looks, keeps } of steps) {
            const given = prepares ? made.map((changes) => changes.map(prepared)) : made;
            const outcomes = await Promise.all(given.map((changes) => store.apply(changes)));
            expect(outcomes).toEqual(made.map((changes) => changes.map((one) => model.apply(one))));
            if (looks) replica.catchUp();
            if (keeps !== undefined) await store.trim(at(99), { milliseconds: 1e9, least: 1, most: keeps }, 1000);
            expect(inOrder(store.countsBySource())).toEqual(inOrder(recount(store)));
          }
          replica.catchUp();
          expect([...store.locations()].map(viewOf)).toEqual(model.locations());
          expect(replica.locations()).toEqual(
            new Map([...store.locations()].map((stored) => [stored.contentId, viewOf(stored)])),
          );
          const begin = store.logSpan().seq;
          expect(newestEntries(store)).toEqual(
            new Map(
              [...store.locations()].flatMap(({ contentId, seq }) => (seq > begin ? [[contentId, seq] as const] : [])),
            ),
          );
        }),
        { numRuns: 40 },
      );
    });
  });
}

type View = ReturnType<typeof viewOf>;

function viewOf({ contentId, location, statuses, changedAt, removal: gone }: StoredLocation) {
  return {
    contentId,
    name: location.name,
    lastUpdated: location.last_updated,
    evses: location.evses.map((evse, index) => ({ uid: evse.uid, connectors: evse.connectors, live: statuses[index] })),
    statuses,
    changedAt,
    removal: gone,
  };
}

/** Knows the store by its log only, and reads a location where the log tells it to. */
function follower(store: Store) {
  const known = new Map<string, View>();
  const readAt = new Map<string, number>();
  let seq = 0;

  /** Where the log does not reach back so far: all there is. */
  function newEntries(): readonly LogEntry[] {
    try {
      return store.log(seq, 1000);
    } catch (error) {
      if (!(error instanceof LogGone)) throw error;
      return [...store.locations()].map(({ contentId }) => ({ seq: store.seq(), kind: 'location', contentId }));
    }
  }

  return {
    locations: () => known,
    catchUp(): void {
      for (const entry of newEntries()) {
        seq = entry.seq;
        if (entry.kind === 'location' || entry.kind === 'removal') {
          const stored = store.location(entry.contentId);
          if (stored === undefined) throw new Error('the log names a location that is not there');
          known.set(entry.contentId, viewOf(stored));
          readAt.set(entry.contentId, stored.seq);
        } else if (entry.kind === 'status' && (readAt.get(entry.contentId) ?? 0) < entry.seq) {
          const before = known.get(entry.contentId);
          if (before === undefined) throw new Error('a status came before its location');
          known.set(entry.contentId, withStatus(before, entry.status));
        }
      }
    },
  };
}

function withStatus(view: View, heard: View['statuses'][number]): View {
  const statuses = view.statuses.map((known) => (known.uid === heard.uid ? heard : known));
  return {
    ...view,
    statuses,
    evses: view.evses.map((evse, index) => ({ ...evse, live: statuses[index] })),
    changedAt: heard.receivedAt,
  };
}

function newestEntries(store: Store): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const entry of store.log(store.logSpan().seq, 10_000))
    if ('contentId' in entry) newest.set(entry.contentId, entry.seq);
  return newest;
}
