/** Pulls a paged OCPI list into an empty store: `pull-list.ts URL STORE`. */
import { SourceDefinition, openSourceStates, openSqliteStore, pullSource } from '@pantograph/server';
import { measured } from '../harness/measure.ts';

const [url = '', path = ''] = process.argv.slice(2);
const definition = SourceDefinition.parse({ name: 'bench', kind: 'ocpi-url', locations: url, allowPrivate: true });
const store = openSqliteStore(path);
const states = openSourceStates(':memory:');
const measurement = await measured(async () => {
  const surroundings = { sourcesFile: path, environment: {}, now: () => new Date() };
  const { added, outcome } = await pullSource({ store, states }, definition, surroundings);
  if (outcome !== 'complete') throw new Error(`the pull is ${outcome}`);
  return added;
});
states.close();
await store.close();
process.stdout.write(`${JSON.stringify(measurement)}\n`);
