/** Keeps every webhook up to date while a server runs. */
import type { Log } from '../observe/log.ts';
import { createOutbound } from '../ocpi/outbound/index.ts';
import { runRounds } from '../rounds.ts';
import type { RoundDependencies } from './webhook-round.ts';
import { isDue, webhookRound } from './webhook-round.ts';
import { openWebhookStore } from './webhook-store.ts';

export interface RunWebhooksOptions extends Pick<
  RoundDependencies,
  'feed' | 'settings' | 'now' | 'holder' | 'patience'
> {
  /** Path of the webhooks' file; made where there is none. */
  readonly file: string;
  readonly log: Log;
  readonly random?: () => number;
  /** Milliseconds after which new webhooks and ended pauses are looked for; default 1,000. */
  readonly lookEvery?: number;
}

export interface RunningWebhooks {
  /** Resolves when nothing is under way any more; what was, is sent again after the next start. */
  stop(): Promise<void>;
}

/** Changes come by the hundred; they go out together. */
const GATHER_MILLISECONDS = 100;

export function runWebhooks(options: RunWebhooksOptions): RunningWebhooks {
  const { feed, file, log, lookEvery = 1_000, random = Math.random } = options;
  const hooks = openWebhookStore(file);
  const outside = createOutbound();
  const anywhere = createOutbound({ allowPrivate: true });
  const stopping = new AbortController();
  const deps: RoundDependencies = {
    ...options,
    hooks,
    random,
    outbound: ({ allowPrivate }) => (allowPrivate ? anywhere : outside).fetch,
    signal: stopping.signal,
    passedBy: new Map(),
  };
  const rounds = runRounds({
    look: (begin) => {
      for (const { hook, state } of hooks.list()) {
        if (isDue(state, options.now())) begin(hook.name, () => webhookRound(deps, hook.name));
      }
    },
    lookEvery,
    listen: (happened) => feed.onMoved(happened),
    gather: GATHER_MILLISECONDS,
    failed: (error, webhook) => log.error({ err: error, webhook }, 'a webhook failed'),
  });
  return {
    stop: async () => {
      stopping.abort(new Error('the server stops'));
      outside.close();
      anywhere.close();
      await rounds.stop();
      hooks.close();
    },
  };
}
