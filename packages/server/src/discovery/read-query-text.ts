/** The parameter `q`: a kind of place, words of names and addresses, and a country at its end. */
import type { Language } from '@pantograph/model/search';
import { countryOfName, languages } from '@pantograph/model/search';
import type { VehicleCategory } from '@pantograph/model/vocabulary';
import type { SiteFilter } from '../atlas/query.ts';
import { joinPostalCodes } from '../atlas/postal-code.ts';
import { foldedWords } from '../atlas/search-text.ts';
import { LONGEST_PHRASE, categoryPhrase, isJoining } from './category-words.ts';
import type { Condition } from './condition.ts';
import type { Parameters } from './parameters.ts';
import { invalid } from './parameters.ts';

const MAX_CHARACTERS = 300;
const MAX_WORDS = 20;
const FORM = `words of at most ${MAX_CHARACTERS} characters in all`;

export interface QueryText {
  readonly text: string;
  /** The words ask for charging stations as such; ranking and mobilityMode are for such questions. */
  readonly category: boolean;
  /** What each place must have; empty where the words say nothing. */
  readonly filter: SiteFilter;
}

/** @param isBeingTyped its last word may go on */
export function readQueryText(parameters: Parameters, locales: readonly string[], isBeingTyped: boolean): QueryText {
  const text = parameters.required('q', FORM);
  if (text.length > MAX_CHARACTERS) throw invalid('q', `has ${text.length} characters`, FORM);
  const { rest, country } = splitCountry(text, locales);
  const { words, vehicle, category } = splitCategory(
    foldedWords(withWholeCodes(rest, isBeingTyped)).slice(0, MAX_WORDS),
  );
  const asked = words.some((word) => !isJoining(word)) || category ? words.filter((word) => !isJoining(word)) : words;
  // Text without a letter or digit names no place.
  const nothing = asked.length === 0 && !category && country === undefined;
  return {
    text,
    category,
    filter: {
      ...(asked.length === 0 ? {} : { words: asked }),
      ...(country === undefined ? {} : { countries: new Set([country]) }),
      ...(vehicle === undefined ? {} : { vehicles: { any: [new Set([vehicle])] } }),
      ...(nothing ? { vehicles: { any: [new Set<string>()] } } : {}),
    },
  };
}

export function conditionOf(query: QueryText): Condition {
  return { parameter: 'q', filter: query.filter };
}

/** "Delft, Nederland": what stands behind the last comma, where it is a country in one of the languages. */
function splitCountry(text: string, locales: readonly string[]): { readonly rest: string; readonly country?: string } {
  const comma = text.lastIndexOf(',');
  if (comma === -1) return { rest: text };
  const country = countryOfName(text.slice(comma + 1), [
    ...new Set([...locales, ...(languages as readonly Language[])]),
  ]);
  return country === undefined ? { rest: text } : { rest: text.slice(0, comma), country };
}

/** "2611 GS" as places have it too, in one word; "2611 in Delft" and "2611 De", which may become "2611 Delft", as they are. */
function withWholeCodes(text: string, isBeingTyped: boolean): string {
  const isLoud = text === text.toUpperCase();
  return joinPostalCodes(text, (second, rest) => {
    if (rest === '') return !isBeingTyped;
    const stands = rest.trim() === '' || (!isLoud && second === second.toUpperCase());
    return stands || !isJoining(second.toLowerCase());
  });
}

interface Split {
  readonly words: readonly string[];
  readonly vehicle?: VehicleCategory;
  readonly category: boolean;
}

/** Takes out the phrases for charging stations, the longest first from each word on. */
function splitCategory(words: readonly string[]): Split {
  const rest: string[] = [];
  let vehicle: VehicleCategory | undefined;
  let category = false;
  for (let at = 0; at < words.length;) {
    const length = phraseLengthAt(words, at);
    if (length === 0) {
      rest.push(words[at] ?? '');
      at++;
      continue;
    }
    category = true;
    vehicle = categoryPhrase(words.slice(at, at + length))?.vehicle ?? vehicle;
    at += length;
  }
  return { words: rest, category, ...(vehicle === undefined ? {} : { vehicle }) };
}

function phraseLengthAt(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    if (categoryPhrase(words.slice(at, at + length)) !== undefined) return length;
  }
  return 0;
}
