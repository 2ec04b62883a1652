/** What `pantograph webhook` does. */
import { isIP } from 'node:net';
import { cursorLooksRight, readView } from '../changes/index.ts';
import type { OutboundFetch } from '../ocpi/outbound/index.ts';
import { isPublicAddress } from '../ocpi/outbound/index.ts';
import { Refused } from '../refusal/refused.ts';
import type { Delivered } from './deliver.ts';
import { deliver } from './deliver.ts';
import { LEAST_SECRET_LENGTH } from './signature.ts';
import type { Beginning, WebhookState } from './webhook.ts';
import { Webhook, goingOnAt, isBeginning } from './webhook.ts';
import type { WebhookStore } from './webhook-store.ts';

/** Something that was asked for cannot be: the message says why, the advice what would be right. */
export class WebhookUnusable extends Error {
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WebhookUnusable';
    this.advice = advice;
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
      'Put such a secret into the file, or name a file that is not there yet: it is made with a new one.',
    );
  }
  const url = URL.parse(said.url);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new WebhookUnusable(
      `${said.url.slice(0, 200)} is no http or https address without credentials.`,
      'Name one such as https://portal.example/charging.',
    );
  }
  if (!said.allowPrivate && isInside(url)) {
    throw new WebhookUnusable(
      `${url.host} is no address of the public internet.`,
      'For one inside your own network add --allow-private.',
    );
  }
  try {
    readView(new URLSearchParams(said.query), {}, { enums: 'ocpi' });
  } catch (error) {
    if (error instanceof Refused) throw new WebhookUnusable(`${error.details.cause}.`, error.action, { cause: error });
    throw error;
  }
  const parsed = Webhook.safeParse({ ...said, url: url.href, createdAt: now.toISOString() });
  if (!parsed.success) {
    const [part] = parsed.error.issues[0]?.path ?? [];
    if (part !== 'name') {
      throw new WebhookUnusable(
        `The ${String(part)} is too long.`,
        'An address has up to 2000 characters, a query 10000.',
      );
    }
    throw new WebhookUnusable(
      `${said.name.slice(0, 80)} cannot be the name of a webhook.`,
      'A name has up to 63 characters: lower-case letters, digits, "-" and "_".',
    );
  }
  if (!hooks.add(parsed.data, secret, { at: begin, delivered: 0, records: 0, failures: 0 })) {
    throw new WebhookUnusable(
      `There is a webhook ${said.name} already.`,
      `Choose another name, or remove that one first: pantograph webhook remove ${said.name}`,
    );
  }
  return parsed.data;
}

/** Addresses as such. Names are judged by what they lead to, when something is sent. */
function isInside({ hostname }: URL): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(address) !== 0 && !isPublicAddress(address);
}

/** @param from a cursor or a beginning; where it was, where that is left out. Switches it on again. */
export function replayWebhook(hooks: WebhookStore, name: string, from: string | undefined): WebhookState {
  if (from !== undefined && !isBeginning(from) && !cursorLooksRight(from)) {
    throw new WebhookUnusable(
      `${from.slice(0, 80)} is no cursor.`,
      'Send one of /changes or of a delivery, or start, or now.',
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
  return new WebhookUnusable(`There is no webhook ${name}.`, 'See them with: pantograph webhook list');
}
