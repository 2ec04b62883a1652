export type { Delivered } from './deliver.ts';
export { WebhookUnusable, addWebhook, replayWebhook, testWebhook, unheardOf } from './manage-webhooks.ts';
export type { NewWebhook } from './manage-webhooks.ts';
export { runWebhooks } from './run-webhooks.ts';
export { newSecret } from './signature.ts';
export { beginnings } from './webhook.ts';
export type { Beginning, Webhook, WebhookState } from './webhook.ts';
export { openWebhookStore } from './webhook-store.ts';
export type { KnownWebhook, WebhookStore } from './webhook-store.ts';
