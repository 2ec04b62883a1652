/** `/v1/autosuggest`: places and further searches for what is being typed. Source: contract search, autosuggest. */
import type { AutosuggestResponse, PlaceItem, QueryItem } from '@pantograph/model/search';
import type { Atlas, Hit } from '../atlas/atlas.ts';
import { foldedWords } from '../atlas/search-text.ts';
import type { WholeAnswer } from '../http/answer.ts';
import type { RequestContext, SurfaceDependencies } from '../http/surface.ts';
import { explainPlace } from './explain-place.ts';
import type { Found } from './find-places.ts';
import { findPlaces, queryOf } from './find-places.ts';
import { highlightPlace } from './highlights.ts';
import { readWholeNumberOf } from './numbers.ts';
import type { Parameters } from './parameters.ts';
import { queryTermsFor } from './query-terms.ts';
import type { Question } from './read-question.ts';
import { readManner } from './read-manner.ts';
import { readQuestion } from './read-question.ts';
import { respond } from './respond.ts';
import { presentHit } from './present-hit.ts';
import { pagingOf } from './search-places.ts';
import { beginsCategory, categoryQuery, chainQueries } from './suggest-queries.ts';

export function suggestPlaces(
  url: string,
  parameters: Parameters,
  context: RequestContext,
  { atlas }: SurfaceDependencies,
): WholeAnswer {
  const question = readQuestion('autosuggest', parameters, readManner('autosuggest', parameters, context));
  const termsLimit = readWholeNumberOf(parameters, 'termsLimit', { min: 0, max: 10 }) ?? 0;
  const words = question.query?.filter.words ?? [];
  const typingCategory = question.query !== undefined && beginsCategory(question.query);
  const byWords = findPlaces(atlas, question);
  const asked = typingCategory ? withoutWords(question) : question;
  const found = typingCategory ? withStations(atlas, asked, byWords) : byWords;
  const searches = question.page.offset === undefined ? searchesFor(question, byWords.hits, typingCategory, url) : [];
  const shown = { hits: found.hits.slice(0, question.page.limit - searches.length), matched: found.matched };
  const body: AutosuggestResponse = {
    items: [...searches, ...shown.hits.map((hit) => presentSuggested(hit, question, words, context))],
    queryTerms: queryTermsFor(question.query?.text ?? '', byWords.hits, question.languages, termsLimit),
    ...pagingOf(question.page, shown),
    ...(question.explain === undefined ? {} : { explain: explainPlace(atlas, asked, shown, question.explain) }),
  };
  return respond({ body, sources: shown.hits.map(({ site }) => site.source), found: shown satisfies Found });
}

/**
 * Half a word for charging stations is in few names; what is meant are the stations nearby. Those it does name come
 * first, except in pages, which follow each other in one order.
 */
function withStations(atlas: Atlas, anyStation: Question, named: Found): Found {
  if (anyStation.page.offset !== undefined) return findPlaces(atlas, anyStation);
  const except = new Set(named.hits.map(({ site }) => site.contentId));
  const limit = anyStation.page.limit - named.hits.length;
  const others = atlas.search({ ...queryOf(anyStation), except, limit });
  return { hits: [...named.hits, ...others.hits], matched: named.hits.length + others.matched };
}

function withoutWords(question: Question): Question {
  return { ...question, conditions: question.conditions.filter(({ parameter }) => parameter !== 'q') };
}

function searchesFor(question: Question, hits: readonly Hit[], typingCategory: boolean, url: string): QueryItem[] {
  const category = question.query?.category === true || typingCategory ? categoryQuery(question, url) : undefined;
  const searches = [...(category === undefined ? [] : [category]), ...chainQueries(hits, question, url)];
  return searches.slice(0, question.page.limit);
}

function presentSuggested(hit: Hit, question: Question, words: readonly string[], context: RequestContext): PlaceItem {
  const place = presentHit(hit, question, context);
  const typed = foldedWords(question.query?.text ?? '');
  if (words.length === 0) return { ...place, highlights: highlightPlace(place, typed) };
  // Places write a postal code in two parts that the words have in one.
  const parts = typed.filter((part) => words.some((word) => word.startsWith(part) || word.endsWith(part)));
  return { ...place, highlights: highlightPlace(place, [...words, ...parts]) };
}
