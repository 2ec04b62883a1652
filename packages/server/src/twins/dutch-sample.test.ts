/** A real national feed, in which many EVSEs stand twice: once frozen, once live. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonObjects, openBytes } from '@pantograph/feeds/json';
import { readLocation } from '@pantograph/feeds/ocpi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discoverySurface } from '../discovery/surface.ts';
import type { Surface } from '../http/surface.ts';
import { legacySurface } from '../legacy/surface.ts';
import { lookupSurface } from '../lookup/surface.ts';
import type { Change } from '../store/store.ts';
import { makeTile } from '../tiles/make-tile.ts';
import type { TwinsUnderTest } from './testing/twins-under-test.ts';
import { twinsUnderTest } from './testing/twins-under-test.ts';
import { countTwins } from './twin-counts.ts';
import { openTwinReport } from './twin-report.ts';

const data = fileURLToPath(new URL('../../../../../shared/data/nl_ocpi221_locations.ndjson.gz', import.meta.url));
const now = new Date('2026-06-10T00:00:00Z');

async function changesIn(file: string): Promise<Change[]> {
  const changes: Change[] = [];
  const receivedAt = now.toISOString();
  for await (const item of jsonObjects(openBytes(file))) {
    const read = item.ok ? readLocation(item.value, { source: 'ndw', receivedAt }) : undefined;
    if (read?.ok === true) changes.push({ kind: 'location', record: read.record, receivedAt });
  }
  return changes;
}

const isThere = existsSync(data);
const title = `the Dutch sample${isThere ? '' : ' (skipped, because ../shared/data is not at hand)'}`;

describe.skipIf(!isThere)(title, () => {
  let subject: TwinsUnderTest;
  beforeAll(async () => {
    subject = twinsUnderTest({ now: () => now });
    await subject.store.apply(await changesIn(data));
    await subject.settled();
  }, 60_000);
  afterAll(() => subject.close());

  it('has so many twins', () => {
    const report = openTwinReport(subject.files, subject.store);
    expect(countTwins(report, subject.store)).toEqual({
      evses: 1353,
      hiddenEvses: 1355,
      inThreeOrMore: 2,
      severalLive: 0,
      acrossSources: 0,
      acrossParties: 0,
      differing: { status: 531, address: 30, coordinates: 30, connectors: 10 },
      furthestMetres: 190,
      aliases: 600,
      partlyHidden: 2,
      findings: { apart: 0, tooMany: 0, split: 0 },
    });
    report.close();
    expect(subject.layer().counts()).toEqual({ twins: 1353, hiddenEvses: 1355, aliases: 600 });
  });

  it('shows of each the newer status, once', () => {
    const newest = new Map<string, { readonly status: string; readonly observedAt: string; count: number }>();
    for (const { location, statuses } of subject.store.locations()) {
      for (const [index, { evse_id: evseId }] of location.evses.entries()) {
        const told = statuses[index];
        if (evseId === undefined || told === undefined) continue;
        const id = evseId.toUpperCase().replace(/[^A-Z0-9]/g, '');
        const before = newest.get(id);
        const count = (before?.count ?? 0) + 1;
        const isNewer = before === undefined || Date.parse(told.observedAt) > Date.parse(before.observedAt);
        newest.set(id, isNewer ? { status: told.status, observedAt: told.observedAt, count } : { ...before, count });
      }
    }
    const seen = new Set<string>();
    let twins = 0;
    for (const { location, statuses } of subject.atlas().sites()) {
      for (const { evse_id: evseId, uid, status } of location.evses) {
        const id = evseId?.toUpperCase().replace(/[^A-Z0-9]/g, '');
        const known = newest.get(id ?? '');
        if (id === undefined || known === undefined || known.count === 1) continue;
        expect(seen.has(id)).toBe(false);
        seen.add(id);
        twins++;
        expect([id, status, statuses.get(uid)?.observedAt]).toEqual([id, known.status, known.observedAt]);
      }
    }
    expect(twins).toBe(1353);
  });

  it('is counted alike by v3, v2, Search and tiles, and every alias is answered by all of them', async () => {
    const atlas = subject.atlas();
    const dependencies = { atlas, settings: { enums: 'ocpi' } } as const;
    const ask = async (surface: Surface, path: string): Promise<{ body: unknown; headers: Headers }> => {
      const response = await surface(new Request(`http://twins.test${path}`), { correlationId: 'c', now });
      expect(response?.status).toBe(200);
      return { body: await response?.json(), headers: response?.headers ?? new Headers() };
    };
    const [v3, v2, search] = [
      lookupSurface({ ...dependencies, lookup: {} }),
      legacySurface(dependencies),
      discoverySurface(dependencies),
    ];
    expect(atlas.size).toBe(799);
    const around = 'at=52.2,5.3&in=circle:52.2,5.3;r=400000&categories=700-7600-0322&limit=1';
    expect((await ask(search, `/v1/browse?${around}`)).headers.get('x-results')).toContain('matched=799');
    const sites = [...atlas.sites()];
    expect(sites).toHaveLength(799);
    const circle = { kind: 'circle', centre: { lat: 52.3, lng: 5.4 }, radiusMetres: 200_000 } as const;
    const inCircle = atlas.search({ area: circle, limit: 0 }).matched;
    expect(inCircle).toBeGreaterThan(700);
    expect((await ask(v2, '/ev/stations/count.json?prox=52.3,5.4,200000')).body).toMatchObject({ count: inCircle });
    const tile = makeTile(atlas, { z: 0, x: 0, y: 0 }, undefined);
    const sum = (figure: 'count' | 'evses'): number => tile.reduce((total, feature) => total + feature[figure], 0);
    expect(sum('count')).toBe(799);
    expect(sum('evses')).toBe(sites.reduce((total, { location }) => total + liveEvses(location.evses), 0));

    const hidden = [...subject.store.locations()].filter(
      ({ contentId }) => atlas.site(contentId)?.contentId !== contentId,
    );
    expect(hidden).toHaveLength(600);
    for (const { contentId } of hidden.slice(0, 40)) {
      const shown = atlas.site(contentId)?.contentId ?? contentId;
      const both = await ask(v3, `/v3/locations?ids=${contentId},${shown}`);
      expect(both.body).toMatchObject({ items: [{ id: `here:evcp:charginglocation:${shown}` }] });
      expect((both.body as { items: unknown[] }).items).toHaveLength(1);
      expect(both.body).not.toHaveProperty('missingItems');
      expect((await ask(search, `/v1/lookup?id=${contentId}`)).body).toMatchObject({ id: `here:pds:place:${shown}` });
      expect((await ask(v2, `/ev/pools/${contentId}.json`)).body).toMatchObject({
        evStations: { evStation: [{ poolId: shown }] },
      });
    }
  });
});

function liveEvses(evses: readonly { readonly status: string }[]): number {
  return evses.filter(({ status }) => status !== 'REMOVED').length;
}
