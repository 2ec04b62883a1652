/**
 * When to look again. Where the server has a stream of changes, a change says so; else, and in case a stream goes
 * silent, the clock does. The browser reconnects a stream by itself and says where it was.
 */
import { useEffect, useRef } from 'preact/hooks';

interface LiveOptions {
  /** Absent where the server has no stream. */
  readonly eventsPath: string | undefined;
  readonly seconds: number;
  readonly refresh: () => void;
}

/** Changes that come together are looked at together. */
const GATHER_MILLISECONDS = 700;

export function useLive({ eventsPath, seconds, refresh }: LiveOptions): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        if (!document.hidden) latest.current();
      }, GATHER_MILLISECONDS);
    };
    const timer = setInterval(() => {
      if (!document.hidden) latest.current();
    }, seconds * 1000);
    const onShow = (): void => {
      if (!document.hidden) latest.current();
    };
    document.addEventListener('visibilitychange', onShow);
    const events = eventsPath === undefined ? undefined : new EventSource(eventsPath);
    events?.addEventListener('message', soon);
    events?.addEventListener('status', soon);
    return () => {
      clearTimeout(gathering);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShow);
      events?.close();
    };
  }, [eventsPath, seconds]);
}
