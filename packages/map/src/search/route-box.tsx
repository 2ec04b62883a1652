/** A route to look along: pasted, or drawn on the map. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Glyph } from '../icons/glyph.tsx';
import type { Point } from '../state/view-state.ts';
import { useWords } from '../words/use-words.ts';
import { readRoute } from './read-route.ts';

interface RouteBoxProps {
  readonly route: readonly Point[] | undefined;
  /** Points drawn so far; absent while nobody draws. */
  readonly drawing: readonly Point[] | undefined;
  readonly canDraw: boolean;
  readonly onRoute: (route: readonly Point[] | undefined) => void;
  readonly onDraw: (drawing: boolean) => void;
}

export function RouteBox({ route, drawing, canDraw, onRoute, onDraw }: RouteBoxProps): JSX.Element {
  const words = useWords();
  const [text, setText] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  const show = (): void => {
    const points = readRoute(text);
    setUnreadable(points === undefined);
    if (points !== undefined) onRoute(points);
  };
  return (
    <details class="route" open={route !== undefined}>
      <summary>
        <Glyph name="route" size={18} />
        {words.route}
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          show();
        }}
      >
        <label>
          <span class="hidden">{words.route}</span>
          <textarea
            rows={2}
            placeholder={words.routeHint}
            value={text}
            aria-invalid={unreadable}
            spellcheck={false}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        {unreadable && <p role="alert">{`${words.routeUnreadable} ${words.routeHint}`}</p>}
        {drawing !== undefined && <p role="status">{words.drawing}</p>}
        <div class="route-buttons">
          <button type="submit">{words.show}</button>
          {canDraw && drawing === undefined && (
            <button type="button" onClick={() => onDraw(true)}>
              {words.draw}
            </button>
          )}
          {drawing !== undefined && (
            <button type="button" onClick={() => onDraw(false)}>
              {words.done}
            </button>
          )}
          {route !== undefined && (
            <button type="button" class="quiet" onClick={() => onRoute(undefined)}>
              {words.remove}
            </button>
          )}
        </div>
      </form>
    </details>
  );
}
