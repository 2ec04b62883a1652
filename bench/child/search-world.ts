/** Searches without HTTP and without documents. Arguments: a data directory, and the questions as JSON. Prints milliseconds. */
import { createLog, startServer } from '@pantograph/server';
import type { SampledPlace } from '../serving/world-store.ts';

interface Questions {
  readonly places: readonly SampledPlace[];
  readonly standard: string;
  readonly radiusMetres: number;
  readonly rounds: number;
}

const [dataDir = '', questions = ''] = process.argv.slice(2);
const { places, standard, radiusMetres, rounds } = JSON.parse(questions) as Questions;
const server = await startServer({ dataDir, port: 0, log: createLog('error') });
const latencies: number[] = [];
for (let round = 0; round <= rounds; round++) {
  for (const centre of places) {
    const before = performance.now();
    const { hits, matched } = server.atlas.search({
      limit: 20,
      area: { kind: 'circle', centre, radiusMetres },
      filter: { connector: { standards: new Set([standard]) } },
    });
    const milliseconds = performance.now() - before;
    if (hits.length > matched) throw new Error('more were found than match');
    // The first round compiles.
    if (round > 0) latencies.push(milliseconds);
  }
}
await server.close();
process.stdout.write(JSON.stringify(latencies));
