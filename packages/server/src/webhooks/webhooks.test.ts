import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { linesIn, shownBy } from '../changes/testing/mirror.ts';
import { replayWebhook } from './manage-webhooks.ts';
import { runWebhooks } from './run-webhooks.ts';
import { newSecret } from './signature.ts';
import { guideVerifier, mirrorOf, status, webhookBench } from './testing/webhook-bench.ts';

describe('a webhook', () => {
  it('is sent what /changes says, signed as the guide tells receivers to check', async () => {
    const { world, receiver, add, round, state, secret, clock } = await webhookBench();
    add();
    await round();
    expect(mirrorOf(receiver.taken)).toEqual(await shownBy(world));
    await world.apply(status(1));
    await round();
    const last = receiver.taken.at(-1);
    expect(linesIn(last?.body ?? '').map(({ type }) => type)).toEqual(['status', 'end']);
    expect(state()).toMatchObject({ delivered: 2, failures: 0, at: linesIn(last?.body ?? '').at(-1)?.cursor });

    const verify = await guideVerifier();
    const header = last?.headers['pantograph-signature'] ?? '';
    const seconds = Math.floor(clock.now / 1000);
    expect(last?.headers).toMatchObject({ 'content-type': 'application/x-ndjson', 'pantograph-webhook': 'portal' });
    expect(last?.headers['x-attribution']).toContain('City Data Office');
    expect(verify(secret, header, last?.body ?? '', seconds)).toBe(true);
    expect(verify(newSecret(), header, last?.body ?? '', seconds)).toBe(false);
    expect(verify(secret, header, `${last?.body ?? ''} `, seconds)).toBe(false);
    expect(verify(secret, header, last?.body ?? '', seconds + 3600)).toBe(false);
    expect(verify(secret, '', last?.body ?? '', seconds)).toBe(false);
  });

  it('has nothing to hear where its filter leaves nothing, and is not bothered', async () => {
    const { world, receiver, add, round } = await webhookBench();
    add({ begin: 'now', query: 'in=circle:10,10;r=1000' });
    await round();
    await world.apply(status(1), status(2));
    await round();
    expect(receiver.heard).toEqual([]);
  });

  it('can be replayed from any cursor, while a delivery is under way too', async () => {
    const { world, hooks, receiver, add, round, state } = await webhookBench();
    add();
    await round();
    const before = state().at;
    await world.apply(status(1));
    await round();
    replayWebhook(hooks, 'portal', before);
    await round();
    const [last, again] = [receiver.taken.at(-2), receiver.taken.at(-1)];
    expect(again?.body).toBe(last?.body);
    // Somebody sets it back just while an answer is awaited: what the round knows is old then.
    await world.apply(status(2));
    receiver.behave('hang');
    const hanging = round();
    await expect.poll(() => receiver.heard.length).toBe(4);
    replayWebhook(hooks, 'portal', 'start');
    await hanging;
    expect(state()).toMatchObject({ at: 'start', failures: 0 });
  });

  it('inside is not reached unless that is allowed', async () => {
    const { receiver, add, round, state } = await webhookBench();
    add({ allowPrivate: false, url: receiver.url.replace('127.0.0.1', 'localhost') });
    await round();
    expect(receiver.heard).toEqual([]);
    expect(state().lastProblem).toContain('localhost leads to no public address');
  });

  it('is sent to by one process at a time', async () => {
    const { receiver, add, round, hooks, clock } = await webhookBench();
    add();
    expect(hooks.lease('portal', 'another', new Date(clock.now), new Date(clock.now + 60_000))).toBe(true);
    await round();
    expect(receiver.heard).toEqual([]);
    hooks.release('portal', 'another');
    await round();
    expect(receiver.taken.length).toBe(1);
  });

  it('keeps its secret to itself', async () => {
    const { hooks, file, add, round, receiver, secret, log } = await webhookBench();
    add();
    receiver.behave('fail');
    await round();
    expect(JSON.stringify(hooks.list())).not.toContain(secret);
    expect(log()).not.toContain(secret);
    expect(receiver.heard[0]?.body).not.toContain(secret);
    expect(JSON.stringify(receiver.heard[0]?.headers)).not.toContain(secret);
    for (const path of [file, `${file}-wal`]) expect(statSync(path).mode & 0o077).toBe(0);
  });
});

describe('a running server', () => {
  it('sends what changes, takes up new webhooks, and goes on after a restart', { timeout: 30_000 }, async () => {
    const { world, file, receiver, add, hooks } = await webhookBench();
    const { log } = recordedLog();
    const start = () =>
      runWebhooks({
        feed: world.feed(),
        file,
        settings: { enums: 'ocpi' },
        log,
        now: () => new Date(),
        holder: 'server',
        lookEvery: 20,
        patience: 2_000,
      });
    let running = start();
    add({ begin: 'now' });
    await expect.poll(() => hooks.get('portal')?.state.at).not.toBe('now');
    await world.apply(status(1));
    await expect.poll(() => receiver.taken.length).toBe(1);
    receiver.behave('hang');
    await world.apply(status(2));
    await expect.poll(() => receiver.heard.length).toBe(2);
    await running.stop();
    expect(hooks.get('portal')?.state.failures).toBe(0);
    await world.apply(status(3));
    receiver.behave('take');
    running = start();
    await expect.poll(() => receiver.taken.length).toBe(2);
    expect(linesIn(receiver.taken[1]?.body ?? '')[0]).toMatchObject({ type: 'status', status: 'CHARGING' });
    await running.stop();
  });
});
