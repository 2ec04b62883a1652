/** Imports a feed file into a new store, as the command does. Arguments: the feed, the store's file, a file of tariffs or none. */
import { openBytes } from '@pantograph/feeds/json';
import { importOcpi, openSqliteStore } from '@pantograph/server';
import { measured } from '../harness/measure.ts';

const [feed = '', storeFile = '', tariffs] = process.argv.slice(2);
const measurement = await measured(async () => {
  const store = openSqliteStore(storeFile);
  const { objects, added, failure } = await importOcpi(store, {
    source: { name: 'bench' },
    locations: openBytes(feed),
    ...(tariffs === undefined ? {} : { tariffs: openBytes(tariffs) }),
    now: () => new Date(),
  });
  await store.close();
  if (failure !== undefined) throw new Error(failure.message);
  if (added !== objects) throw new Error(`${String(objects - added)} of ${String(objects)} objects were not added`);
  return objects;
});
process.stdout.write(JSON.stringify(measurement));
