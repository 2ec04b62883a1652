/** Searches that autosuggest proposes: charging stations of a kind, and those of an operator. */
import type { Position } from '@pantograph/model/location';
import type { QueryItem } from '@pantograph/model/search';
import { evCategories, languageOf } from '@pantograph/model/search';
import { centreOfQuery } from '../atlas/area.ts';
import type { Hit } from '../atlas/atlas.ts';
import { beginsEach, foldedWords } from '../atlas/search-text.ts';
import { siteFactsOf } from '../atlas/site-facts.ts';
import { beginsStationPhrase } from './category-words.ts';
import { highlightsIn } from './highlights.ts';
import type { QueryText } from './read-query-text.ts';
import type { Question } from './read-question.ts';

const MAX_CHAINS = 3;
/** Letters after which what is being typed tells a kind of place from others. */
const MIN_BEGINNING = 3;

/** Whether the text is on its way to a word for charging stations; people type in more languages than they ask answers in. */
export function beginsCategory({ text }: QueryText): boolean {
  const typed = foldedWords(text).join(' ');
  return typed.length >= MIN_BEGINNING && beginsStationPhrase(typed);
}

export function categoryQuery(question: Question, url: string): QueryItem | undefined {
  const wanted = question.query?.filter.vehicles?.any?.[0];
  const category = evCategories.find(({ vehicle }) => wanted?.has(vehicle) === true) ?? evCategories[0];
  if (category === undefined) return undefined;
  return queryItem('categoryQuery', category.names[languageOf(question.languages)], category.id, question, url);
}

/** Operators of the places found whose names the words begin, nearest first. */
export function chainQueries(hits: readonly Hit[], question: Question, url: string): QueryItem[] {
  const asked = question.query?.filter.words ?? [];
  if (asked.length === 0) return [];
  const chains = new Map<string, string>();
  for (const { site } of hits) {
    const { brand } = siteFactsOf(site).suppliers;
    if (brand !== undefined && beginsEach(asked, foldedWords(brand.name))) chains.set(brand.id, brand.name);
  }
  return [...chains].slice(0, MAX_CHAINS).map(([id, name]) => queryItem('chainQuery', name, id, question, url));
}

function queryItem(
  resultType: QueryItem['resultType'],
  title: string,
  id: string,
  question: Question,
  url: string,
): QueryItem {
  const asked = foldedWords(question.query?.text ?? '');
  return {
    title,
    id: `pantograph:${resultType}:${id}`,
    resultType,
    href: followUp(question, url, resultType === 'categoryQuery' ? 'categories' : 'chains', id),
    highlights: { title: highlightsIn(title, asked) },
  };
}

/** The search itself; of the caller's parameters only those that say where and in which language, never a key. */
function followUp(question: Question, url: string, filter: 'categories' | 'chains', id: string): string {
  const asked = new URL(url);
  const href = new URL('/v1/browse', asked.origin);
  const { lat, lng } = centreOf(question);
  href.searchParams.set('at', `${lat},${lng}`);
  for (const name of ['in', 'route', 'lang']) {
    for (const value of asked.searchParams.getAll(name)) href.searchParams.append(name, value);
  }
  href.searchParams.set(filter, id);
  return href.href;
}

/** Of the area, where the caller gave no centre: a question without either is refused before it comes here. */
function centreOf({ centre, areas }: Question): Position {
  if (centre !== undefined) return centre;
  const centres = areas.flatMap(({ area }) => (area === undefined ? [] : [centreOfQuery({ area, limit: 0 })]));
  return centres.find((each) => each !== undefined) ?? { lat: 0, lng: 0 };
}
