/** Conversion of a file in each direction between the generations, beside reading, parsing and writing the same file. */
import type { Benchmark, Figure } from './harness/benchmark.ts';
import { runChild } from './harness/child.ts';
import { cpuEach, peakMemory, rate } from './harness/figures.ts';
import { interleave } from './harness/interleave.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { worldFile } from './harness/world-file.ts';

const EVSES_PER_LOCATION = 3;
/** Of OCPI, as the world is generated. */
const BYTES_PER_LOCATION = 2_800;
const QUICK_BYTES = 100e6;
const copying = 'read + JSON.parse + stringify of the file';

export const convertFile: Benchmark = {
  name: 'convert',
  about: 'convert 100 MB of OCPI to v3, to v2 and back to v3; --size 1g shows that memory does not grow',
  async run({ rounds, size = QUICK_BYTES, note }) {
    const world = await worldFile(Math.ceil(size / BYTES_PER_LOCATION), EVSES_PER_LOCATION, note);
    await using directory = await temporaryDirectory();
    const [v3, v2] = [directory.file('v3'), directory.file('v2')];
    const steps = [
      { name: 'ocpi_to_v3', args: ['ocpi-2.3.0', 'v3', world.locationsPath], out: v3, more: [world.tariffsPath] },
      { name: 'v3_to_v2', args: ['v3', 'v2', v3], out: v2, more: [] },
      { name: 'v2_to_v3', args: ['v2', 'v3', v2], out: '/dev/null', more: [] },
    ];
    const figures: Figure[] = [];
    for (const { name, args, out, more } of steps) {
      note(`${name}, ${String(rounds)} rounds`);
      const input = args.at(-1) ?? '';
      const { ours, copy } = await interleave(
        {
          ours: () => runChild('convert-file.ts', [...args, out, ...more]),
          copy: () => runChild('copy-file.ts', [input, '/dev/null']),
        },
        rounds,
      );
      const pair = { ours, peer: copy, against: copying };
      figures.push(
        rate({ ...pair, name: `convert.${name}.rate` }, 'stations'),
        cpuEach({ ...pair, name: `convert.${name}.cpu` }, 'station'),
        peakMemory({ ...pair, name: `convert.${name}.peak_rss` }),
      );
    }
    return figures;
  },
};
