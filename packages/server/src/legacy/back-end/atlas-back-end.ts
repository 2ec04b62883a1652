/** v2 over our own atlas. */
import type { ContentId } from '@pantograph/model/location';
import type { StationFacts } from '@pantograph/model/v2';
import { connectorTypeOfId } from '@pantograph/model/vocabulary';
import type { Atlas, Hit } from '../../atlas/atlas.ts';
import type { SiteFilter } from '../../atlas/query.ts';
import { attributionOf } from '../../http/attribution.ts';
import type { LegacyBackEnd, StationFilter, StationHit } from './back-end.ts';
import { factsKeeper } from './facts-keeper.ts';
import { providerDirectory } from './provider-directory.ts';

export function atlasBackEnd(atlas: Atlas): LegacyBackEnd {
  const factsOf = factsKeeper();
  return {
    find({ area, filter, offset, limit }, now) {
      const { hits, matched } = atlas.search({ area, filter: siteFilterOf(filter), offset, limit });
      return {
        hits: hits.map((hit) => hitOf(hit, factsOf(hit.site, now), area.kind !== 'box')),
        matched,
        attribution: attributionOf(hits.map((hit) => hit.site.source)),
      };
    },
    count: (area, filter) => atlas.search({ area, filter: siteFilterOf(filter), limit: 0 }).matched,
    stations(contentIds, now) {
      const sites = [...new Set(contentIds)].flatMap((id) => atlas.site(id as ContentId) ?? []);
      return {
        stations: sites.map((site) => factsOf(site, now)),
        attribution: attributionOf(sites.map((site) => site.source)),
      };
    },
    removal: (contentId) => atlas.removal(contentId as ContentId),
    providers: providerDirectory(atlas),
  };
}

function hitOf({ distance, excursionDistance }: Hit, facts: StationFacts, measured: boolean): StationHit {
  return {
    facts,
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
