import { describe, expect, it, onTestFinished } from 'vitest';
import { linesIn } from '../changes/testing/mirror.ts';
import { createOutbound } from '../ocpi/outbound/index.ts';
import { WebhookUnusable, replayWebhook, testWebhook } from './manage-webhooks.ts';
import type { NewWebhook } from './manage-webhooks.ts';
import { guideVerifier, webhookBench } from './testing/webhook-bench.ts';

describe('what cannot be a webhook', () => {
  it.each<[Partial<NewWebhook>, RegExp]>([
    [{ url: 'ftp://example.org/' }, /no http or https address/],
    [{ url: 'nonsense' }, /no http or https address/],
    [{ url: 'https://user:word@example.org/' }, /without credentials/],
    [{ secret: 'short' }, /at least 32 characters/],
    [{ name: 'Not a name' }, /lower-case letters/],
    [{ query: 'in=bbox:1,2' }, /The parameter in .*bbox/],
    [{ query: 'fields=predictions' }, /fields/],
  ])('%j is refused with what would be right', async (over, message) => {
    const { add, hooks } = await webhookBench();
    expect(() => add(over)).toThrow(message);
    expect(() => add(over)).toThrow(WebhookUnusable);
    expect(hooks.list()).toEqual([]);
  });

  it('is a name that is taken, or a replay from nowhere', async () => {
    const { add, hooks } = await webhookBench();
    add();
    expect(() => add()).toThrow(/already/);
    expect(() => replayWebhook(hooks, 'portal', 'yesterday')).toThrow(/no cursor/);
    expect(() => replayWebhook(hooks, 'nobody', 'start')).toThrow(/no webhook nobody/);
  });
});

describe('a test delivery', () => {
  it('is signed, and says what was answered', async () => {
    const { add, hooks, receiver, secret, clock } = await webhookBench();
    add();
    const outbound = createOutbound({ allowPrivate: true });
    onTestFinished(() => outbound.close());
    const deps = { outbound: () => outbound.fetch, now: () => new Date(clock.now), newId: () => 'a test' };
    expect(await testWebhook(hooks, 'portal', deps)).toEqual({ ok: true, status: 204 });
    const verify = await guideVerifier();
    const { headers = {}, body = '' } = receiver.taken[0] ?? {};
    expect(linesIn(body)[0]).toMatchObject({ type: 'test' });
    expect(verify(secret, headers['pantograph-signature'] ?? '', body, Math.floor(clock.now / 1000))).toBe(true);
    receiver.behave('fail');
    expect(await testWebhook(hooks, 'portal', deps)).toMatchObject({ ok: false, problem: 'it answered 500' });
  });
});
