/** The answer to a question to the server, asked again on demand. An old answer stays while a new one is on its way. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Asked, Trouble } from '../api/ask.ts';
import { ask } from '../api/ask.ts';

export interface AskedState<T> {
  readonly answer: Extract<Asked<T>, { ok: true }> | undefined;
  /** Of the last attempt. */
  readonly trouble: Trouble | undefined;
  readonly asking: boolean;
  /** Milliseconds since 1970, of this device, when the server answered last. */
  readonly answeredAt: number | undefined;
  readonly refresh: () => void;
}

/** Nothing is asked while there is no path; another path drops the answer only if `forgets`. */
export function useAsked<T>(path: string | undefined, { forgets }: { readonly forgets: boolean }): AskedState<T> {
  const [state, setState] = useState<Omit<AskedState<T>, 'refresh'> & { readonly path: string | undefined }>({
    path: undefined,
    answer: undefined,
    trouble: undefined,
    asking: path !== undefined,
    answeredAt: undefined,
  });
  const running = useRef<AbortController>(undefined);

  const start = useCallback(() => {
    running.current?.abort();
    if (path === undefined) return;
    const controller = new AbortController();
    running.current = controller;
    setState((before) => ({
      ...before,
      path,
      asking: true,
      ...(forgets && before.path !== path ? { answer: undefined, trouble: undefined } : {}),
    }));
    ask<T>(path, controller.signal).then(
      (asked) => {
        if (controller.signal.aborted) return;
        running.current = undefined;
        setState((before) =>
          asked.ok
            ? { path, answer: asked, trouble: undefined, asking: false, answeredAt: Date.now() }
            : { ...before, path, trouble: asked.trouble, asking: false },
        );
      },
      () => {
        // Given up for a newer question.
      },
    );
  }, [path, forgets]);

  useEffect(() => {
    start();
    return () => running.current?.abort();
  }, [start]);

  const refresh = useCallback(() => {
    if (running.current === undefined) start();
  }, [start]);
  return { ...state, refresh };
}
