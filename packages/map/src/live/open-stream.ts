/**
 * A stream of changes. The browser gets it back by itself after a break, and says where it was; where the server does
 * not take that, as after its store was made anew, a new one is opened. Browsers allow six connections to a server: a
 * page that nobody looks at holds none.
 */
import { keyedPath } from '../api/api-key.ts';

/** `lost`: the browser is trying to get it back. */
export type StreamState = 'none' | 'open' | 'lost';

interface StreamEvents {
  readonly onChange: () => void;
  readonly onState: (state: StreamState) => void;
}

const kinds = ['message', 'status', 'location', 'removal', 'alias'];
const AGAIN_MILLISECONDS = 5_000;

/** Returns what closes it. */
export function openStream(path: string, { onChange, onState }: StreamEvents): () => void {
  let events: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    again = undefined;
    if (document.hidden) return;
    const opened = new EventSource(keyedPath(path));
    events = opened;
    opened.onopen = () => onState('open');
    opened.onerror = () => {
      onState('lost');
      if (opened.readyState !== EventSource.CLOSED) return;
      again ??= setTimeout(open, AGAIN_MILLISECONDS);
    };
    for (const kind of kinds) opened.addEventListener(kind, onChange);
    // The server lets go of who is too slow; what was missed is looked at as a whole.
    opened.addEventListener('dropped', onChange);
  }

  function close(): void {
    clearTimeout(again);
    again = undefined;
    events?.close();
    events = undefined;
  }

  function seen(): void {
    if (document.hidden) close();
    else if (events === undefined && again === undefined) open();
  }

  document.addEventListener('visibilitychange', seen);
  open();
  return () => {
    document.removeEventListener('visibilitychange', seen);
    close();
  };
}
