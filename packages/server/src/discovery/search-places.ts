/** `/v1/browse` and `/v1/discover`, which differ in what they read. */
import type { SearchResponse } from '@pantograph/model/search';
import { placeCollectionOf } from '@pantograph/model/search';
import type { WholeAnswer } from '../http/answer.ts';
import type { RequestContext, SurfaceDependencies } from '../http/surface.ts';
import { countFacets } from './count-facets.ts';
import { explainPlace } from './explain-place.ts';
import type { Found } from './find-places.ts';
import { findPlaces, queryOf } from './find-places.ts';
import { placesBody } from './places-body.ts';
import { presentHit } from './present-hit.ts';
import type { Page } from './read-presentation.ts';
import type { Question } from './read-question.ts';
import { respond } from './respond.ts';

const MAX_OFFSET = 99;

export function searchPlaces(question: Question, context: RequestContext, { atlas }: SurfaceDependencies): WholeAnswer {
  const found = findPlaces(atlas, question);
  const around: Omit<SearchResponse, 'items'> = {
    ...pagingOf(question.page, found),
    ...(question.facets.length === 0 ? {} : { facets: countFacets(atlas, queryOf(question), question.facets) }),
    ...(question.explain === undefined ? {} : { explain: explainPlace(atlas, question, found, question.explain) }),
  };
  if (question.format === 'json') {
    return respond({ ...placesBody(atlas, found.hits, question, context, around), found });
  }
  const body: SearchResponse = { items: found.hits.map((hit) => presentHit(hit, question, context)), ...around };
  const sources = found.hits.map(({ site }) => site.source);
  return respond({ body: placeCollectionOf(body), sources, found, mediaType: 'application/geo+json' });
}

/** Keys of paging appear only where an offset was given; `nextOffset` only where there is a next page to ask for. */
export function pagingOf({ limit, offset }: Page, { hits, matched }: Found): Partial<SearchResponse> {
  if (offset === undefined) return {};
  const next = offset + hits.length;
  const more = hits.length > 0 && next < matched && next <= MAX_OFFSET;
  return { offset, ...(more ? { nextOffset: next } : {}), count: hits.length, limit };
}
