/** What the server says to the page it serves, and what the visitor chose before. */
import type { Shade } from '../map/map-style.ts';
import type { Language } from '../words/use-words.ts';
import { isLanguage, languageAmong } from '../words/use-words.ts';

export interface PageSettings {
  /** A map style in place of the offline one. */
  readonly styleUrl?: string;
  /** The server's stream of changes. */
  readonly eventsPath?: string;
}

export function readPageSettings(): PageSettings {
  const text = document.querySelector('meta[name="pantograph-settings"]')?.getAttribute('content') ?? '{}';
  return JSON.parse(text) as PageSettings;
}

export type Theme = Shade | 'auto';

interface Taste {
  readonly theme: Theme;
  readonly language: Language;
}

const KEY = 'pantograph';

/** A link may say `lang` and `theme`; they count for this visit. */
export function readTaste(search: string): Taste {
  const query = new URLSearchParams(search);
  const stored = readStored();
  const theme = query.get('theme') ?? stored.theme ?? 'auto';
  const language = query.get('lang') ?? stored.language ?? '';
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    language: isLanguage(language) ? language : languageAmong(navigator.languages),
  };
}

export function storeTaste(taste: Partial<Taste>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readStored(), ...taste }));
  } catch {
    // Storage may be full or forbidden: the choice lasts for this visit.
  }
}

function readStored(): Partial<Record<'theme' | 'language', string>> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<'theme' | 'language', string>>;
  } catch {
    // Storage may be forbidden, or hold what somebody else wrote.
    return {};
  }
}
