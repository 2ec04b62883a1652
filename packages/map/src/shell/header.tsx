import type { ComponentChildren, JSX } from 'preact';
import logoUrl from '../icons/pantograph.svg?url';
import { Glyph } from '../icons/glyph.tsx';
import type { Language } from '../words/use-words.ts';
import { isLanguage, languages, useWords } from '../words/use-words.ts';
import type { Theme } from './page-settings.ts';

interface HeaderProps {
  readonly theme: Theme;
  readonly language: Language;
  readonly onTheme: (theme: Theme) => void;
  readonly onLanguage: (language: Language) => void;
  readonly children: ComponentChildren;
}

const themes = ['auto', 'light', 'dark'] as const;

export function Header({ theme, language, onTheme, onLanguage, children }: HeaderProps): JSX.Element {
  const words = useWords();
  return (
    <header class="header">
      <h1>
        <img src={logoUrl} alt="" width="30" height="30" />
        <span>Pantograph</span>
      </h1>
      {children}
      <details class="taste">
        <summary title={words.settings}>
          <Glyph name="settings" />
          <span class="hidden">{words.settings}</span>
        </summary>
        <div class="taste-box">
          <label>
            {words.language}
            <select
              value={language}
              onChange={({ currentTarget: { value } }) => {
                if (isLanguage(value)) onLanguage(value);
              }}
            >
              {Object.entries(languages).map(([tag, name]) => (
                <option key={tag} value={tag} lang={tag}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.theme}
            <select
              value={theme}
              onChange={({ currentTarget: { value } }) => onTheme(themes.find((each) => each === value) ?? 'auto')}
            >
              {themes.map((each) => (
                <option key={each} value={each}>
                  {words.themes[each]}
                </option>
              ))}
            </select>
          </label>
          <a href="/docs">{words.api}</a>
        </div>
      </details>
    </header>
  );
}
