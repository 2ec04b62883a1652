/**
 * What a gateway adds: the time of a v2 answer through it, beside the two upstream requests that it is made of, asked
 * directly. One request at a time, nothing kept.
 */
import { StationsResponse } from '@pantograph/model/v2';
import type { Benchmark, Figure } from './harness/benchmark.ts';
import { rawConnection } from './harness/raw-connection.ts';
import type { RawConnection } from './harness/raw-connection.ts';
import { serverProcess } from './serving/server-process.ts';
import { stationsPath } from './serving/stations-path.ts';
import type { SampledPlace } from './serving/world-store.ts';
import { worldStore } from './serving/world-store.ts';

const QUERIES = 200;
const MOST_ADDED_MILLISECONDS = 2;
const against = 'its upstream requests';

interface Question {
  readonly v2: string;
  readonly upstream: readonly string[];
}

export const gateway: Benchmark = {
  name: 'gateway',
  about: 'what a v2 gateway adds to the v3 and Search requests it makes',
  async run({ rounds, locations, note }) {
    await using world = await worldStore(locations, note);
    const places = await world.sample(QUERIES);
    await using upstream = await serverProcess('serve-world.ts', [world.directory]);
    await using ours = await serverProcess('serve-gateway.ts', [String(upstream.port)]);
    const questions: Question[] = [];
    for (const place of places) questions.push(await questionOf(place, ours.port));
    const toGateway = await rawConnection(`http://127.0.0.1:${String(ours.port)}`);
    const toUpstream = await rawConnection(`http://127.0.0.1:${String(upstream.port)}`);
    const through: number[] = [];
    const direct: number[] = [];
    note(`${String(questions.length)} questions, ${String(rounds)} rounds`);
    // The first round is not counted: nobody starts cold.
    for (let round = 0; round <= rounds; round++) {
      for (const question of questions) {
        const took = await timed(toGateway, [question.v2]);
        const peer = await timed(toUpstream, question.upstream);
        if (round === 0) continue;
        through.push(took);
        direct.push(peer);
      }
    }
    toGateway.close();
    toUpstream.close();
    return figuresOf(through, direct);
  },
};

function figuresOf(through: readonly number[], direct: readonly number[]): readonly Figure[] {
  const added = through.map((milliseconds, at) => milliseconds - (direct[at] ?? 0));
  const [value, peer] = [median(through), median(direct)];
  return [
    { name: 'gateway.answer', value, unit: 'ms', against, peer, ratio: peer / value },
    { name: 'gateway.added', value: median(added), unit: 'ms', target: MOST_ADDED_MILLISECONDS },
  ];
}

/** Asks the gateway once, for the ids that the upstream is then asked for. */
async function questionOf(place: SampledPlace, port: number): Promise<Question> {
  const v2 = stationsPath(place);
  const response = await fetch(`http://127.0.0.1:${String(port)}${v2}`);
  const { evStations } = StationsResponse.parse(await response.json());
  const ids = evStations.evStation.map(({ id }) => id);
  const at = `${String(place.lat)},${String(place.lng)}`;
  const filter = encodeURI('evStation[connectorTypeIds]=31,33&categories=700-7600-0322,700-7600-0323,700-7600-0324');
  const browse = `/v1/browse?at=${at}&in=circle:${at};r=5000&${filter}&limit=50&offset=0`;
  const locations = `/v3/locations?ids=${ids.join(',')}&fields=address,evses,locationInfo,emsps,tariffs`;
  return { v2, upstream: ids.length === 0 ? [browse] : [browse, locations] };
}

/** Milliseconds. Throws where an answer is no 200. */
async function timed(connection: RawConnection, paths: readonly string[]): Promise<number> {
  const started = performance.now();
  for (const path of paths) {
    const answer = await connection.send(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    if (!answer.startsWith('HTTP/1.1 200 ')) throw new Error(`${path}: ${answer.slice(0, 300)}`);
  }
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >>> 1] ?? Number.NaN;
}
