/** Search for towns and charging places. ARIA 1.2 combobox: arrows choose, Enter takes, Escape closes. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Glyph } from '../icons/glyph.tsx';
import type { Point } from '../state/view-state.ts';
import { useWords } from '../words/use-words.ts';
import type { Suggestion } from './find-suggestions.ts';
import { findSuggestions } from './find-suggestions.ts';

interface SearchBoxProps {
  readonly near: Point;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** The typed attributes know this role with a native list only. */
const combobox: Readonly<Record<string, string>> = { role: 'combobox' };

/** Pause after a key before the server is asked. */
const PAUSE_MILLISECONDS = 160;

export function SearchBox({ near, onTake }: SearchBoxProps): JSX.Element {
  const words = useWords();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Suggestion[]>();
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const where = useRef(near);
  where.current = near;

  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      if (text.trim() === '') {
        setFound(undefined);
        return;
      }
      findSuggestions(text, where.current, controller.signal).then(
        (suggestions) => {
          setFound(suggestions);
          setActive(suggestions.length > 0 ? 0 : -1);
        },
        () => {
          // Given up for what was typed since.
        },
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);

  const close = (): void => setFound(undefined);
  const take = (suggestion: Suggestion | undefined): void => {
    if (suggestion === undefined) return;
    setText('');
    close();
    field.current?.blur();
    onTake(suggestion);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = found?.length ?? 0;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') take(found?.[Math.max(0, active)]);
    else if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setActive((active + count - 1) % count);
    else return;
    event.preventDefault();
  };

  const open = found !== undefined;
  return (
    <div class="search">
      <Glyph name="search" />
      <input
        ref={field}
        type="search"
        {...combobox}
        aria-label={words.searchHint}
        aria-expanded={open}
        aria-controls="suggestions"
        aria-autocomplete="list"
        {...(open && active >= 0 ? { 'aria-activedescendant': `suggestion-${String(active)}` } : {})}
        placeholder={words.search}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(close, 150)}
      />
      <ul id="suggestions" role="listbox" aria-label={words.searchHint} hidden={!open || found.length === 0}>
        {(found ?? []).map((suggestion, index) => (
          <li
            key={`${suggestion.kind} ${suggestion.kind === 'place' ? suggestion.id : suggestion.title} ${String(index)}`}
            id={`suggestion-${String(index)}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(suggestion)}
          >
            <Glyph name={suggestion.kind === 'town' ? 'here' : 'bolt'} size={16} />
            <span>
              {suggestion.title}
              <small>{suggestion.kind === 'place' ? suggestion.detail : words.towns}</small>
            </span>
          </li>
        ))}
      </ul>
      {open && found.length === 0 && (
        <p class="search-none" role="status">
          {words.nothingFound}
        </p>
      )}
    </div>
  );
}
