/** A webhook between the changes of a small world and a receiver; clock and chance are the test's. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { recordedLog } from '../../../test/recorded-log.ts';
import { smallWorld, smallWorldId, smallWorldTime } from '../../../test/small-world.ts';
import { changesUnderTest } from '../../changes/testing/changes-under-test.ts';
import type { ChangesUnderTest } from '../../changes/testing/changes-under-test.ts';
import { applyLine, linesIn, mirrorFields } from '../../changes/testing/mirror.ts';
import type { Mirror } from '../../changes/testing/mirror.ts';
import { createOutbound } from '../../ocpi/outbound/index.ts';
import type { Change } from '../../store/store.ts';
import { addWebhook } from '../manage-webhooks.ts';
import type { NewWebhook } from '../manage-webhooks.ts';
import { newSecret } from '../signature.ts';
import { webhookRound } from '../webhook-round.ts';
import type { RoundDependencies } from '../webhook-round.ts';
import type { WebhookState } from '../webhook.ts';
import type { WebhookStore } from '../webhook-store.ts';
import { openWebhookStore } from '../webhook-store.ts';
import type { Heard, Receiver } from './receiver.ts';
import { receiver } from './receiver.ts';

export interface WebhookBench {
  readonly world: ChangesUnderTest;
  readonly hooks: WebhookStore;
  readonly file: string;
  readonly receiver: Receiver;
  readonly log: () => string;
  readonly clock: { now: number };
  readonly secret: string;
  readonly add: (over?: Partial<NewWebhook>) => void;
  /** Takes the webhook as far as it will go now. */
  readonly round: (over?: Partial<RoundDependencies>) => Promise<void>;
  readonly state: () => WebhookState;
  readonly pass: (milliseconds: number) => void;
}

/** Closed when the test has ended that it was made for. */
export async function webhookBench(): Promise<WebhookBench> {
  const world = await changesUnderTest();
  const directory = mkdtempSync(join(tmpdir(), 'pantograph-webhooks-'));
  const file = join(directory, 'webhooks.db');
  const hooks = openWebhookStore(file);
  const target = await receiver();
  const [inside, outside] = [createOutbound({ allowPrivate: true }), createOutbound()];
  const recorded = recordedLog();
  const clock = { now: smallWorldTime.getTime() };
  const secret = newSecret();
  const now = (): Date => new Date(clock.now);
  const deps = (): RoundDependencies => ({
    feed: world.feed(),
    hooks,
    settings: { enums: 'ocpi' },
    outbound: ({ allowPrivate }) => (allowPrivate ? inside : outside).fetch,
    log: recorded.log,
    now,
    random: () => 1,
    signal: new AbortController().signal,
    holder: 'test',
    passedBy: new Map(),
    patience: 200,
  });
  onTestFinished(async () => {
    target.close();
    hooks.close();
    inside.close();
    outside.close();
    rmSync(directory, { recursive: true });
    await world.close();
  });
  return {
    world,
    hooks,
    file,
    receiver: target,
    log: recorded.text,
    clock,
    secret,
    add: (over) => {
      const usual = { name: 'portal', url: target.url, query: `fields=${mirrorFields}`, allowPrivate: true } as const;
      addWebhook(hooks, { ...usual, secret, begin: 'start', ...over }, now());
    },
    round: (over) => webhookRound({ ...deps(), ...over }, 'portal'),
    state: () => {
      const known = hooks.get('portal');
      if (known === undefined) throw new Error('the webhook is gone');
      return known.state;
    },
    pass: (milliseconds) => {
      clock.now += milliseconds;
    },
  };
}

const market = smallWorldId('DELFT-MARKT');
const uid = smallWorld().locations.find(({ contentId }) => contentId === market)?.location.evses[0]?.uid ?? '';

/** Of one EVSE; with every second another one. */
export function status(second: number): Change {
  const at = new Date(Date.UTC(2026, 2, 10, 13, 0, second)).toISOString();
  const value = second % 2 === 0 ? 'AVAILABLE' : 'CHARGING';
  return { kind: 'status', contentId: market, status: { uid, status: value, observedAt: at, receivedAt: at } };
}

export function mirrorOf(taken: readonly Heard[]): Mirror {
  const mirror: Mirror = new Map();
  for (const { body } of taken) for (const line of linesIn(body)) applyLine(mirror, line);
  return mirror;
}

/** As the guide has it, so that the guide is true. */
export async function guideVerifier(): Promise<
  (secret: string, header: string, body: string, seconds: number) => boolean
> {
  const guide = readFileSync(new URL('../../../../../docs/webhooks.md', import.meta.url), 'utf8');
  const code = /```js\n([^]*?)```/.exec(guide)?.[1] ?? '';
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    isFromPantograph: (secret: string, header: string, body: string, seconds: number) => boolean;
  };
  return module.isFromPantograph;
}
