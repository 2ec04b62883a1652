import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';
import { tallyKeeper } from './tally.ts';

it('what threads count is told as if one had counted it, each answer once', async () => {
  const [first, second] = [tallyKeeper(), tallyKeeper()];
  const metrics = createMetrics({
    gather: () => {
      for (const keeper of [first, second]) metrics.absorb(structuredClone(keeper.take()));
      return Promise.resolve();
    },
  });
  const alone = createMetrics({});
  for (const [at, keeper] of [first, second, first, second, first].entries()) {
    for (const counts of [keeper, alone]) {
      counts.answered('lookup', 200, at / 1000);
      counts.refused('lookup', 'path_unknown');
    }
    if (at === 2) await metrics.exposition();
  }
  const linesOf = async (told: typeof metrics) =>
    (await told.exposition()).split('\n').filter((line) => line.startsWith('pantograph_'));
  expect(await linesOf(metrics)).toEqual(await linesOf(alone));
  expect((await linesOf(metrics)).join('\n')).toContain('_count{surface="lookup",status="200"} 5');
});
