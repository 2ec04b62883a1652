/** v2 over our own atlas. */
import type { ContentId, Site, SourceInfo } from '@pantograph/model/location';
import { factsOfSite } from '@pantograph/model/v2';
import { connectorTypeOfId } from '@pantograph/model/vocabulary';
import type { Atlas, SearchResult } from '../../atlas/atlas.ts';
import type { DocumentForm } from '../../atlas/kept/document-reader.ts';
import type { SiteFilter } from '../../atlas/query.ts';
import { attributionOf } from '../../http/attribution.ts';
import type { StationForm } from '../answer/station-form.ts';
import type {
  KnownStations,
  LegacyBackEnd,
  StationDocument,
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
      const sites = new Map<ContentId, Site>();
      for (const id of contentIds) {
        const site = atlas.site(id as ContentId);
        // Several ids may be one site's.
        if (site !== undefined) sites.set(site.contentId, site);
      }
      return {
        stations: Array.from(sites.values(), (site) => new AtlasStation(reading, site)),
        attribution: () => reading.attribution(),
      };
    },
    removal: (contentId) => atlas.removal(contentId as ContentId),
    providers: providerDirectory(atlas),
  };
}

function find(atlas: Atlas, { area, filter, offset, limit }: StationQuestion, now: Date): StationPage {
  const reading = new Reading(atlas, now);
  const found: SearchResult = atlas.search({ area, filter: siteFilterOf(filter), offset, limit });
  const isMeasured = area.kind !== 'box';
  return {
    hits: found.hits.map(
      ({ site, distance, excursionDistance }) =>
        new AtlasStation(reading, site, isMeasured ? distance : undefined, excursionDistance),
    ),
    more: found.more,
    get matched() {
      return found.matched;
    },
    attribution: () => reading.attribution(),
  };
}

/** What one answer shows, and where that comes from. */
class Reading {
  readonly #atlas: Atlas;
  readonly #now: Date;
  readonly #sources = new Set<SourceInfo>();
  /** The last one. */
  #source: SourceInfo | undefined;

  constructor(atlas: Atlas, now: Date) {
    this.#atlas = atlas;
    this.#now = now;
  }

  documentOf(site: Site, form: StationForm): StationDocument {
    const document = this.#atlas.document(site, documentFormOf(form), this.#now);
    if (document.source !== this.#source) this.#sources.add((this.#source = document.source));
    return document;
  }

  attribution(): string | undefined {
    return attributionOf(this.#sources);
  }
}

class AtlasStation implements StationHit {
  readonly distance: number | undefined;
  readonly offRoute: number | undefined;
  readonly #reading: Reading;
  readonly #site: Site;

  constructor(reading: Reading, site: Site, distance?: number, excursionDistance?: number) {
    this.distance = distance;
    this.offRoute = excursionDistance === undefined ? undefined : excursionDistance / 2;
    this.#reading = reading;
    this.#site = site;
  }

  read(form: StationForm): StationDocument {
    return this.#reading.documentOf(this.#site, form);
  }
}

const documentForms = new WeakMap<StationForm, DocumentForm>();

function documentFormOf(form: StationForm): DocumentForm {
  const known = documentForms.get(form);
  if (known !== undefined) return known;
  const { variant, write, mark } = form;
  const present: DocumentForm['present'] = (site, now) => write(factsOfSite(site, now));
  const made = { variant, present, weeklyHoursOnly: true, ...(mark !== undefined && { mark }) };
  documentForms.set(form, made);
  return made;
}

const siteFilters = new WeakMap<StationFilter, SiteFilter>();

/** The same for the same: the atlas need not look into a filter that it has seen before. */
function siteFilterOf(filter: StationFilter): SiteFilter {
  const known = siteFilters.get(filter);
  if (known !== undefined) return known;
  const made = makeSiteFilter(filter);
  siteFilters.set(filter, made);
  return made;
}

function makeSiteFilter({ connectorTypeIds, providers }: StationFilter): SiteFilter {
  const standards = connectorTypeIds.flatMap((id) => connectorTypeOfId(id)?.standards ?? []);
  return {
    ...(connectorTypeIds.length === 0 ? {} : { connector: { standards: new Set(standards) } }),
    ...(providers.length === 0 ? {} : { eMobilityServiceProviders: new Set(providers) }),
  };
}
