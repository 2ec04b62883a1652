/** v2 over any v3 and Search. */
import type {
  LegacyArea,
  LegacyBackEnd,
  StationFilter,
  StationHit,
  StationPage,
  StationQuestion,
} from '../../legacy/back-end/back-end.ts';
import { areaQueryOf } from '../area/area-query.ts';
import { measureIn } from '../area/measure.ts';
import type { GatewaySettings } from '../settings.ts';
import type { UpstreamCaller } from '../upstream/caller.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { MOST_ITEMS, MOST_OFFSET, browseOf } from './browse.ts';
import { collect } from './collect.ts';
import type { KnownLocation } from './locations.ts';
import { locationsOf } from './locations.ts';
import { providersOf } from './providers.ts';
import { removalOf } from './removal.ts';

interface FoundStation {
  readonly contentId: string;
  /** `undefined`: outside the area by our sphere, and inside by the upstream's. */
  readonly distance: number | undefined;
  readonly offRoute: number | undefined;
}

interface FoundStations {
  readonly places: readonly FoundStation[];
  readonly matched: number;
}

/** One for all callers; each request takes the back end of its own caller. */
export function gatewayBackEnd(
  settings: GatewaySettings,
  upstream: Upstream,
): (caller: UpstreamCaller) => LegacyBackEnd {
  const { v3, search, enums, mostPerRequest } = settings;
  const cacheMilliseconds = settings.cacheSeconds * 1000;
  const browse = browseOf(search, upstream, cacheMilliseconds);
  const locations = locationsOf({ base: v3, enums, cacheMilliseconds }, upstream);
  const providers = providersOf(v3, upstream, cacheMilliseconds);

  return (caller) => {
    const collected = (area: LegacyArea, filter: StationFilter, wanted: number, now: Date) =>
      collect({ area, filter, wanted, mostRequests: mostPerRequest }, (query, sought, limit) =>
        browse({ area: query, filter: sought, limit, offset: 0 }, caller, now),
      );

    /** The page itself, where Search can be asked for it and says enough of what is behind it. */
    async function pageAt(question: StationQuestion, now: Date): Promise<FoundStations | undefined> {
      const { area, filter, offset, limit, total } = question;
      const query = areaQueryOf(area);
      if (query === undefined || limit > MOST_ITEMS || offset > MOST_OFFSET) return undefined;
      const { places, matched, more } = await browse({ area: query, filter, limit, offset }, caller, now);
      const end = offset + places.length;
      const enough = matched ?? (more === undefined || total || end === offset ? undefined : more ? end + 1 : end);
      if (enough === undefined) return undefined;
      const measure = measureIn(area);
      return {
        places: places.map(({ contentId, position }) => ({
          contentId,
          ...(measure(position) ?? { distance: undefined, offRoute: undefined }),
        })),
        matched: enough,
      };
    }

    async function search(question: StationQuestion, now: Date): Promise<FoundStations> {
      const page = await pageAt(question, now);
      if (page !== undefined) return page;
      const { area, filter, offset, limit, total } = question;
      const places = await collected(area, filter, total ? Infinity : offset + limit + 1, now);
      return { places: places.slice(offset, offset + limit), matched: places.length };
    }

    return {
      async find(question, now): Promise<StationPage> {
        const { places, matched } = await search(question, now);
        const known = await locations(
          places.map(({ contentId }) => contentId),
          caller,
          now,
        );
        const hits = places.flatMap((place) => hitOf(place, known.get(place.contentId), question.area));
        // Without those that v3 does not know, or not any more.
        const there = matched - (places.length - hits.length);
        return {
          hits,
          more: question.offset + hits.length < there,
          matched: there,
          attribution: () => attributionIn(known.values()),
        };
      },
      async count(area, filter, now) {
        const query = areaQueryOf(area);
        if (query !== undefined) {
          const { matched } = await browse({ area: query, filter, limit: 1, offset: 0 }, caller, now);
          if (matched !== undefined) return matched;
        }
        return (await collected(area, filter, Infinity, now)).length;
      },
      async stations(contentIds, now) {
        const known = await locations(contentIds, caller, now);
        const stations = [...new Set(contentIds)].flatMap((id) => known.get(id)?.station ?? []);
        return { stations, attribution: () => attributionIn(known.values()) };
      },
      removal: (contentId, now) => removalOf(v3, contentId, upstream, caller, now),
      providers: (now) => providers(caller, now),
    };
  };
}

function hitOf(place: FoundStation, known: KnownLocation | undefined, area: LegacyArea): StationHit[] {
  if (known === undefined) return [];
  const { distance, offRoute } = place;
  return [{ read: (form) => known.station.read(form), distance: area.kind === 'box' ? undefined : distance, offRoute }];
}

/** Each term once, in the order met. */
function attributionIn(known: Iterable<KnownLocation>): string | undefined {
  const terms = new Set<string>();
  for (const { attribution } of known) for (const term of attribution?.split('; ') ?? []) terms.add(term);
  return terms.size === 0 ? undefined : [...terms].join('; ');
}
