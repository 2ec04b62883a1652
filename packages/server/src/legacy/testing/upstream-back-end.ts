/** v2 over the wire of a v3 and a Search, as a gateway sees them; for tests, without any of a gateway's care. */
import { boxCentre } from '@pantograph/model/geo';
import type { ChargingLocation, ChargingLocations } from '@pantograph/model/v3';
import { factsOfChargingLocation, v3FieldsOfFacts } from '@pantograph/model/v2';
import type { LegacyArea, LegacyBackEnd, StationFilter } from '../back-end/back-end.ts';

interface Upstream {
  /** @param path of v3 or Search, as it goes into the URL. */
  readonly get: (path: string) => Promise<Response>;
  readonly enums: 'ocpi' | 'here';
}

interface BrowseAnswer {
  readonly items: readonly { readonly id: string; readonly distance?: number; readonly excursionDistance?: number }[];
}

export function upstreamBackEnd({ get, enums }: Upstream): LegacyBackEnd {
  async function locations(ids: readonly string[]): Promise<ReadonlyMap<string, ChargingLocation>> {
    if (ids.length === 0) return new Map();
    const fields = v3FieldsOfFacts.join(',');
    const response = await get(
      `/v3/locations?ids=${ids.map(encodeURIComponent).join(',')}&fields=${fields}&enums=${enums}`,
    );
    const { items = [] } = (await response.json()) as ChargingLocations;
    return new Map(items.map((item) => [contentIdOf(item.id), item]));
  }

  async function browse(area: LegacyArea, filter: StationFilter, limit: number, offset: number) {
    const query = new URLSearchParams({ ...areaOf(area), ...filterOf(filter) });
    query.set('limit', String(limit));
    query.set('offset', String(offset));
    const response = await get(`/v1/browse?${query.toString()}`);
    if (response.status !== 200)
      throw new Error(`browse answered ${String(response.status)}: ${await response.text()}`);
    const matched = Number(/matched=(\d+)/.exec(response.headers.get('x-results') ?? '')?.[1]);
    return { items: ((await response.json()) as BrowseAnswer).items, matched };
  }

  return {
    async find({ area, filter, limit, offset }) {
      const { items, matched } = await browse(area, filter, limit, offset);
      const known = await locations(items.map(({ id }) => contentIdOf(id)));
      const hits = items.flatMap(({ id, distance, excursionDistance }) => {
        const place = known.get(contentIdOf(id));
        return place === undefined
          ? []
          : [
              {
                facts: factsOfChargingLocation(place),
                distance: area.kind === 'box' ? undefined : distance,
                offRoute: excursionDistance === undefined ? undefined : excursionDistance / 2,
              },
            ];
      });
      return { hits, matched, attribution: undefined };
    },
    count: async (area, filter) => (await browse(area, filter, 1, 0)).matched,
    async stations(contentIds) {
      const known = await locations(contentIds);
      const stations = contentIds.flatMap((id) => known.get(id) ?? []).map(factsOfChargingLocation);
      return { stations, attribution: undefined };
    },
    removal: () => undefined,
    providers: () => ({ providers: [], attribution: undefined }),
  };
}

function areaOf(area: LegacyArea): Record<string, string> {
  switch (area.kind) {
    case 'circle': {
      const at = `${String(area.centre.lat)},${String(area.centre.lng)}`;
      return { at, in: `circle:${at};r=${String(area.radiusMetres)}` };
    }
    case 'box': {
      const { west, south, east, north } = area;
      const { lat, lng } = boxCentre(area);
      return { at: `${String(lat)},${String(lng)}`, in: `bbox:${[west, south, east, north].join(',')}` };
    }
    case 'route':
      throw new Error('routes are left to the gateway');
  }
}

function filterOf({ connectorTypeIds, providers }: StationFilter): Record<string, string> {
  return {
    ...(connectorTypeIds.length === 0 ? {} : { 'evStation[connectorTypeIds]': connectorTypeIds.join(',') }),
    ...(providers.length === 0 ? {} : { 'evStation[eMobilityServiceProviderPartnerIds]': providers.join(',') }),
  };
}

function contentIdOf(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}
