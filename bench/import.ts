/** Import of a feed file into an empty store, beside reading and parsing the same bytes, and beside PostgreSQL's COPY. */
import type { Benchmark } from './harness/benchmark.ts';
import { runChild } from './harness/child.ts';
import { cpuEach, peakMemory, rate } from './harness/figures.ts';
import { interleave } from './harness/interleave.ts';
import type { Contender } from './harness/interleave.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { worldFile } from './harness/world-file.ts';
import { postgresCopy } from './postgres/copy.ts';

const LOCATIONS = 70_000;
const EVSES_PER_LOCATION = 2.4;
const parsing = 'read + JSON.parse of the file';

export const importFile: Benchmark = {
  name: 'import',
  about: `import ${String(LOCATIONS)} locations from NDJSON into an empty store`,
  async run({ rounds, peers, note }) {
    const world = await worldFile(LOCATIONS, EVSES_PER_LOCATION, note);
    await using directory = await temporaryDirectory();
    let runs = 0;
    const ours: Contender = () =>
      runChild('import-file.ts', [world.locationsPath, directory.file(`${String(runs++)}.db`)]);
    const contenders = { ours, parse: () => runChild('parse-file.ts', [world.locationsPath]) };
    note(`${String(rounds)} rounds`);
    const { ours: imported, parse } = await interleave(contenders, rounds);
    const pair = { ours: imported, peer: parse, against: parsing };
    const figures = [
      rate({ ...pair, name: 'import.rate', target: 31_000 }, 'locations'),
      cpuEach({ ...pair, name: 'import.cpu' }, 'location'),
      peakMemory({ ...pair, name: 'import.peak_rss' }),
    ];
    if (!peers.has('postgres')) return figures;

    note('starting PostgreSQL');
    await using copy = await postgresCopy(directory.file('0.db'), directory.path);
    const withPostgres = await interleave({ ours, postgres: copy.run }, rounds);
    const against = 'PostgreSQL COPY of the rows, indexes kept';
    const beside = { ours: withPostgres.ours, peer: withPostgres.postgres, against };
    return [...figures, rate({ ...beside, name: 'import.rate_beside_copy', target: 31_000 }, 'locations')];
  },
};
