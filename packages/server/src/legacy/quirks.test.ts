/** Every switch of docs/v2-quirks.md, both ways. */
import { readFileSync } from 'node:fs';
import type { LegacyQuirks } from '@pantograph/model/v2';
import { vendorQuirks } from '@pantograph/model/v2';
import { describe, expect, it } from 'vitest';
import { legacyUnderTest } from './testing/legacy-under-test.ts';

const asVendor = legacyUnderTest();
const mended = (quirk: keyof LegacyQuirks) =>
  legacyUnderTest({ legacy: { quirks: { ...vendorQuirks, [quirk]: false } } });

const delft = 'prox=52.0116,4.3571,3000';

it('the document lists every switch, and no other', () => {
  const page = readFileSync(new URL('../../../../docs/v2-quirks.md', import.meta.url), 'utf8');
  const [, section = ''] = page.split('## Switches');
  const listed = Array.from((section.split('\n## ')[0] ?? '').matchAll(/^\| `(\w+)`/gm), ([, name]) => name);
  expect(listed).toEqual(Object.keys(vendorQuirks));
});

describe('countIgnoresFilters', () => {
  const path = `stations/count.json?${delft}&connectortype=9`;

  it('counts all stations of the area, and does not even read the filters', async () => {
    expect(await asVendor.count(path)).toBe(6);
    expect(await asVendor.count(`stations/count.json?${delft}&connectortype=nonsense`)).toBe(6);
  });

  it('mended, counts what a search would find', async () => {
    const v2 = mended('countIgnoresFilters');
    expect(await v2.count(path)).toBe(1);
    expect(await v2.refused(`stations/count.json?${delft}&connectortype=nonsense`, 400)).toContain('connectortype');
  });

  it('strictcount chooses per request', async () => {
    expect(await asVendor.count(`${path}&strictcount=true`)).toBe(1);
    expect(await mended('countIgnoresFilters').count(`${path}&strictcount=false`)).toBe(6);
  });
});

describe('countIsPageSize', () => {
  const path = `stations.json?${delft}&connectortype=31&maxresults=2&offset=1`;

  it('count is the length of the page', async () => {
    expect(await asVendor.stations(path)).toMatchObject({ hasMore: true, count: 2 });
  });

  it('mended, or with strictcount, it is the number found', async () => {
    expect(await mended('countIsPageSize').stations(path)).toMatchObject({ hasMore: true, count: 4 });
    expect(await asVendor.stations(`${path}&strictcount=true`)).toMatchObject({ hasMore: true, count: 4 });
    expect(await mended('countIsPageSize').stations(`${path}&strictcount=false`)).toMatchObject({ count: 2 });
  });
});

describe('pathDistanceIsCumulative', () => {
  const path = 'stations.json?corridor=52.0116,4.3498;52.0116,4.3644&connectortype=9';
  const distanceOf = async (v2: typeof asVendor) => (await v2.stations(path)).evStations.evStation[0]?.distance;

  it('mended, the distance is the one from the path alone', async () => {
    expect(await distanceOf(asVendor)).toBeGreaterThan(600);
    expect(await distanceOf(mended('pathDistanceIsCumulative'))).toBe(189);
  });

  it('does not touch distances from a point', async () => {
    const near = `stations.json?${delft}&connectortype=9`;
    expect(await mended('pathDistanceIsCumulative').stations(near)).toEqual(await asVendor.stations(near));
  });
});

describe('formsAreAsRecorded', () => {
  it('mended, day masks are text and charge capacities spelt as documented', async () => {
    const formsOf = async (v2: typeof asVendor) => {
      const { evStations } = await v2.stations('stations.json?prox=52.0116,4.3571,10');
      const [connector] = evStations.evStation[0]?.connectors?.connector ?? [];
      const hours = connector?.connectorDetails?.openingHours?.regularOpeningHours;
      return [hours?.[0]?.daymask, connector?.chargeCapacity];
    };
    expect(await formsOf(asVendor)).toEqual([127, '380-480VAC, 3-phase at max. 32 A']);
    expect(await formsOf(mended('formsAreAsRecorded'))).toEqual(['127', '380-480VAC, 3-phase at max 32A']);
  });
});
