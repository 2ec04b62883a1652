/** What words of a search are compared with: the texts of a location, folded so that "Zürich" is found by "zurich". */
import type { Site } from '@pantograph/model/location';
import { nameOf } from '@pantograph/model/location';
import type { Location } from '@pantograph/model/ocpi';
import { postalCodeTexts } from './postal-code.ts';

// Letters that Unicode does not decompose, as keyboards without them write them.
const undecomposed = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/** Lower case without marks, compatibility forms resolved. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => undecomposed.get(letter) ?? letter);
}

/** Folded runs of letters and digits, in order. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

interface SiteWords {
  readonly name: readonly string[];
  readonly all: readonly string[];
}

// A site never changes in place, so that its words are folded once.
const known = new WeakMap<Site, SiteWords>();

function wordsOf(site: Site): SiteWords {
  const before = known.get(site);
  if (before !== undefined) return before;
  const words = { name: unique(nameTexts(site)), all: unique([...nameTexts(site), ...placeTexts(site)]) };
  known.set(site, words);
  return words;
}

function unique(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => (text === undefined ? [] : foldedWords(text))))];
}

function nameTexts(site: Site): readonly (string | undefined)[] {
  const { location } = site;
  return [nameOf(location), location.name, location.operator?.name, location.suboperator?.name];
}

function placeTexts({ location }: Site): readonly (string | undefined)[] {
  return [...addressTexts(location), location.country];
}

/** Where a location is, but for its country. */
export function addressTexts(location: Location): readonly (string | undefined)[] {
  const { address, city, postal_code: code, state, country } = location;
  return [address, city, ...(code === undefined ? [] : postalCodeTexts(code, country)), state];
}

/** Every text that `SiteFilter.words` looks at, folded. */
export function searchWordsOf(site: Site): readonly string[] {
  return wordsOf(site).all;
}

/** Every text that `SiteFilter.nameWords` looks at, folded. */
export function nameWordsOf(site: Site): readonly string[] {
  return wordsOf(site).name;
}

/** Whether each asked word begins one of the words there are. */
export function beginsEach(asked: readonly string[], words: readonly string[]): boolean {
  return asked.every((beginning) => words.some((word) => word.startsWith(beginning)));
}
