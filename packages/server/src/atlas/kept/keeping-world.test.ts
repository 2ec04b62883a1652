/** Kept documents against the presenters: whatever happens to the data and the clock, answers are the same bytes. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statuses } from '@pantograph/model/vocabulary';
import { mirrorOf } from '../../../test/atlas/mirror-of.ts';
import { smallWorld, smallWorldTime } from '../../../test/small-world.ts';
import { discoverySurface } from '../../discovery/surface.ts';
import type { Surface } from '../../http/surface.ts';
import { legacySurface } from '../../legacy/surface.ts';
import { lookupSurface } from '../../lookup/index.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../../store/store.ts';
import type { Atlas } from '../atlas.ts';
import type { FollowOptions, FollowingAtlas } from '../follow-store.ts';
import { followStore } from '../follow-store.ts';
import { indexedWorld } from '../indexed/indexed-world.ts';
import type { SnapshotSettings } from '../snapshot/snapshot-keeper.ts';
import { KeptDocuments } from './kept-documents.ts';
import { keepingWorld } from './keeping-world.ts';

const { sources, locations, tariffs } = smallWorld();
const allFields = 'address,evses,locationInfo,emsps,connectorGroups,tariffs,nearby';

type Step =
  | { readonly kind: 'restart' }
  /** The process ends before it can write; what is on disk is of the last orderly end, documents apart. */
  | { readonly kind: 'crash' }
  | { readonly kind: 'damage'; readonly file: string; readonly at: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'status'; readonly at: number; readonly evse: number; readonly status: number }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'put'; readonly at: number }
  | { readonly kind: 'tariff'; readonly at: number }
  | { readonly kind: 'ask'; readonly path: string };

const place = fc.nat({ max: locations.length - 1 });
const fields = fc.constantFrom('', '?fields=evses', '?fields=connectorGroups', `?fields=${allFields}`);
const enums = fc.constantFrom('', 'enums=here');
const show = fc.constantFrom('', '&show=ev', '&show=ev,tz', '&show=ev,eMobilityServiceProviders');
const format = fc.constantFrom('json', 'xml');
const lang = fc.constantFrom('', '&lang=de', '&lang=fr-BE,en');

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds: fc.nat({ max: 40 * 86_400 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds: fc.nat({ max: 7_200 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('status' as const), at: place, evse: fc.nat(5), status: fc.nat(20) }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('remove' as const, 'put' as const).chain((kind) => place.map((at) => ({ kind, at }))),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tariff' as const), at: fc.nat(20) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('ask' as const), path: anyPath() }) },
);

function anyPath(): fc.Arbitrary<string> {
  const idOf = (at: number): string => locations[at]?.contentId ?? '';
  return fc.oneof(
    fc
      .tuple(place, fields, enums)
      .map(([at, some, spelt]) => `/v3/locations/${idOf(at)}${some === '' ? '?' : `${some}&`}${spelt}`),
    fc
      .tuple(fc.uniqueArray(place, { minLength: 1 }), enums)
      .map(([some, spelt]) => `/v3/locations?ids=${some.map(idOf).join(',')},gone&fields=${allFields}&${spelt}`),
    fc.tuple(show, lang).map((some) => `/v1/browse?at=52,4.5&limit=100${some.join('')}`),
    fc.tuple(show, lang).map((some) => `/v1/browse?at=52,4.5&offset=1&limit=3&facets=status${some.join('')}`),
    show.map((some) => `/v1/browse?at=52,4.5&route=BG0_vjsDwm6xCwwrlDo9qF;w=50000${some}`),
    format.map((ending) => `/ev/stations.${ending}?prox=52.0116,4.3571,200000&maxresults=3`),
    format.map((ending) => `/ev/stations.${ending}?bbox=53,4;51,6`),
    fc.tuple(place, format).map(([at, ending]) => `/ev/pools/${idOf(at)}.${ending}`),
    fc.tuple(place, format).map(([at, ending]) => `/ev/evses/bulk.${ending}?id=${idOf(at)}`),
  );
}

const ids = locations.map(({ contentId }) => contentId);
const allOfAll: readonly Step[] = [
  { kind: 'ask', path: `/v3/locations?ids=${ids.join(',')}&fields=${allFields}&enums=ocpi` },
  { kind: 'ask', path: `/ev/stations/bulk.json?id=${ids.join('&id=')}` },
];

/** The clock alone takes an EVSE out of a site that was removed a month ago. */
const everyEvseLeaves = locations.map((_, at): Step[] => [
  ...allOfAll,
  { kind: 'status', at, evse: 0, status: statuses.findIndex(({ status }) => status === 'REMOVED') },
  ...allOfAll,
  { kind: 'wait', seconds: 31 * 86_400 },
  ...allOfAll,
]);

const pricesMove: Step[] = tariffs.flatMap((_, at): Step[] => [...allOfAll, { kind: 'tariff', at }, ...allOfAll]);

interface Side {
  readonly atlas: FollowingAtlas;
  readonly ask: (path: string) => Promise<unknown>;
}

const stop: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Step>({ kind: 'restart' }, { kind: 'crash' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('snapshot', 'documents-0', 'documents-1'), fc.double({ min: 0, max: 0.999, noNaN: true }))
      .map(([file, at]): Step => ({ kind: 'damage', file, at })),
  },
);

describe('documents in files', () => {
  it.each([
    ['that hold all', 1e9],
    ['that take turns', 100_000],
  ])('answer as the presenters do, across restarts, crashes and damage: %s', async (_, mostBytes) => {
    let answered = 0;
    const steps = fc.array(fc.oneof({ weight: 5, arbitrary: step }, { weight: 1, arbitrary: stop }), {
      minLength: 8,
      maxLength: 40,
      size: 'max',
    });
    const property = fc.asyncProperty(steps, async (each) => {
      const directory = mkdtempSync(join(tmpdir(), 'pantograph-documents-'));
      const path = join(directory, 'atlas');
      const snapshots: SnapshotSettings = {
        path,
        policy: { locations: 1, entriesAtClose: 0 },
        documents: { memoryBytes: 64 * 1024, commonAfter: 1, mostBytes },
      };
      let clock = smallWorldTime.getTime();
      const now = (): Date => new Date(clock);
      const store = await filledStore();
      const plain = follow(store, now, { world: indexedWorld });
      let keeping = follow(store, now, { snapshots });
      for (const one of each) {
        if (one.kind === 'wait') clock += one.seconds * 1000;
        else if (one.kind === 'damage') damage(`${path}.${one.file}`, one.at);
        else if (one.kind === 'restart' || one.kind === 'crash') {
          const file = `${path}.snapshot`;
          const before = existsSync(file) ? readFileSync(file) : undefined;
          keeping.atlas.close();
          if (one.kind === 'crash' && before !== undefined) writeFileSync(file, before);
          keeping = follow(store, now, { snapshots });
        } else if (one.kind === 'ask') {
          const expected = await plain.ask(one.path);
          expect(await keeping.ask(one.path), one.path).toEqual(expected);
          answered++;
        } else await store.apply(changesOf(one, now().toISOString()));
      }
      keeping.atlas.close();
      plain.atlas.close();
      await store.close();
      rmSync(directory, { recursive: true });
    });
    const restarts = (some: readonly Step[]): Step[] =>
      some.flatMap((one): Step[] => (one.kind === 'ask' ? [one, { kind: 'restart' }, one] : [one]));
    await fc.assert(property, {
      numRuns: 8,
      examples: [[restarts(pricesMove.slice(0, 24))], [restarts(everyEvseLeaves.slice(0, 4).flat())]],
    });
    expect(answered).toBeGreaterThan(50);
  });
});

function damage(file: string, at: number): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const place = Math.floor(bytes.length * at);
  if (place < bytes.length) bytes[place] = (bytes[place] ?? 0) ^ 0x5a;
  writeFileSync(file, bytes);
}

describe('kept documents', () => {
  it.each([
    ['a ring that holds all', 8 * 1024 * 1024, follow],
    ['a ring that is overwritten all the time', 64 * 1024, follow],
    ['a mirror in another thread', 8 * 1024 * 1024, mirror],
  ] as const)('answers as the presenters do: %s', async (_, capacity, side) => {
    let answered = 0;
    const property = fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
      let clock = smallWorldTime.getTime();
      const now = (): Date => new Date(clock);
      const store = await filledStore();
      const kept = new KeptDocuments({ memoryBytes: capacity });
      const keeping = side(store, now, { world: keepingWorld(indexedWorld, kept) });
      const plain = follow(store, now, { world: indexedWorld });
      for (const each of steps) {
        if (each.kind === 'wait') clock += each.seconds * 1000;
        else if (each.kind === 'restart' || each.kind === 'crash' || each.kind === 'damage') continue;
        else if (each.kind === 'ask') {
          const expected = await plain.ask(each.path);
          expect(await keeping.ask(each.path), each.path).toEqual(expected);
          expect(await keeping.ask(each.path), each.path).toEqual(expected);
          answered++;
        } else await store.apply(changesOf(each, now().toISOString()));
      }
      await store.close();
    });
    await fc.assert(property, {
      numRuns: 25,
      examples: [[pricesMove], ...everyEvseLeaves.map((some): [Step[]] => [some])],
    });
    expect(answered).toBeGreaterThan(100);
  });
});

function follow(store: Store, now: () => Date, options: FollowOptions): Side {
  const atlas = followStore(store, { now, repeat: () => () => undefined, ...options });
  return { atlas, ask: asking(store, now, atlas, atlas) };
}

function mirror(store: Store, now: () => Date, options: FollowOptions): Side {
  const { atlas } = follow(store, now, { ...options, mirrored: true });
  return { atlas, ask: asking(store, now, atlas, mirrorOf(atlas, { store, now })) };
}

function asking(store: Store, now: () => Date, followed: FollowingAtlas, atlas: Atlas): Side['ask'] {
  const surfaces: readonly Surface[] = [
    lookupSurface({ atlas, settings: { enums: 'ocpi' } }),
    discoverySurface({ atlas, settings: { enums: 'ocpi' } }),
    legacySurface({ atlas, settings: { enums: 'ocpi' } }),
  ];
  return async (path) => {
    await followed.caughtUp(store.seq());
    for (const surface of surfaces) {
      const context = { correlationId: 'c', now: now() };
      const response = await surface(new Request(`http://pantograph.test${path}`), context);
      if (response !== undefined) {
        return { status: response.status, headers: [...response.headers], text: await response.text() };
      }
    }
    throw new Error(`nothing answers ${path}`);
  };
}

type Told = Extract<Step, { kind: 'tariff' | 'put' | 'remove' | 'status' }>;

function changesOf(step: Told, receivedAt: string): Change[] {
  if (step.kind === 'tariff') {
    const record = tariffs[step.at % tariffs.length];
    if (record === undefined) return [];
    const elements = record.tariff.elements.map((element) => ({
      ...element,
      price_components: element.price_components.map((component) => ({ ...component, price: component.price + 1 })),
    }));
    return [
      {
        kind: 'tariff',
        record: { ...record, tariff: { ...record.tariff, elements, last_updated: receivedAt } },
        receivedAt,
      },
    ];
  }
  const record = locations[step.at];
  if (record === undefined) return [];
  const { contentId } = record;
  if (step.kind === 'put') {
    const location = { ...record.location, address: `${record.location.address}a`, last_updated: receivedAt };
    return [{ kind: 'location', record: { ...record, location }, receivedAt }];
  }
  if (step.kind === 'remove') return [{ kind: 'removal', contentId, removedAt: receivedAt, reason: 'gone' }];
  const evse = record.location.evses[step.evse % Math.max(1, record.location.evses.length)];
  const status = statuses[step.status % statuses.length]?.status;
  if (evse === undefined || status === undefined) return [];
  return [{ kind: 'status', contentId, status: { uid: evse.uid, status, observedAt: receivedAt, receivedAt } }];
}

async function filledStore(): Promise<Store> {
  const store = openSqliteStore(':memory:');
  for (const source of sources) await store.putSource(source);
  const receivedAt = smallWorldTime.toISOString();
  await store.apply([
    ...tariffs.map((record): Change => ({ kind: 'tariff', record, receivedAt })),
    ...locations.map((record): Change => ({ kind: 'location', record, receivedAt })),
  ]);
  return store;
}
