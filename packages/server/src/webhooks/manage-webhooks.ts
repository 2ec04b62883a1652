/** What `pantograph webhook` does. */
import { cursorLooksRight, readView } from '../changes/index.ts';
import type { OutboundFetch } from '../ocpi/outbound/index.ts';
import { Refused } from '../refusal/refused.ts';
import type { Delivered } from './deliver.ts';
import { deliver } from './deliver.ts';
import { LEAST_SECRET_LENGTH } from './signature.ts';
import type { Beginning, WebhookState } from './webhook.ts';
import { Webhook, goingOnAt, isBeginning } from './webhook.ts';
import type { WebhookStore } from './webhook-store.ts';

/** Something that was asked for cannot be; the message says what would be right. */
export class WebhookUnusable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WebhookUnusable';
  }
}

export interface NewWebhook extends Omit<Webhook, 'createdAt'> {
  readonly secret: string;
  readonly begin: Beginning;
}

export function addWebhook(hooks: WebhookStore, { secret, begin, ...said }: NewWebhook, now: Date): Webhook {
  if (secret.length < LEAST_SECRET_LENGTH || /[^\x21-\x7e]/.test(secret)) {
    throw new WebhookUnusable(
      `The secret has to have at least ${String(LEAST_SECRET_LENGTH)} characters of ASCII, and no blanks.`,
    );
  }
  const url = URL.parse(said.url);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new WebhookUnusable(`${said.url.slice(0, 200)} is no http or https address without credentials.`);
  }
  try {
    readView(new URLSearchParams(said.query), {}, { enums: 'ocpi' });
  } catch (error) {
    if (error instanceof Refused)
      throw new WebhookUnusable(`${error.details.cause}. ${error.action}`, { cause: error });
    throw error;
  }
  const parsed = Webhook.safeParse({ ...said, url: url.href, createdAt: now.toISOString() });
  if (!parsed.success) {
    throw new WebhookUnusable('A name has up to 63 characters: lower-case letters, digits, "-" and "_".');
  }
  if (!hooks.add(parsed.data, secret, { at: begin, delivered: 0, records: 0, failures: 0 })) {
    throw new WebhookUnusable(`There is a webhook ${said.name} already.`);
  }
  return parsed.data;
}

/** @param from a cursor or a beginning; where it was, where that is left out. Switches it on again. */
export function replayWebhook(hooks: WebhookStore, name: string, from: string | undefined): WebhookState {
  if (from !== undefined && !isBeginning(from) && !cursorLooksRight(from)) {
    throw new WebhookUnusable(
      `${from.slice(0, 80)} is no cursor; send one of /changes or of a delivery, or start, or now.`,
    );
  }
  const state = hooks.reset(name, (before) => goingOnAt(from ?? before.at, before));
  if (state === undefined) throw unheardOf(name);
  return state;
}

/** One signed delivery that says nothing, now. */
export async function testWebhook(
  hooks: WebhookStore,
  name: string,
  deps: { readonly outbound: (hook: Webhook) => OutboundFetch; readonly now: () => Date; readonly newId: () => string },
): Promise<Delivered> {
  const known = hooks.get(name);
  const secret = hooks.secret(name);
  if (known === undefined || secret === undefined) throw unheardOf(name);
  const body = `${JSON.stringify({ type: 'test', at: deps.now().toISOString() })}\n`;
  const fetch = deps.outbound(known.hook);
  return deliver({ fetch, now: deps.now, patience: 15_000 }, known.hook, secret, { id: deps.newId(), body });
}

export function unheardOf(name: string): WebhookUnusable {
  return new WebhookUnusable(`There is no webhook ${name}. See them with: pantograph webhook list`);
}
