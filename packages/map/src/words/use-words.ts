/** The language of the page: chosen, else the browser's, else English. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { Words } from './words.ts';

/** By language tag, each with its name in itself. */
export const languages = { en: 'English', de: 'Deutsch', fr: 'Français', nl: 'Nederlands' } as const;
export type Language = keyof typeof languages;

export const wordsIn: Readonly<Record<Language, Words>> = { en, de, fr, nl };

export function languageAmong(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(language)) return language;
  }
  return 'en';
}

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(languages, text);
}

export const WordsContext = createContext<Words>(en);

export function useWords(): Words {
  return useContext(WordsContext);
}
