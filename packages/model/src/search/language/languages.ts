/** Languages in which fixed words are at hand, and the choice among those a caller asks for. */

/** ISO 639-1. */
export const languages = ['en', 'de', 'fr', 'nl', 'es', 'it', 'pt', 'pl', 'sv', 'da', 'nb', 'fi', 'cs'] as const;
export type Language = (typeof languages)[number];

const known = new Set<string>(languages);

/** The first of the tags (BCP 47) whose language is known, else English. Norwegian of any kind is Bokmål. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const [primary = ''] = tag.toLowerCase().split('-');
    const language = primary === 'no' || primary === 'nn' ? 'nb' : primary;
    if (isLanguage(language)) return language;
  }
  return 'en';
}

function isLanguage(language: string): language is Language {
  return known.has(language);
}

/** The tag for Intl: the first that it supports, else English; never the machine's own language. */
export function localeOf(tags: readonly string[]): string {
  return Intl.DisplayNames.supportedLocalesOf([...tags])[0] ?? 'en';
}
