/** Receivers that fail in every way there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownBy } from '../changes/testing/mirror.ts';
import { replayWebhook } from './manage-webhooks.ts';
import type { Behaviour } from './testing/receiver.ts';
import { mirrorOf, status, webhookBench } from './testing/webhook-bench.ts';
import { GIVE_UP_MILLISECONDS } from './webhook-round.ts';

describe('a webhook', () => {
  it.each<[Behaviour, RegExp]>([
    ['fail', /answered 500/],
    ['hang', /no answer within/],
    ['garbage', /cannot be reached/],
    ['redirect', /answered 307; redirects are not followed/],
    ['cut', /cannot be reached/],
    ['drip', /no answer within|cannot be reached/],
    ['endless', /answered 500/],
    ['busy', /answered 503/],
  ])('whose receiver does this: %s, is tried again later, and misses nothing', async (behaviour, problem) => {
    const { world, receiver, add, round, state, pass, clock } = await webhookBench();
    add();
    receiver.behave(behaviour);
    await round();
    expect(state()).toMatchObject({ failures: 1, delivered: 0, lastProblem: expect.stringMatching(problem) as string });
    expect(Date.parse(state().nextTryAt ?? '') - clock.now).toBe(behaviour === 'busy' ? 600_000 : 1_000);
    await world.apply(status(1));
    // Too early.
    await round();
    expect(receiver.heard.length).toBe(1);
    pass(600_000);
    await round();
    expect(state().failures).toBe(2);
    receiver.behave('take');
    pass(600_000);
    await round();
    const [first, second] = receiver.heard;
    expect(second?.headers['pantograph-delivery']).toBe(first?.headers['pantograph-delivery']);
    expect(mirrorOf(receiver.taken)).toEqual(await shownBy(world));
    expect(state()).toMatchObject({ failures: 0 });
    expect(state().lastProblem).toBeUndefined();
  });

  it('pauses longer each time, up to a quarter of an hour', async () => {
    const { receiver, add, round, state, pass, clock } = await webhookBench();
    add();
    receiver.behave('fail');
    const pauses: number[] = [];
    for (let n = 0; n < 13; n++) {
      await round();
      const pause = Date.parse(state().nextTryAt ?? '') - clock.now;
      pauses.push(pause / 1000);
      pass(pause);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    await round({ random: () => 0 });
    expect(Date.parse(state().nextTryAt ?? '') - clock.now).toBe(450_000);
  });

  it('is switched off after days without success, says why, and goes on where it was when it is replayed', async () => {
    const { world, hooks, receiver, add, round, state, pass, log } = await webhookBench();
    add();
    receiver.behave('fail');
    await round();
    pass(GIVE_UP_MILLISECONDS);
    await round();
    expect(state()).toMatchObject({
      disabledAt: expect.any(String) as string,
      lastProblem: expect.stringContaining('nothing could be delivered since') as string,
    });
    expect(log()).toContain('a webhook was switched off');
    receiver.behave('take');
    pass(GIVE_UP_MILLISECONDS);
    await round();
    expect(receiver.taken).toEqual([]);
    replayWebhook(hooks, 'portal', undefined);
    await round();
    expect(mirrorOf(receiver.taken)).toEqual(await shownBy(world));
    expect(state().disabledAt).toBeUndefined();
  });

  it('that answers 410 is switched off at once', async () => {
    const { receiver, add, round, state } = await webhookBench();
    add();
    receiver.behave('gone');
    await round();
    expect(state().disabledAt).toBeDefined();
  });

  it('whose cursor belongs to another store is switched off, and told how to begin again', async () => {
    const [one, other] = [await webhookBench(), await webhookBench()];
    one.add();
    await one.round();
    other.add();
    replayWebhook(other.hooks, 'portal', one.state().at);
    await other.round();
    expect(other.state()).toMatchObject({
      disabledAt: expect.any(String) as string,
      lastProblem: expect.stringMatching(/another store.*Start again/s) as string,
    });
  });

  it('hears everything, whatever fails and whenever a server starts anew', { timeout: 60_000 }, async () => {
    const behaviours = fc.constantFrom<Behaviour>('take', 'take', 'fail', 'cut', 'garbage', 'redirect', 'busy');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('change' as const) }),
      fc.record({ kind: fc.constant('behave' as const), behaviour: behaviours }),
      fc.record({ kind: fc.constant('round' as const) }),
      fc.record({ kind: fc.constant('restart' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const { world, receiver, add, round, pass } = await webhookBench();
        add();
        let second = 0;
        for (const one of steps) {
          if (one.kind === 'change') await world.apply(status(++second));
          else if (one.kind === 'behave') receiver.behave(one.behaviour);
          else if (one.kind === 'restart') await world.restart();
          else {
            pass(900_000);
            await round();
          }
        }
        receiver.behave('take');
        pass(900_000);
        await round();
        expect(mirrorOf(receiver.taken)).toEqual(await shownBy(world));
        // What was taken once is not sent again.
        const ids = receiver.taken.map(({ headers }) => headers['pantograph-delivery']);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 12 },
    );
  });
});
