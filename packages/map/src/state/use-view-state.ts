/** The view, kept in the address of the page: going back in the browser goes back here. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ViewState } from './view-state.ts';
import { linkOf, readLink } from './view-state-link.ts';

export type ChangeView = (change: Partial<ViewState>, how?: 'replace' | 'push') => void;

interface UsedViewState {
  readonly view: ViewState;
  readonly change: ChangeView;
  /** The browser went back or forward; counts up. */
  readonly jumps: number;
  /** Names of parameters of the link that could not be read. */
  readonly unreadable: readonly string[];
}

/** Browsers refuse to be given a new address for every frame of a moving map. */
const PAUSE_MILLISECONDS = 250;

export function useViewState(): UsedViewState {
  const [first] = useState(() => readLink(location.search));
  const [view, setView] = useState(first.view);
  const [unreadable, setUnreadable] = useState(first.unreadable);
  const [jumps, setJumps] = useState(0);
  const latest = useRef(view);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);

  const change = useCallback<ChangeView>((changed, how = 'replace') => {
    latest.current = { ...latest.current, ...changed };
    setView(latest.current);
    clearTimeout(pending.current);
    if (how === 'push') history.pushState(undefined, '', linkOf(latest.current));
    else {
      pending.current = setTimeout(() => {
        history.replaceState(undefined, '', linkOf(latest.current));
      }, PAUSE_MILLISECONDS);
    }
  }, []);

  useEffect(() => {
    const follow = (): void => {
      clearTimeout(pending.current);
      const read = readLink(location.search);
      latest.current = read.view;
      setView(read.view);
      setUnreadable(read.unreadable);
      setJumps((count) => count + 1);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  return { view, change, jumps, unreadable };
}
