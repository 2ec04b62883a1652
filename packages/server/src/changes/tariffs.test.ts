/** Who keeps a copy with tariffs hears of every place whose tariffs are others; nobody else does. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { TariffRecord } from '@pantograph/model/location';
import { contentIdOf } from '@pantograph/model/location';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';
import type { Change } from '../store/store.ts';
import type { ChangesUnderTest, UnderTestOptions } from './testing/changes-under-test.ts';
import { changesUnderTest } from './testing/changes-under-test.ts';
import { readEvents } from './testing/event-reader.ts';
import type { ChangeLine, Mirror } from './testing/mirror.ts';
import { applyLine, linesIn, mirrorFields, shownBy } from './testing/mirror.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function underTest(options: UnderTestOptions = {}): Promise<ChangesUnderTest> {
  const world = await changesUnderTest(options);
  closing.push(() => world.close());
  return world;
}

const fields = `${mirrorFields},tariffs&tariff=all`;
const market = smallWorldId('DELFT-MARKT');
const { locations, tariffs } = smallWorld();
const adhoc = tariffNamed('T-ADHOC');
const day = 86_400_000;

function tariffNamed(id: string): TariffRecord {
  const found = tariffs.find(({ key }) => key.id === id);
  if (found === undefined) throw new Error(`no tariff ${id}`);
  return found;
}

function dated(minute: number): string {
  return new Date(Date.UTC(2026, 2, 10, 13, minute)).toISOString();
}

function priced(record: TariffRecord, price: number, minute: number, more: object = {}): Change {
  const elements = [{ price_components: [{ type: 'ENERGY' as const, price, step_size: 1 }] }];
  const tariff = { ...record.tariff, elements, last_updated: dated(minute), ...more };
  return { kind: 'tariff', record: { ...record, tariff }, receivedAt: dated(minute) };
}

async function all(world: ChangesUnderTest, query: string, since = '', limit = 1000): Promise<readonly ChangeLine[]> {
  const lines: ChangeLine[] = [];
  for (let cursor = since; ;) {
    const from = cursor === '' ? '' : `&since=${cursor}`;
    const page = linesIn(await (await world.get(`/changes?limit=${String(limit)}${query}${from}`)).text());
    lines.push(...page);
    const end = page.at(-1);
    if (end?.more !== true) return lines;
    cursor = end.cursor;
  }
}

const cursorAfter = (lines: readonly ChangeLine[]): string => lines.at(-1)?.cursor ?? '';
const told = (lines: readonly ChangeLine[]): unknown => lines.map(({ type, contentId }) => [type, contentId]);

describe('a tariff that changes', () => {
  it('is told as each place that shows it, to those who asked for tariffs', async () => {
    const world = await underTest();
    const asked = await all(world, `&fields=${fields}`);
    const others = await all(world, '');
    await world.apply(priced(adhoc, 0.99, 1));
    const lines = await all(world, `&fields=${fields}`, cursorAfter(asked));
    expect(told(lines)).toEqual([
      ['upsert', market],
      ['end', undefined],
    ]);
    expect(JSON.stringify(lines[0]?.location)).toContain('0.99');
    expect((await all(world, '', cursorAfter(others))).map(({ type }) => type)).toEqual(['end']);
  });

  it('goes out at once to streams that asked for tariffs', async () => {
    const world = await underTest({ listens: true });
    const [asked, other] = await Promise.all([
      readEvents(`${world.url()}/events?fields=${fields}`),
      readEvents(`${world.url()}/events`),
    ]);
    closing.push(
      () => asked.breakOff(),
      () => other.breakOff(),
    );
    await Promise.all([asked.until(() => asked.lastId() !== ''), other.until(() => other.lastId() !== '')]);
    await world.apply(priced(adhoc, 0.99, 1));
    await world.apply({ kind: 'removal', contentId: market, removedAt: dated(2), reason: 'vanished' });
    await Promise.all([asked.until(() => asked.events.length === 2), other.until(() => other.events.length === 1)]);
    expect(asked.events.map(({ event }) => event)).toEqual(['location', 'removal']);
    expect(other.events.map(({ event }) => event)).toEqual(['removal']);
  });

  it('while no server runs, or begins or ends then, is told after the start', async () => {
    const world = await underTest();
    const ends = { end_date_time: '2026-03-11T12:00:00Z' };
    await world.apply(priced(adhoc, 0.5, 1, ends));
    const first = await all(world, `&fields=${fields}`);
    await world.restart(async () => {
      await world.store.apply([priced(adhoc, 0.99, 2, ends)]);
    });
    const second = await all(world, `&fields=${fields}`, cursorAfter(first));
    expect(told(second)).toContainEqual(['upsert', market]);
    expect(JSON.stringify(second)).toContain('0.99');
    await world.restart(() => world.pass(2 * day));
    const third = await all(world, `&fields=${fields}`, cursorAfter(second));
    expect(told(third)).toContainEqual(['upsert', market]);
    expect(JSON.stringify(third)).not.toContain('0.99');
    await world.restart();
    expect((await all(world, `&fields=${fields}`, cursorAfter(third))).map(({ type }) => type)).toEqual(['end']);
  });
});

it('one tariff of thousands of places is told place by place, and holds nobody up', async () => {
  const record = locations.find(({ contentId }) => contentId === market);
  if (record === undefined) throw new Error('no market');
  const world = await underTest();
  const many = Array.from({ length: 3_000 }, (_, number): Change => {
    const key = { ...record.key, id: `MANY-${String(number)}` };
    const location = { ...record.location, id: key.id };
    return {
      kind: 'location',
      record: { ...record, key, location, contentId: contentIdOf(key) },
      receivedAt: dated(0),
    };
  });
  await world.apply(...many);
  const first = await all(world, `&fields=${fields}`);
  await world.store.apply([priced(adhoc, 0.98, 1), priced(tariffNamed('T-CPO'), 0.97, 1)]);
  // Others are answered while the places are looked for.
  const { status } = await world.get(`/v3/locations/${market}`);
  const soon = await all(world, `&fields=${fields}`, cursorAfter(first));
  expect(status).toBe(200);
  expect(soon.length).toBeLessThan(2_000);
  await world.apply();
  const rest = await all(world, `&fields=${fields}`, cursorAfter(soon));
  const places = [...soon, ...rest].filter(({ type }) => type === 'upsert').map(({ contentId }) => contentId);
  expect(places).toHaveLength(3_001);
  expect(new Set(places).size).toBe(3_001);
});

it(
  'a copy that follows the changes is what lookup shows, whatever becomes of tariffs',
  { timeout: 60_000 },
  async () => {
    const references = ['T-ADHOC', 't-cpo', 'T-CARD', 'T-SHARED', 'T-FREE', 'T-NOWHERE', 'T-TWICE'];
    const known = fc.constantFrom(...tariffs);
    const action = fc.oneof(
      fc.record({ kind: fc.constant('price' as const), record: known, price: fc.nat({ max: 5 }) }),
      fc.record({ kind: fc.constant('party' as const), record: known, partyId: fc.constantFrom('AAA', 'BBB') }),
      fc.record({ kind: fc.constant('dates' as const), record: known, from: fc.integer({ min: -5, max: 5 }) }),
      fc.record({ kind: fc.constant('remove' as const), record: known }),
      fc.record({
        kind: fc.constant('place' as const),
        record: fc.constantFrom(...locations),
        ids: fc.subarray(references),
        publish: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ kind: fc.constant('read' as const), limit: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ kind: fc.constant('restart' as const), hours: fc.nat({ max: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 30 }), fc.boolean(), async (actions, withTwins) => {
        const world = await changesUnderTest(withTwins ? { copies: [] } : {});
        const mirror: Mirror = new Map();
        let cursor = '';
        const read = async (limit: number): Promise<void> => {
          const lines = await all(world, `&fields=${fields}`, cursor, limit);
          for (const line of lines) applyLine(mirror, line);
          cursor = cursorAfter(lines);
        };
        try {
          await read(1000);
          for (const [minute, one] of actions.entries()) await act(world, one, minute + 1, read);
          await world.apply();
          await read(3);
          expect(mirror).toEqual(await shownBy(world, () => true, fields));
        } finally {
          await world.close();
        }
      }),
      { numRuns: 25 },
    );

    type Action = typeof action extends fc.Arbitrary<infer Some> ? Some : never;

    async function act(
      world: ChangesUnderTest,
      one: Action,
      minute: number,
      read: (limit: number) => Promise<void>,
    ): Promise<void> {
      switch (one.kind) {
        case 'price':
          return world.apply(priced(one.record, one.price / 10, minute));
        case 'party': {
          const { record, partyId } = one;
          const tariff = { ...record.tariff, party_id: partyId };
          return world.apply(priced({ ...record, key: { ...record.key, partyId }, tariff }, 0.77, minute));
        }
        case 'dates': {
          const from = new Date(world.now().getTime() + one.from * 3_600_000);
          const until = new Date(from.getTime() + 3 * 3_600_000);
          const dates = { start_date_time: from.toISOString(), end_date_time: until.toISOString() };
          return world.apply(priced(one.record, 0.66, minute, dates));
        }
        case 'remove':
          return world.apply({ kind: 'tariffRemoval', key: one.record.key, removedAt: dated(minute), reason: 'x' });
        case 'place': {
          const { record, ids, publish } = one;
          const evses = record.location.evses.map((evse) => ({
            ...evse,
            connectors: evse.connectors.map((connector) => ({ ...connector, tariff_ids: ids })),
          }));
          const location = { ...record.location, evses, publish, last_updated: dated(minute) };
          return world.apply({ kind: 'location', record: { ...record, location }, receivedAt: dated(minute) });
        }
        case 'pass':
          return world.pass(one.hours * 3_600_000);
        case 'read':
          return read(one.limit);
        case 'restart':
          // The server stops before it has found the places of this one.
          await world.store.apply([priced(adhoc, 0.44, minute)]);
          return world.restart(async () => {
            await world.store.apply([priced(tariffNamed('T-CPO'), 0.55, minute)]);
            await world.pass(one.hours * 3_600_000);
          });
      }
    }
  },
);
