/**
 * Rounds of work for several receivers: looked for every so often, and soon after something has happened; one at a time for
 * each receiver.
 */

export interface RoundsOptions {
  /** Finds out who is to be served, and begins a round for each; what is begun while a round is under way is not. */
  readonly look: (begin: (name: string, round: () => Promise<void>) => void) => void;
  /** Milliseconds after which is looked again, whatever happened. */
  readonly lookEvery: number;
  /** Tells that something has happened; returns what ends that. */
  readonly listen: (happened: () => void) => () => void;
  /** What happens within these milliseconds is looked at together. */
  readonly gather: number;
  readonly failed: (error: unknown, name: string) => void;
}

export interface RunningRounds {
  /** Begins no more; resolves when nothing is under way. */
  readonly stop: () => Promise<void>;
}

/** Looks at once, too. */
export function runRounds({ look, lookEvery, listen, gather, failed }: RoundsOptions): RunningRounds {
  const underWay = new Map<string, Promise<void>>();

  function begin(name: string, round: () => Promise<void>): void {
    if (underWay.has(name)) return;
    const ended = round()
      .catch((error: unknown) => failed(error, name))
      .finally(() => underWay.delete(name));
    underWay.set(name, ended);
  }

  const timer = setInterval(() => look(begin), lookEvery);
  timer.unref();
  let soon: NodeJS.Timeout | undefined;
  const unlisten = listen(() => {
    soon ??= setTimeout(() => {
      soon = undefined;
      look(begin);
    }, gather);
  });
  look(begin);
  return {
    stop: async () => {
      clearInterval(timer);
      clearTimeout(soon);
      unlisten();
      await Promise.all(underWay.values());
    },
  };
}
