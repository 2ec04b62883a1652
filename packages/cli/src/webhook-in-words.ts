/** Webhooks for people and for programs; never their secrets. */
import type { KnownWebhook, Webhook, WebhookState } from '@pantograph/server';
import { counted } from './progress.ts';

type View = Omit<Webhook, 'url'> &
  Omit<WebhookState, 'at'> & {
    readonly url: string;
    readonly cursor: string;
    readonly state: 'sending' | 'retrying' | 'off';
  };

export function webhookView({ hook, state: { at: cursor, ...state } }: KnownWebhook): View {
  const how = state.disabledAt !== undefined ? 'off' : state.failures > 0 ? 'retrying' : 'sending';
  return { ...hook, url: shownUrl(hook.url), state: how, cursor, ...state };
}

export function webhookInWords(known: KnownWebhook): string {
  const view = webhookView(known);
  const { name, url, query, state, cursor, delivered, records, lastDeliveryAt } = view;
  return [
    `${name}  ${state}  ${url}`,
    `  what: ${query === '' ? 'everything' : decodeURIComponent(query.replaceAll('+', ' '))}`,
    `  delivered: ${counted(delivered)} times, ${counted(records)} records, last ${lastDeliveryAt ?? 'never'}`,
    `  at: ${cursor}`,
    ...troubleInWords(view),
  ].join('\n');
}

function troubleInWords({ state, failures, failingSince, lastProblem = '', nextTryAt, disabledAt }: View): string[] {
  if (state === 'off') {
    return [`  switched off at ${disabledAt ?? '-'}: ${lastProblem}`, '  go on with: pantograph webhook replay'];
  }
  if (state === 'sending') return [];
  const since = `failed ${counted(failures)} times since ${failingSince ?? '-'}`;
  return [`  ${since}: ${lastProblem}, again at ${nextTryAt ?? '-'}`];
}

/** Queries of addresses may hold a token of the receiver's. */
function shownUrl(url: string): string {
  const parsed = new URL(url);
  return `${parsed.origin}${parsed.pathname}${parsed.search === '' ? '' : '?…'}`;
}
