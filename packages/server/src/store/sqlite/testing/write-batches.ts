/** Run as a process of its own: writes batch after batch and prints the number of each once it is acknowledged. */
import { openSqliteStore } from '../sqlite-store.ts';
import { changesOf } from './batches.ts';

const [path = '', first = '0'] = process.argv.slice(2);
const store = openSqliteStore(path);
for (let batch = Number(first); ; batch++) {
  await store.apply(changesOf(batch));
  process.stdout.write(`${String(batch)}\n`);
}
