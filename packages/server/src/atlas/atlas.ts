/** The in-memory world that presenters read. It follows the store's log and parses no feed. */
import type { ContentId, Site, SourceInfo } from '@pantograph/model/location';
import type { ReadDocument } from './kept/document-reader.ts';
import type { SiteQuery } from './query.ts';
import type { SurveyQuery, SurveyVisit } from './survey.ts';
import type { Tally, TallyQuery } from './tally.ts';

export interface Hit {
  readonly site: Site;
  /** Metres from the query's centre, great circle; along a route: distance on the route plus the offset from it. */
  readonly distance: number;
  /** Only with a route: twice the distance to it, metres. */
  readonly excursionDistance?: number | undefined;
}

export interface SearchResult {
  /** The page asked for, ordered by distance, then by contentId. */
  readonly hits: readonly Hit[];
  /** All that match, before offset and limit. */
  readonly matched: number;
  /** Whether some of them come behind the page, which is known without counting all. */
  readonly more: boolean;
}

export interface Atlas {
  /** The log entry up to which this world is complete. */
  readonly seq: number;
  readonly size: number;
  /** By any of its ids: a site that is a twin's alias is answered with the one shown, under that one's own id. */
  site(contentId: ContentId): Site | undefined;
  /** Why a location that was known is not there any more. */
  removal(contentId: ContentId): { readonly removedAt: string; readonly reason: string } | undefined;
  search(query: SiteQuery): SearchResult;
  /** Every match once, in no order. */
  survey(query: SurveyQuery, visit: SurveyVisit): void;
  tally(query: TallyQuery): Tally;
  sites(): Iterable<Site>;
  /** A site as a presenter shows it, as bytes; kept between requests where that is of use. */
  readonly document: ReadDocument;
  /** Where the data comes from, each source once. */
  sources(): Iterable<SourceInfo>;
}
