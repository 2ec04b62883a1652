/** Where the words of a query stand in a text. */
import type { Highlights, PlaceItem, TextRange } from '@pantograph/model/search';
import { foldText } from '../atlas/search-text.ts';

/** The beginnings of words that a folded word of the query begins, longest first where two fit. */
export function highlightsIn(text: string, asked: readonly string[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(/[\p{Letter}\p{Mark}\p{Number}]+/gu)) {
    const [word] = match;
    const folded = foldText(word);
    const begun = asked.filter((beginning) => folded.startsWith(beginning)).sort((a, b) => b.length - a.length)[0];
    if (begun !== undefined) ranges.push({ start: match.index, end: match.index + lengthOfBeginning(word, begun) });
  }
  return ranges;
}

/** Characters of the word that fold to the beginning; one may fold to two, as "ß" does, or none, as an accent does. */
function lengthOfBeginning(word: string, beginning: string): number {
  for (let length = 1; length < word.length; length++) {
    if (foldText(word.slice(0, length)).length >= beginning.length && !/^\p{Mark}/u.test(word.slice(length)))
      return length;
  }
  return word.length;
}

export function highlightPlace(place: PlaceItem, asked: readonly string[]): Highlights {
  return {
    title: highlightsIn(place.title, asked),
    address: { label: highlightsIn(place.address.label, asked) },
  };
}
