/** A scan of source in many languages, one file in fifty of a v2 client, beside grep looking for the scanner's words. */
import type { Benchmark } from './harness/benchmark.ts';
import { runChild } from './harness/child.ts';
import { cpuEach, peakMemory, rate } from './harness/figures.ts';
import { interleave } from './harness/interleave.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { writeSourceTree } from './scan/source-tree.ts';

const QUICK_BYTES = 50e6;

export const scanSource: Benchmark = {
  name: 'scan',
  about: 'scan 50 MB of source for what a move from v2 touches; --size 200m for more',
  async run({ rounds, size = QUICK_BYTES, note }) {
    await using directory = await temporaryDirectory();
    note(`writing ${String(Math.round(size / 1e6))} MB of source`);
    const tree = directory.file('source');
    writeSourceTree(tree, size);
    note(`${String(rounds)} rounds`);
    const { ours, grep } = await interleave(
      { ours: () => runChild('scan-tree.ts', [tree]), grep: () => runChild('grep-tree.ts', [tree]) },
      rounds,
    );
    const pair = { ours, peer: grep, against: 'grep -r -i -E of the same words' };
    return [
      rate({ ...pair, name: 'scan.rate' }, 'MB'),
      cpuEach({ ours, name: 'scan.cpu' }, 'MB'),
      peakMemory({ ours, name: 'scan.peak_rss' }),
    ];
  },
};
