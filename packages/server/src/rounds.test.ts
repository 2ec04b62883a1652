import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RoundsOptions } from './rounds.ts';
import { runRounds } from './rounds.ts';

/** Rounds that end when the test says so. */
function roundsUnderTest(over: Partial<RoundsOptions> = {}) {
  vi.useFakeTimers();
  const begun: string[] = [];
  const endings: { readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  const failures: unknown[] = [];
  let happened: () => void = () => expect.unreachable();
  let listeners = 0;
  const running = runRounds({
    look: (begin) => {
      for (const name of ['a', 'b']) {
        begin(name, () => {
          begun.push(name);
          return new Promise<void>((end, fail) => endings.push({ end, fail }));
        });
      }
    },
    lookEvery: 1_000,
    listen: (told) => {
      happened = told;
      listeners++;
      return () => {
        listeners--;
      };
    },
    gather: 50,
    failed: (error, name) => failures.push([name, error]),
    ...over,
  });
  return {
    running,
    begun,
    failures,
    happened: () => happened(),
    listeners: () => listeners,
    pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
    end: (at: number) => endings[at]?.end(),
    fail: (at: number, error: Error) => endings[at]?.fail(error),
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('rounds', () => {
  it('begin at once, and one at a time for each name', async () => {
    const { begun, pass, end } = roundsUnderTest();
    expect(begun).toEqual(['a', 'b']);
    await pass(3_000);
    expect(begun).toEqual(['a', 'b']);
    end(1);
    await pass(1_000);
    expect(begun).toEqual(['a', 'b', 'b']);
  });

  it('begin once, soon after whatever has happened in the meantime', async () => {
    const { begun, pass, end, happened } = roundsUnderTest();
    end(0);
    await pass(0);
    for (let times = 0; times < 3; times++) happened();
    await pass(49);
    expect(begun).toEqual(['a', 'b']);
    await pass(1);
    expect(begun).toEqual(['a', 'b', 'a']);
  });

  it('that fail are told of, and begin again', async () => {
    const { begun, failures, pass, fail } = roundsUnderTest();
    const fault = new Error('no');
    fail(0, fault);
    await pass(1_000);
    expect(failures).toEqual([['a', fault]]);
    expect(begun).toEqual(['a', 'b', 'a']);
  });

  it('are waited for when they stop, and none begins after', async () => {
    const { running, begun, pass, end, happened, listeners } = roundsUnderTest();
    happened();
    let isStopped = false;
    const stopping = running.stop().then(() => (isStopped = true));
    end(0);
    await pass(5_000);
    expect([isStopped, listeners(), begun]).toEqual([false, 0, ['a', 'b']]);
    end(1);
    await stopping;
    expect(isStopped).toBe(true);
  });
});
