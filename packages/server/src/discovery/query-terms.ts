/** `queryTerms` of autosuggest: what the last word may be meant to become. */
import { brandOf } from '@pantograph/model/location';
import type { QueryTerm } from '@pantograph/model/search';
import { languageOf } from '@pantograph/model/search';
import type { Hit } from '../atlas/atlas.ts';
import { foldText } from '../atlas/search-text.ts';
import { categoryTerms, foreignTerms } from './category-words.ts';

/**
 * Words for charging stations in the language, then words of names and places found, nearest first, then words for
 * charging stations in other languages; each once.
 */
export function queryTermsFor(
  query: string,
  hits: readonly Hit[],
  languages: readonly string[],
  limit: number,
): QueryTerm[] {
  const match = /[\p{Letter}\p{Mark}\p{Number}]+$/u.exec(query);
  if (match === null) return [];
  const [replaces] = match;
  const beginning = foldText(replaces);
  const names = hits.flatMap(({ site: { location } }) => [
    brandOf(location)?.name ?? '',
    location.city,
    location.address,
  ]);
  const language = languageOf(languages);
  const words = [...categoryTerms(language), ...names, ...foreignTerms(language)].flatMap(
    (text) => text.match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? [],
  );
  const terms = new Map<string, string>();
  for (const word of words) {
    const folded = foldText(word);
    if (folded.startsWith(beginning) && folded !== beginning && !terms.has(folded)) terms.set(folded, word);
  }
  const [start, end] = [match.index, match.index + replaces.length];
  return [...terms.values()].slice(0, limit).map((term) => ({ term, replaces, start, end }));
}
