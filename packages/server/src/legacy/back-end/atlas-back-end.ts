/** v2 over our own atlas. */
import type { ContentId, Site, SourceInfo } from '@pantograph/model/location';
import { factsOfSite } from '@pantograph/model/v2';
import { connectorTypeOfId } from '@pantograph/model/vocabulary';
import type { Atlas, Hit, SearchResult } from '../../atlas/atlas.ts';
import type { SiteFilter } from '../../atlas/query.ts';
import { attributionOf } from '../../http/attribution.ts';
import type {
  KnownStations,
  LegacyBackEnd,
  Station,
  StationFilter,
  StationHit,
  StationPage,
  StationQuestion,
} from './back-end.ts';
import { providerDirectory } from './provider-directory.ts';

export function atlasBackEnd(atlas: Atlas): LegacyBackEnd {
  return {
    find: (question, now) => find(atlas, question, now),
    count: (area, filter) => atlas.search({ area, filter: siteFilterOf(filter), limit: 0 }).matched,
    stations(contentIds, now): KnownStations {
      const reading = new Reading(atlas, now);
      const sites = [...new Set(contentIds)].flatMap((id) => atlas.site(id as ContentId) ?? []);
      return { stations: sites.map((site) => reading.stationOf(site)), attribution: () => reading.attribution() };
    },
    removal: (contentId) => atlas.removal(contentId as ContentId),
    providers: providerDirectory(atlas),
  };
}

function find(atlas: Atlas, { area, filter, offset, limit }: StationQuestion, now: Date): StationPage {
  const reading = new Reading(atlas, now);
  const found: SearchResult = atlas.search({ area, filter: siteFilterOf(filter), offset, limit });
  return {
    hits: found.hits.map((hit) => hitOf(hit, reading.stationOf(hit.site), area.kind !== 'box')),
    get matched() {
      return found.matched;
    },
    attribution: () => reading.attribution(),
  };
}

/** The stations of one answer, and where what it shows of them comes from. */
class Reading {
  readonly #atlas: Atlas;
  readonly #now: Date;
  readonly #sources = new Set<SourceInfo>();

  constructor(atlas: Atlas, now: Date) {
    this.#atlas = atlas;
    this.#now = now;
  }

  stationOf(site: Site): Station {
    return {
      read: ({ variant, write, mark }) => {
        const now = this.#now;
        const document = this.#atlas.document({
          site,
          variant,
          now,
          present: () => write(factsOfSite(site, now)),
          ...(mark === undefined ? {} : { mark }),
        });
        this.#sources.add(document.source);
        return document;
      },
    };
  }

  attribution(): string | undefined {
    return attributionOf(this.#sources);
  }
}

function hitOf({ distance, excursionDistance }: Hit, station: Station, measured: boolean): StationHit {
  return {
    station,
    distance: measured ? distance : undefined,
    offRoute: excursionDistance === undefined ? undefined : excursionDistance / 2,
  };
}

function siteFilterOf({ connectorTypeIds, providers }: StationFilter): SiteFilter {
  const standards = connectorTypeIds.flatMap((id) => connectorTypeOfId(id)?.standards ?? []);
  return {
    ...(connectorTypeIds.length === 0 ? {} : { connector: { standards: new Set(standards) } }),
    ...(providers.length === 0 ? {} : { eMobilityServiceProviders: new Set(providers) }),
  };
}
