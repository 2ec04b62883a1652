/**
 * When to look again. Where the server has a stream of changes, a change of what is shown says so; else, and in case a
 * stream goes silent, the clock does. While nobody looks at the page, nothing is asked and no stream is open.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StreamState } from './open-stream.ts';
import { openStream } from './open-stream.ts';

interface Look {
  readonly seconds: number;
  readonly again: () => void;
}

/** Changes that come together are looked at together. */
const GATHER_MILLISECONDS = 700;
/** Between looks by the clock while a stream is open. */
const UNHURRIED_MILLISECONDS = 30_000;

/**
 * @param streamPath absent where the server has no stream, or nothing is shown
 * @param looks as many at every call, each with its seconds
 */
export function useLive(streamPath: string | undefined, looks: readonly Look[]): StreamState {
  const latest = useRef(looks);
  latest.current = looks;
  const lookedAt = useRef(0);
  const [stream, setStream] = useState<StreamState>('none');
  const streamNow = useRef(stream);
  streamNow.current = stream;

  useEffect(() => {
    const lookAtAll = (): void => {
      if (document.hidden) return;
      lookedAt.current = Date.now();
      for (const { again } of latest.current) again();
    };
    const timers = latest.current.map(({ seconds }, index) =>
      setInterval(() => {
        if (document.hidden) return;
        const isUnhurried = streamNow.current === 'open' && Date.now() - lookedAt.current < UNHURRIED_MILLISECONDS;
        if (isUnhurried) return;
        if (streamNow.current === 'open') lookAtAll();
        else latest.current[index]?.again();
      }, seconds * 1000),
    );
    document.addEventListener('visibilitychange', lookAtAll);
    return () => {
      for (const timer of timers) clearInterval(timer);
      document.removeEventListener('visibilitychange', lookAtAll);
    };
  }, []);

  useEffect(() => {
    if (streamPath === undefined) {
      setStream('none');
      return undefined;
    }
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        lookedAt.current = Date.now();
        for (const { again } of latest.current) again();
      }, GATHER_MILLISECONDS);
    };
    const close = openStream(streamPath, { onChange: soon, onState: setStream });
    return () => {
      clearTimeout(gathering);
      close();
    };
  }, [streamPath]);
  return stream;
}
