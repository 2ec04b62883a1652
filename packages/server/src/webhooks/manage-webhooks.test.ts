import { describe, expect, it, onTestFinished } from 'vitest';
import { linesIn } from '../changes/testing/mirror.ts';
import { createOutbound } from '../ocpi/outbound/index.ts';
import { WebhookUnusable, replayWebhook, testWebhook } from './manage-webhooks.ts';
import type { NewWebhook } from './manage-webhooks.ts';
import { guideVerifier, webhookBench } from './testing/webhook-bench.ts';

function told(work: () => void): string {
  try {
    work();
  } catch (error) {
    if (error instanceof WebhookUnusable) return `${error.message} ${error.advice}`;
    throw error;
  }
  return 'it was done';
}

describe('what cannot be a webhook', () => {
  it.each<[Partial<NewWebhook>, RegExp]>([
    [{ url: 'ftp://example.org/' }, /no http or https address/],
    [{ url: 'nonsense' }, /no http or https address/],
    [{ url: 'https://user:word@example.org/' }, /without credentials/],
    [
      { url: 'http://127.0.0.1:8080/in', allowPrivate: false },
      /127\.0\.0\.1:8080 is no address of the public internet/,
    ],
    [{ url: 'https://[::1]/in', allowPrivate: false }, /\[::1\] is no address.*--allow-private/],
    [{ url: 'https://10.1.2.3/in', allowPrivate: false }, /10\.1\.2\.3 is no address.*--allow-private/],
    [{ url: 'https://0x7f.1/in', allowPrivate: false }, /127\.0\.0\.1 is no address/],
    [{ url: `https://example.org/${'x'.repeat(2000)}` }, /The url is too long/],
    [{ secret: 'short' }, /at least 32 characters/],
    [{ name: 'Not a name' }, /lower-case letters/],
    [{ query: 'in=bbox:1,2' }, /The parameter in .*bbox/],
    [{ query: 'fields=predictions' }, /fields/],
  ])('%j is refused with what would be right', async (over, message) => {
    const { add, hooks } = await webhookBench();
    expect(told(() => add(over))).toMatch(message);
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
