import { describe, expect, it } from 'vitest';
import { judgeCopies } from './judge-copies.ts';
import { factsOf } from './place-facts.ts';
import type { PlaceFacts } from './place-facts.ts';
import type { PlaceOf } from './testing/twins-under-test.ts';
import { place } from './testing/twins-under-test.ts';
import type { TwinDecisions } from './twin-rule.ts';
import { noDecisions, usualRule } from './twin-rule.ts';

const ID = 'NLTWNE1';
const noon = '2026-03-10T12:00:00Z';
const tenDaysBefore = '2026-02-28T12:00:00Z';
const anHourBefore = '2026-03-10T11:00:00Z';

type Status = PlaceOf['evses'][string][1];

/** Places in the order of creation, each with one EVSE; what was observed was received a minute later. */
function placesOf(...given: readonly (readonly [status: Status, observedAt: string, north?: number])[]): PlaceFacts[] {
  return given.map(([status, observedAt, north = 0], index) => {
    const change = place({ id: `P${String(index)}`, evses: { e: [ID, status, observedAt] }, at: [52 + north, 4] });
    if (change.kind !== 'location') throw new TypeError('a place is a location');
    const receivedAt = new Date(Date.parse(noon) + 60_000).toISOString();
    const statuses = [{ uid: 'e', status, observedAt, receivedAt }];
    const facts = factsOf({ ...change.record, statuses, ordinal: index });
    if (facts === undefined) throw new TypeError('facts of a place with an ordinal');
    return facts;
  });
}

function judged(places: readonly PlaceFacts[], decisions: Partial<TwinDecisions> = {}) {
  const { twins, finding } = judgeCopies(ID, places, usualRule, { ...noDecisions, ...decisions });
  const ordinals = twins.map(({ copies, shown, told, reason }) => ({
    copies: copies.map((copy) => copy.place.ordinal),
    shown: shown.place.ordinal,
    told: told.place.ordinal,
    reason,
  }));
  return { twins: ordinals, finding };
}

describe('of the copies of an EVSE', () => {
  it('the live one is shown, however late it came', () => {
    const { twins } = judged(placesOf(['CHARGING', tenDaysBefore], ['AVAILABLE', noon]));
    expect(twins).toEqual([{ copies: [0, 1], shown: 1, told: 1, reason: 'live' }]);
  });

  it('of two that are live the first is shown, with the newer status', () => {
    const { twins } = judged(placesOf(['AVAILABLE', anHourBefore], ['CHARGING', noon]));
    expect(twins).toEqual([{ copies: [0, 1], shown: 0, told: 1, reason: 'first' }]);
  });

  it('a register that knows no status silences no feed, and a frozen feed does not speak for one', () => {
    expect(judged(placesOf(['UNKNOWN', noon], ['CHARGING', anHourBefore])).twins[0]).toMatchObject({
      shown: 0,
      told: 1,
    });
    expect(judged(placesOf(['UNKNOWN', noon], ['CHARGING', tenDaysBefore])).twins[0]).toMatchObject({ told: 0 });
  });

  it('a clock that is ahead wins nothing', () => {
    const places = placesOf(['AVAILABLE', '2027-01-01T00:00:00Z'], ['CHARGING', '2026-03-10T12:01:00Z']);
    expect(judged(places).twins[0]).toMatchObject({ shown: 0, told: 0, reason: 'first' });
    expect(judged(placesOf(['AVAILABLE', noon], ['CHARGING', '2027-01-01T00:00:00Z'])).twins[0]).toMatchObject({
      shown: 0,
      told: 1,
    });
  });

  it('a pin is obeyed, and the status stays the newest', () => {
    const places = placesOf(['CHARGING', tenDaysBefore], ['AVAILABLE', noon]);
    const [frozen] = places;
    const pins = new Map([[ID, frozen?.contentId ?? 'none']]) as TwinDecisions['pins'];
    expect(judged(places, { pins }).twins).toEqual([{ copies: [0, 1], shown: 0, told: 1, reason: 'pinned' }]);
  });

  it('those far apart are no twins, unless others stand between them', () => {
    const far = judged(placesOf(['AVAILABLE', noon], ['AVAILABLE', noon, 0.03]));
    expect(far).toEqual({ twins: [], finding: 'apart' });
    const between = judged(placesOf(['AVAILABLE', noon], ['AVAILABLE', noon, 0.03], ['AVAILABLE', noon, 0.015]));
    expect(between.twins.map(({ copies }) => copies)).toEqual([[0, 1, 2]]);
    expect(between.finding).toBeUndefined();
    const pairs = placesOf(...([0, 1, 0, 1] as const).map((north) => ['AVAILABLE', noon, north] as const));
    expect(judged(pairs).twins.map(({ copies }) => copies)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(judged(pairs).finding).toBe('apart');
  });

  it('an id that very many places have is nobody’s', () => {
    const many = Array.from({ length: 17 }, () => ['AVAILABLE', noon] as const);
    expect(judged(placesOf(...many.slice(1))).twins[0]?.copies).toHaveLength(16);
    expect(judged(placesOf(...many))).toEqual({ twins: [], finding: 'tooMany' });
  });

  it('those gone, and those split, do not count', () => {
    expect(judged(placesOf(['REMOVED', noon], ['AVAILABLE', noon]))).toEqual({ twins: [], finding: undefined });
    const places = placesOf(['AVAILABLE', noon], ['AVAILABLE', noon], ['AVAILABLE', noon]);
    expect(judged(places, { splitIds: new Set([ID]) })).toEqual({ twins: [], finding: 'split' });
    const splitPlaces = new Set(places.slice(0, 1).map(({ contentId }) => contentId));
    expect(judged(places, { splitPlaces })).toMatchObject({ twins: [{ copies: [1, 2] }], finding: 'split' });
  });
});
