/** What a gateway cannot tell is what docs/gateway.md says it cannot. */
import { readFileSync } from 'node:fs';
import { StationsResponse } from '@pantograph/model/v2';
import { describe, expect, it } from 'vitest';
import { smallWorld } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { bothWays } from './testing/both-ways.ts';
import type { UpstreamFetch } from './testing/fetch-transport.ts';

const { locations, ...rest } = smallWorld();
const atlas = memoryAtlas({ ...rest, locations });
const all = locations.map(({ contentId }) => `id=${contentId}`).join('&');

const resources = [
  'stations.json?prox=52.0116,4.3571,200000',
  'stations/count.json?prox=52.0116,4.3571,200000',
  'stations.json?corridor=52.0116,4.3571;52.1,4.4',
  `stations/bulk.json?${all}`,
  `pools/bulk.json?${all}`,
  `evses/bulk.json?${all}`,
  'connectortypes.json',
  'powerfeedtypes.json',
  'connectorstatuses.json',
  'roamings.json',
];

/** A v3 whose countryMetadata has no more than is published. */
const published =
  (upstream: UpstreamFetch): UpstreamFetch =>
  async (url, init) => {
    const response = await upstream(url, init);
    if (!url.includes('/countryMetadata')) return response;
    const text = (await response.text()).replace(/,"eMobilityIds":\[[^\]]*\]/g, '');
    return new Response(text, response);
  };

async function missingBehind(wire: (upstream: UpstreamFetch) => UpstreamFetch): Promise<ReadonlySet<string>> {
  const { ask } = bothWays({ atlas, wire });
  const missing = new Set<string>();
  for (const resource of resources) {
    const { own, gateway } = await ask(resource);
    const [name = ''] = resource.split('.');
    const shown = new Set(pathsIn(name, JSON.parse(gateway.text)));
    for (const path of pathsIn(name, JSON.parse(own.text))) if (!shown.has(path)) missing.add(path);
  }
  return missing;
}

describe('docs/gateway.md', () => {
  it('says that nothing is missing in front of a Pantograph', async () => {
    expect([...(await missingBehind((fetch) => fetch))]).toEqual([]);
  });

  it('lists every field that the server has and a gateway in front of a published v3 lacks', async () => {
    const missing = await missingBehind(published);
    const page = readFileSync(new URL('../../../../docs/gateway.md', import.meta.url), 'utf8');
    const [, section = ''] = page.split('## What is missing');
    const listed = [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, path]) => path);
    expect([...missing]).toEqual(listed);
    expect(listed.length).toBeGreaterThan(0);
  });

  it('says what the published dialect cannot tell, which is all that differs behind it', async () => {
    const { ask } = bothWays({ atlas, enums: 'here' });
    let alike = 0;
    for (const { contentId, location } of locations) {
      const { own, gateway } = await ask(`stations/${contentId}.json`);
      const untold = location.evses.filter(({ status }) => status === 'PLANNED' || status === 'REMOVED');
      if (untold.length === 0 || own.status === 404) {
        expect(gateway.text).toBe(own.text);
        alike++;
        continue;
      }
      expect(statesIn(gateway.text)).not.toContain('OFFLINE');
    }
    expect(alike).toBeGreaterThan(8);
  });
});

function statesIn(text: string): readonly unknown[] {
  const { evStations } = StationsResponse.parse(JSON.parse(text));
  return evStations.evStation
    .flatMap(({ connectors }) => connectors?.connector ?? [])
    .flatMap(({ connectorStatuses }) => connectorStatuses?.connectorStatus ?? [])
    .map(({ state }) => state);
}

function pathsIn(path: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsIn(path, one));
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsIn(`${path}.${key}`, member))];
}
