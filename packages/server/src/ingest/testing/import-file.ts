/** Run as a process of its own: imports a file and prints, after each batch, how many objects are stored. */
import { openBytes } from '@pantograph/feeds/json';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { importOcpi } from '../import-ocpi.ts';

const [feed = '', data = ''] = process.argv.slice(2);
const store = openSqliteStore(data);
await importOcpi(store, {
  source: { name: 'city' },
  locations: openBytes(feed),
  now: () => new Date(),
  onProgress: ({ objects }) => process.stdout.write(`${String(objects)}\n`),
});
await store.close();
