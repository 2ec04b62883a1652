/**
 * When to look again. Where the server has a stream of changes, a change says so; else, and in case a stream goes
 * silent, the clock does. The browser reconnects a stream by itself and says where it was.
 */
import { useEffect, useRef } from 'preact/hooks';

interface Look {
  readonly seconds: number;
  readonly again: () => void;
}

/** Changes that come together are looked at together. */
const GATHER_MILLISECONDS = 700;

/** @param eventsPath absent where the server has no stream; as many looks at every call, each with its seconds */
export function useLive(eventsPath: string | undefined, looks: readonly Look[]): void {
  const latest = useRef(looks);
  latest.current = looks;
  useEffect(() => {
    const whileSeen = (look: () => void) => (): void => {
      if (!document.hidden) look();
    };
    const lookAtAll = whileSeen(() => {
      for (const { again } of latest.current) again();
    });
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        lookAtAll();
      }, GATHER_MILLISECONDS);
    };
    const timers = latest.current.map(({ seconds }, index) =>
      setInterval(
        whileSeen(() => latest.current[index]?.again()),
        seconds * 1000,
      ),
    );
    document.addEventListener('visibilitychange', lookAtAll);
    const events = eventsPath === undefined ? undefined : new EventSource(eventsPath);
    for (const kind of ['message', 'status', 'location', 'removal']) events?.addEventListener(kind, soon);
    return () => {
      clearTimeout(gathering);
      for (const timer of timers) clearInterval(timer);
      document.removeEventListener('visibilitychange', lookAtAll);
      events?.close();
    };
  }, [eventsPath]);
}
