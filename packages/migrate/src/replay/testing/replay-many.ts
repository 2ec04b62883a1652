/**
 * Replays many requests whose outcomes would fill many times the memory that the test gives this process, once into a journal
 * and once out of it. Prints what each run found out.
 */
import type { Ask } from '../ask/ask.ts';
import { openJournal } from '../journal.ts';
import { replay } from '../replay.ts';

const [path = '', count = '0'] = process.argv.slice(2);
const requests = Array.from({ length: Number(count) }, (_, at) => ({
  target: `stations.json?offset=${String(at)}`,
  resource: 'stations',
  times: 1,
}));

/** Every one of so many fields says something else each time. */
const saying =
  (generation: string): Ask =>
  (target) => {
    const fields = Array.from({ length: 60 }, (_, at) => [
      `field${String(at)}`,
      `${generation} ${target} ${String(at)}`,
    ]);
    const station = { poolId: 'p', ...(Object.fromEntries(fields) as object) };
    return Promise.resolve({ status: 200, body: { hasMore: false, evStations: { evStation: [station] } } });
  };

for (const run of ['asks', 'goes on']) {
  const journal = openJournal(path, { v2: 'a', v3: 'b', search: 'c', allow: [] });
  let asked = 0;
  const counting: Ask = (target, signal) => {
    asked++;
    return saying('v2')(target, signal);
  };
  const { signal } = new AbortController();
  const pace = (): Promise<void> => Promise.resolve();
  const tally = await replay({
    requests,
    v2: counting,
    v3: saying('v3'),
    pace,
    concurrency: 4,
    allow: [],
    journal,
    signal,
  });
  journal.close();
  console.log(
    `${run}: ${String(asked)} asked, ${String(tally.judged)} judged, ${String(tally.differences.length)} kinds`,
  );
}
