/** The words for charging stations in a query. Folded on loading, so that accents and capitals do not matter. */
import type { Language } from '@pantograph/model/search';
import { languages } from '@pantograph/model/search';
import type { VehicleCategory } from '@pantograph/model/vocabulary';
import { foldedWords } from '../atlas/search-text.ts';
import { stationPhrases, vehiclePhrases } from './category-phrases.ts';

/** Words that join a kind of place to its whereabouts; beside other words they say nothing of a place. */
const joining = new Set(
  foldedWords(
    'in near at around by nearby the of for me to im am an bei nahe der die das von fur à au aux près de du des le la les ' +
      'en op van het bij dichtbij de el los las cerca a di vicino nel nella em no na perto do da w we blisko przy ' +
      'i på vid nära ved nær til v ve u na blízko poblíž',
  ),
);

interface CategoryPhrase {
  readonly words: readonly string[];
  /** `undefined`: any. */
  readonly vehicle?: VehicleCategory;
}

const phrases = new Map<string, CategoryPhrase>();
for (const language of languages) {
  for (const phrase of stationPhrases[language])
    phrases.set(foldedWords(phrase).join(' '), { words: foldedWords(phrase) });
}
for (const { vehicle, phrases: ofVehicle } of vehiclePhrases) {
  for (const phrase of ofVehicle) phrases.set(foldedWords(phrase).join(' '), { words: foldedWords(phrase), vehicle });
}

/** Words of the longest phrase there is. */
export const LONGEST_PHRASE = Math.max(...[...phrases.values()].map(({ words }) => words.length));

export function categoryPhrase(words: readonly string[]): CategoryPhrase | undefined {
  return phrases.get(words.join(' '));
}

export function isJoining(word: string): boolean {
  return joining.has(word);
}

/** The usual word of the language, then the others, for completing what is being typed. */
export function categoryTerms(language: Language): readonly string[] {
  return stationPhrases[language];
}

/** Likewise, of all languages but this one. */
export function foreignTerms(language: Language): readonly string[] {
  return languages.filter((other) => other !== language).flatMap(categoryTerms);
}

/** Whether folded text is on its way to a word for charging stations, in any language. */
export function beginsStationPhrase(typed: string): boolean {
  for (const [phrase, { vehicle }] of phrases) if (vehicle === undefined && phrase.startsWith(typed)) return true;
  return false;
}
