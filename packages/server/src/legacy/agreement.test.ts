/**
 * The three faces agree on every place: id, position, connectors, states. What v2 and Search say is worked out here from
 * v3's EVSEs by the guide's tables, without the code that presents it. v2's XML says what its JSON says.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonObjects, openBytes } from '@pantograph/feeds/json';
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import type { LocationRecord, TariffRecord } from '@pantograph/model/location';
import type { PlaceItem } from '@pantograph/model/search';
import { EvsesResponse, StationsResponse } from '@pantograph/model/v2';
import { ChargingLocations } from '@pantograph/model/v3';
import { legacyIdOfStandard, statuses } from '@pantograph/model/vocabulary';
import { describe, expect, it } from 'vitest';
import { smallWorld, smallWorldTime } from '../../test/small-world.ts';
import type { Atlas } from '../atlas/atlas.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { demoWorld } from '../demo/index.ts';
import { discoverySurface } from '../discovery/surface.ts';
import type { Surface } from '../http/surface.ts';
import { lookupSurface } from '../lookup/surface.ts';
import { legacySurface } from './surface.ts';
import { treeOfJson, treeOfXml } from './testing/xml-tree.ts';

const data = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const context = { correlationId: 'c', now: smallWorldTime };

async function worldOf(locations: AsyncIterable<unknown>, tariffs: AsyncIterable<unknown>): Promise<Atlas> {
  const reading = { source: 'feed', receivedAt: '2026-06-10T00:00:00Z' };
  const kept: { locations: LocationRecord[]; tariffs: TariffRecord[] } = { locations: [], tariffs: [] };
  for await (const raw of locations) {
    const read = readLocation(raw, reading);
    if (read.ok) kept.locations.push(read.record);
  }
  for await (const raw of tariffs) {
    const read = readTariff(raw, reading);
    if (read.ok) kept.tariffs.push(read.record);
  }
  return memoryAtlas({ sources: [{ name: 'feed' }], ...kept });
}

async function* objectsOf(file: string) {
  for await (const item of jsonObjects(openBytes(data + file))) if (item.ok) yield item.value;
}

async function* allOf(objects: Iterable<unknown>) {
  for (const object of objects) yield await Promise.resolve(object);
}

/** A group as all three can be made to say it: type id, watts, EVSEs, and how many are available, in use, broken, reserved. */
type Group = readonly [string, number | undefined, ...(number | undefined)[]];

interface Face {
  readonly id: string;
  readonly position: readonly [number, number];
  readonly groups: readonly Group[];
  /** By EVSE. */
  readonly states: readonly (readonly [string, string | undefined])[];
}

const byText = (one: Group, other: Group) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
const stateOf = (status: string) => statuses.find((row) => row.status === status)?.state ?? status;

function faceOfV3(place: NonNullable<ChargingLocations['items']>[number]): Face {
  const { evses = [] } = place;
  const groups = new Map<string, { id: string; watts: number | undefined; states: string[] }>();
  for (const { status, connectors } of evses.filter((evse) => evse.status !== 'REMOVED')) {
    const kinds = new Map(
      connectors.map(({ standard, maxPower }) => {
        const id = String(legacyIdOfStandard(standard));
        return [`${id} ${String(maxPower)}`, { id, watts: maxPower, states: [] }] as const;
      }),
    );
    for (const [key, kind] of kinds) {
      const group = groups.get(key) ?? { ...kind, states: [] };
      group.states.push(status);
      groups.set(key, group);
    }
  }
  return {
    id: place.id.split(':').at(-1) ?? '',
    position: [place.location.lat, place.location.lng],
    groups: [...groups.values()]
      .map(({ id, watts, states }): Group => {
        const live = states.some((status) => stateOf(status) !== 'OTHER');
        const counts = ['AVAILABLE', 'OCCUPIED', 'OUT_OF_SERVICE', 'RESERVED'].map((state) =>
          live ? states.filter((status) => stateOf(status) === state).length : undefined,
        );
        return [id, watts, states.length, ...counts];
      })
      .sort(byText),
    states: evses.map(({ uid, status }) => [uid, stateOf(status)]),
  };
}

interface LegacyGroup {
  readonly connectorType?: { readonly id?: string | undefined } | undefined;
  readonly maxPowerLevel?: number | undefined;
  readonly chargingPoint?:
    | Readonly<
        Partial<
          Record<
            'numberOfConnectors' | 'numberOfAvailable' | 'numberOfInUse' | 'numberOfOutOfService' | 'numberOfReserved',
            number | undefined
          >
        >
      >
    | undefined;
}

function groupOf({ connectorType, maxPowerLevel, chargingPoint }: LegacyGroup): Group {
  return [
    connectorType?.id ?? '',
    maxPowerLevel === undefined ? undefined : Math.round(maxPowerLevel * 1000),
    chargingPoint?.numberOfConnectors,
    chargingPoint?.numberOfAvailable,
    chargingPoint?.numberOfInUse,
    chargingPoint?.numberOfOutOfService,
    chargingPoint?.numberOfReserved,
  ];
}

async function facesOf(atlas: Atlas, ids: readonly string[]) {
  const dependencies = { atlas, settings: { enums: 'ocpi' } } as const;
  const textOf = async (surface: Surface, path: string): Promise<string> => {
    const response = await surface(new Request(`http://pantograph.test${path}`), context);
    expect(response?.status).toBe(200);
    return (await response?.text()) ?? '';
  };
  const ask = async (surface: Surface, path: string): Promise<unknown> => JSON.parse(await textOf(surface, path));
  const bulk = ids.map((id) => `id=${id}`).join('&');
  const legacy = legacySurface(dependencies);
  const discovery = discoverySurface(dependencies);
  const v3 = ChargingLocations.parse(
    await ask(lookupSurface({ ...dependencies, lookup: {} }), `/v3/locations?ids=${ids.join(',')}&fields=evses`),
  );
  /** Well-formed XML of the same tree goes without saying: it is looked at here, for every place there is. */
  const askBoth = async (resource: string, root: string): Promise<unknown> => {
    const body = await ask(legacy, `/ev/${resource}.json?${bulk}`);
    expect(treeOfXml(await textOf(legacy, `/ev/${resource}.xml?${bulk}`))).toEqual(treeOfJson(root, body));
    return body;
  };
  const { evStations } = StationsResponse.parse(await askBoth('pools/bulk', 'evStationsResult'));
  const { pools } = EvsesResponse.parse(await askBoth('evses/bulk', 'evses'));
  const search = await Promise.all(ids.map((id) => ask(discovery, `/v1/lookup?id=here:pds:place:${id}&show=ev`)));
  return {
    v3: (v3.items ?? []).map(faceOfV3),
    v2: evStations.evStation.map(({ id, position, connectors }, index): Face => ({
      id,
      position: [position.latitude, position.longitude],
      groups: (connectors?.connector ?? []).map(groupOf).sort(byText),
      states: (pools[index]?.stations[0]?.evses ?? []).map(({ cpoId, state }) => [cpoId, state]),
    })),
    search: (search as PlaceItem[]).map(({ id, position, extended }): Face => ({
      id: id.split(':').at(-1) ?? '',
      position: [position.lat, position.lng],
      groups: (extended?.evStation?.connectors ?? []).map(groupOf).sort(byText),
      states: (extended?.evAvailability?.stations[0]?.evses ?? []).map(({ cpoId, state }) => [cpoId, state]),
    })),
  };
}

async function expectAgreement(atlas: Atlas): Promise<number> {
  const ids = Array.from(atlas.sites(), ({ contentId }) => contentId);
  for (let from = 0; from < ids.length; from += 100) {
    const { v3, v2, search } = await facesOf(atlas, ids.slice(from, from + 100));
    expect(v3).toHaveLength(Math.min(100, ids.length - from));
    expect(v2).toEqual(v3);
    expect(search).toEqual(v3);
  }
  return ids.length;
}

/** Thousands of places, each parsed three times, on a machine that may have other work. */
const WALK_MILLISECONDS = 180_000;

describe('v2, v3 and Search agree on every place', () => {
  it('of the small world', async () => {
    expect(await expectAgreement(memoryAtlas(smallWorld()))).toBeGreaterThan(10);
  });

  it('of a demo world', { timeout: WALK_MILLISECONDS }, async () => {
    const demo = await demoWorld({ locations: 2000, seed: 7, now: smallWorldTime });
    const atlas = await worldOf(allOf(demo.locations()), allOf(demo.tariffs()));
    expect(await expectAgreement(atlas)).toBe(2000);
  });

  const isThere = existsSync(data);
  const title = `of the Dutch sample${isThere ? '' : ' (skipped, because ../shared/data is not at hand)'}`;
  it.skipIf(!isThere)(title, { timeout: WALK_MILLISECONDS }, async () => {
    const atlas = await worldOf(objectsOf('nl_ocpi221_locations.ndjson.gz'), objectsOf('nl_ocpi221_tariffs.ndjson.gz'));
    expect(await expectAgreement(atlas)).toBeGreaterThan(1390);
  });
});
