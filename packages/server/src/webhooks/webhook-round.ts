/**
 * Takes one webhook as far along the changes as it will go. What is kept of it is a cursor, so that a receiver that is
 * away costs nothing and a restart forgets nothing; every delivery is made at least once.
 */
import { createHash } from 'node:crypto';
import type { Cursor } from '../changes/index.ts';
import type { ChangeFeed, ChangeView, Page } from '../changes/index.ts';
import { cursorIn, cursorText, lineOf, readView } from '../changes/index.ts';
import type { SurfaceSettings } from '../http/surface.ts';
import type { Log } from '../observe/log.ts';
import type { OutboundFetch } from '../ocpi/outbound/index.ts';
import { Refused } from '../refusal/refused.ts';
import type { Delivered } from './deliver.ts';
import { deliver } from './deliver.ts';
import type { Webhook, WebhookState } from './webhook.ts';
import { goingOnAt, isBeginning } from './webhook.ts';
import type { KnownWebhook, WebhookStore } from './webhook-store.ts';

export interface RoundDependencies {
  readonly feed: ChangeFeed;
  readonly hooks: WebhookStore;
  readonly settings: SurfaceSettings;
  readonly outbound: (hook: Pick<Webhook, 'allowPrivate'>) => OutboundFetch;
  readonly log: Pick<Log, 'warn' | 'info'>;
  readonly now: () => Date;
  /** 0 to 1; spreads the next tries of receivers that failed together. */
  readonly random: () => number;
  /** The server stops. */
  readonly signal: AbortSignal;
  /** Tells this process from others that send for the same directory. */
  readonly holder: string;
  /** Of each webhook, up to where nothing was meant for it; not worth writing down. */
  readonly passedBy: Map<string, { readonly epoch: number; readonly at: string; readonly upTo: string }>;
  /** Milliseconds for a receiver to answer. */
  readonly patience?: number;
}

const RECORDS_PER_DELIVERY = 200;
const PATIENCE = 15_000;
/** Longer than a delivery takes. */
const LEASE_MILLISECONDS = 60_000;
/** Of the log; reading on from here again after a restart is soon done. */
const FAR_ENTRIES = 10_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15 * 60 * 1000;
/** Without a single delivery for so long, nobody seems to be there. */
export const GIVE_UP_MILLISECONDS = 72 * 60 * 60 * 1000;

/** Resolves when it has everything up to now, or has to be left alone for a while. */
export async function webhookRound(deps: RoundDependencies, name: string): Promise<void> {
  const { hooks, now, holder, feed, signal } = deps;
  let isHeld = false;
  try {
    for (;;) {
      const known = hooks.get(name);
      if (known === undefined || !isDue(known.state, now()) || signal.aborted) return;
      if (startOf(deps, known) === cursorText(feed.id, feed.position())) return;
      const until = new Date(now().getTime() + LEASE_MILLISECONDS);
      isHeld = hooks.lease(name, holder, now(), until);
      if (!isHeld) return;
      const next = await nextState(deps, known);
      if (next === undefined || !hooks.put(name, known.epoch, next)) return;
    }
  } finally {
    if (isHeld) hooks.release(name, holder);
  }
}

export function isDue({ disabledAt, nextTryAt }: WebhookState, now: Date): boolean {
  return disabledAt === undefined && (nextTryAt === undefined || Date.parse(nextTryAt) <= now.getTime());
}

/** Where it is, or further on where nothing was meant for it. */
function startOf({ passedBy }: RoundDependencies, { hook, state, epoch }: KnownWebhook): string {
  const passed = passedBy.get(hook.name);
  return passed?.epoch === epoch && passed.at === state.at ? passed.upTo : state.at;
}

/** `undefined`: nothing is to be written down. */
async function nextState(deps: RoundDependencies, known: KnownWebhook): Promise<WebhookState | undefined> {
  const { feed, hooks, now, signal, passedBy } = deps;
  const { hook, state, epoch } = known;
  const begin = beginOf(deps, hook, startOf(deps, known));
  if ('reason' in begin) return disabled(deps, hook, state, begin.reason);
  const page = await readOn(deps, begin.view, begin.from);
  const after = cursorText(feed.id, page.next);
  // Where it is counts from what is written down, so that a delivery has the same id whenever it is tried.
  const at = isBeginning(state.at) ? cursorText(feed.id, begin.from) : state.at;
  if (page.lines.length === 0) {
    passedBy.set(hook.name, { epoch, at, upTo: after });
    // A busy feed of which little is meant for a webhook should not cost a write each time.
    const isFar = page.next.seq - begin.from.seq > FAR_ENTRIES || begin.from.sweep !== undefined;
    if (isFar) return { ...state, at: after };
    return at === state.at ? undefined : { ...state, at };
  }
  const end = JSON.stringify({ cursor: after, type: 'end' });
  const body = `${Buffer.concat(page.lines.map(lineOf)).toString('utf8')}${end}\n`;
  const id = createHash('sha256').update(`${hook.name} ${hook.createdAt} ${at}`).digest('base64url').slice(0, 22);
  const delivered = await deliver(
    { fetch: deps.outbound(hook), now, patience: deps.patience ?? PATIENCE, signal },
    hook,
    hooks.secret(hook.name) ?? '',
    { id, body, attribution: feed.attribution() },
  );
  if (delivered.ok) return afterSuccess(deps, { ...state, at: after }, page.lines.length);
  // What was broken off by ourselves is nobody's failure.
  return signal.aborted ? undefined : afterFailure(deps, hook, { ...state, at }, delivered);
}

/** Past all that is not meant for it. */
async function readOn({ feed, signal }: RoundDependencies, view: ChangeView, from: Cursor): Promise<Page> {
  let page = await feed.read(view, from, RECORDS_PER_DELIVERY);
  while (page.lines.length === 0 && page.more && !signal.aborted) {
    page = await feed.read(view, page.next, RECORDS_PER_DELIVERY);
  }
  return page;
}

type Begin = { readonly view: ChangeView; readonly from: Cursor } | { readonly reason: string };

function beginOf({ feed, settings }: RoundDependencies, { query }: Webhook, at: string): Begin {
  try {
    const view = readView(new URLSearchParams(query), {}, settings);
    if (at === 'now') return { view, from: feed.position() };
    return { view, from: at === 'start' ? { ...feed.position(), sweep: 0 } : cursorIn(feed, 'its cursor', at) };
  } catch (error) {
    if (error instanceof Refused) return { reason: `${error.details.cause}. ${error.action}` };
    throw error;
  }
}

function afterSuccess({ now }: RoundDependencies, state: WebhookState, records: number): WebhookState {
  return {
    ...goingOnAt(state.at, state),
    delivered: state.delivered + 1,
    records: state.records + records,
    lastDeliveryAt: now().toISOString(),
  };
}

function afterFailure(
  deps: RoundDependencies,
  hook: Webhook,
  state: WebhookState,
  { problem, gone, retryAfterSeconds = 0 }: Extract<Delivered, { ok: false }>,
): WebhookState {
  const time = deps.now().getTime();
  const { failingSince = new Date(time).toISOString() } = state;
  const failures = state.failures + 1;
  const failed = { ...state, failures, failingSince, lastProblem: problem.slice(0, 500) };
  if (gone) return disabled(deps, hook, failed, 'it answered 410: nothing is wanted there any more');
  if (time - Date.parse(failingSince) >= GIVE_UP_MILLISECONDS) {
    return disabled(deps, hook, failed, `nothing could be delivered since ${failingSince}, at last because ${problem}`);
  }
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(state.failures, 20)) * (0.5 + deps.random() / 2);
  const nextTryAt = new Date(time + Math.max(pause, retryAfterSeconds * 1000)).toISOString();
  if (failures === 1)
    deps.log.warn({ webhook: hook.name, problem }, 'a webhook cannot be delivered; it is tried again');
  return { ...failed, nextTryAt };
}

function disabled(deps: RoundDependencies, { name }: Webhook, state: WebhookState, reason: string): WebhookState {
  deps.log.warn({ webhook: name, reason }, 'a webhook was switched off');
  const { nextTryAt: _, ...rest } = state;
  return { ...rest, disabledAt: deps.now().toISOString(), lastProblem: reason.slice(0, 500) };
}
