/** Whoever follows the changes, breaks off anywhere and goes on, ends with what the server shows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvseStatus, LocationRecord } from '@pantograph/model/location';
import { contentIdOf } from '@pantograph/model/location';
import type { ChargingLocation } from '@pantograph/model/v3';
import { smallWorld } from '../../test/small-world.ts';
import type { Change } from '../store/store.ts';
import type { ChangesUnderTest } from './testing/changes-under-test.ts';
import { changesUnderTest } from './testing/changes-under-test.ts';
import type { ChangeLine, Mirror } from './testing/mirror.ts';
import { applyLine, linesIn, mirrorFields, shownBy } from './testing/mirror.ts';

const HOUR = 3_600_000;
/** The same EVSEs, as another source tells of them. */
const copies = smallWorld()
  .locations.slice(0, 5)
  .map((record): LocationRecord => {
    const key = { ...record.key, source: 'copies' };
    return { ...record, key, contentId: contentIdOf(key) };
  });
const records = [...smallWorld().locations, ...copies];
const sources = [...new Set(records.map(({ key }) => key.source))];

type Step =
  | { readonly kind: 'status'; readonly place: number; readonly evse: number; readonly status: EvseStatus['status'] }
  | {
      readonly kind: 'put';
      readonly place: number;
      readonly name: string;
      readonly lat: number;
      readonly publish: boolean;
    }
  | { readonly kind: 'remove'; readonly place: number }
  | { readonly kind: 'pass'; readonly hours: number }
  | { readonly kind: 'trust'; readonly source: number; readonly hours: number | undefined; readonly confirms: boolean }
  | { readonly kind: 'restart'; readonly hours: number; readonly while: number | undefined }
  | { readonly kind: 'read'; readonly reader: number; readonly limit: number; readonly breaksAt: number };

/** A copy is shown in place of the other while the server runs, and hidden again while it does not. */
const hiddenAgainAfterRestart: Step[] = [
  { kind: 'pass', hours: 4 },
  { kind: 'restart', hours: 2, while: undefined },
  { kind: 'trust', source: 2, hours: 6, confirms: false },
  { kind: 'restart', hours: 0, while: undefined },
  { kind: 'read', reader: 0, limit: 1, breaksAt: 0 },
  { kind: 'read', reader: 0, limit: 1, breaksAt: 0 },
  { kind: 'status', place: 0, evse: 0, status: 'AVAILABLE' },
  { kind: 'read', reader: 1, limit: 7, breaksAt: 7 },
  { kind: 'restart', hours: 0, while: 0 },
];

const place = fc.nat({ max: records.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      place,
      evse: fc.nat({ max: 3 }),
      status: fc.constantFrom<EvseStatus['status']>('AVAILABLE', 'CHARGING', 'OUTOFORDER', 'REMOVED'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      place,
      name: fc.constantFrom('North', 'South', 'West'),
      lat: fc.constantFrom(0, 0, 5),
      publish: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 5 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('trust' as const),
      source: fc.nat({ max: sources.length - 1 }),
      hours: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
      confirms: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('restart' as const),
      hours: fc.nat({ max: 5 }),
      while: fc.option(place, { nil: undefined }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      reader: fc.nat({ max: 2 }),
      limit: fc.integer({ min: 1, max: 12 }),
      breaksAt: fc.nat({ max: 12 }),
    }),
  },
);

/** Around Delft: places leave it and come back when they are moved. */
const around = { west: 4, south: 51.9, east: 4.6, north: 52.2 };
const bbox = `bbox:${String(around.west)},${String(around.south)},${String(around.east)},${String(around.north)}`;
const isAround = ({ location: { lat, lng } }: ChargingLocation): boolean =>
  lat >= around.south && lat <= around.north && lng >= around.west && lng <= around.east;

interface Reader {
  readonly query: string;
  readonly wanted: (location: ChargingLocation) => boolean;
  readonly mirror: Mirror;
  cursor: string | undefined;
}

const readers = (): readonly Reader[] => [
  { query: '', wanted: () => true, mirror: new Map(), cursor: undefined },
  { query: `&in=${bbox}`, wanted: isAround, mirror: new Map(), cursor: undefined },
  {
    query: '&operators=voltstad',
    wanted: ({ operator }) => operator?.name === 'Voltstad',
    mirror: new Map(),
    cursor: undefined,
  },
];

async function page(world: ChangesUnderTest, reader: Reader, limit: number): Promise<readonly ChangeLine[]> {
  const since = reader.cursor === undefined ? '' : `&since=${reader.cursor}`;
  const response = await world.get(`/changes?fields=${mirrorFields}&limit=${String(limit)}${reader.query}${since}`);
  expect(response.status).toBe(200);
  return linesIn(await response.text());
}

/** As a consumer whose connection breaks after so many lines. */
async function read(world: ChangesUnderTest, reader: Reader, limit: number, breaksAt = Infinity): Promise<boolean> {
  const lines = await page(world, reader, limit);
  let more = true;
  for (const line of lines.slice(0, breaksAt)) {
    applyLine(reader.mirror, line);
    reader.cursor = line.cursor;
    if (line.type === 'end') more = line.more === true;
  }
  return more;
}

async function take(world: ChangesUnderTest, given: Step, all: readonly Reader[]): Promise<void> {
  const at = world.now().toISOString();
  switch (given.kind) {
    case 'status': {
      const change = statusOf(given, at);
      if (change !== undefined) await world.apply(change);
      break;
    }
    case 'put':
      await world.apply({ kind: 'location', record: changed(given, at), receivedAt: at });
      break;
    case 'remove':
      await world.apply(removalOf(given.place, at));
      break;
    case 'pass':
      await world.pass(given.hours * HOUR);
      break;
    case 'trust':
      await world.trust(sources[given.source] ?? '', {
        ...(given.hours !== undefined && { decayAfter: given.hours * HOUR }),
        ...(given.confirms && { confirmedAt: at }),
      });
      break;
    case 'restart':
      await world.restart(async () => {
        await world.pass(given.hours * HOUR);
        if (given.while !== undefined) await world.store.apply([removalOf(given.while, at)]);
      });
      break;
    case 'read': {
      const reader = all[given.reader];
      if (reader !== undefined) await read(world, reader, given.limit, given.breaksAt);
    }
  }
}

function recordAt(index: number): LocationRecord {
  const record = records[index];
  if (record === undefined) throw new RangeError('no such place');
  return record;
}

function statusOf({ place: index, evse, status }: Extract<Step, { kind: 'status' }>, at: string): Change | undefined {
  const { contentId, location } = recordAt(index);
  const uid = location.evses[evse % Math.max(1, location.evses.length)]?.uid;
  return uid === undefined
    ? undefined
    : { kind: 'status', contentId, status: { uid, status, observedAt: at, receivedAt: at } };
}

function changed({ place: index, name, lat, publish }: Extract<Step, { kind: 'put' }>, at: string): LocationRecord {
  const record = recordAt(index);
  const { latitude, longitude } = record.location.coordinates;
  const coordinates = { latitude: (Number(latitude) - lat).toFixed(6), longitude };
  return { ...record, location: { ...record.location, name, publish, coordinates, last_updated: at } };
}

const removalOf = (index: number, at: string): Change => ({
  kind: 'removal',
  contentId: recordAt(index).contentId,
  removedAt: at,
  reason: 'vanished',
});

describe('a mirror', () => {
  it(
    'ends with what the server shows, wherever it broke off and whatever happened meanwhile',
    { timeout: 120_000 },
    async () => {
      const steps = fc.array(step, { minLength: 5, maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(steps, async (given) => {
          const world = await changesUnderTest({ copies });
          try {
            const all = readers();
            for (const one of given) await take(world, one, all);
            for (const reader of all) {
              for (let pages = 0; await read(world, reader, 7); pages++) expect(pages).toBeLessThan(1000);
              expect(reader.mirror).toEqual(await shownBy(world, reader.wanted));
              // And then there is nothing more to say.
              expect((await page(world, reader, 100)).map(({ type }) => type)).toEqual(['end']);
            }
          } finally {
            await world.close();
          }
        }),
        { numRuns: 15, examples: [[hiddenAgainAfterRestart]] },
      );
    },
  );
});
