/** Pulls a list into a store of its own, as a server does, and says what came of it and what memory that took. */
import { join } from 'node:path';
import { readSourcesFile } from '../../../sources/definition/read-sources-file.ts';
import { pullSource } from '../../../sources/pull/pull-source.ts';
import { openSourceStates } from '../../../sources/state/source-states.ts';
import { openSqliteStore } from '../../../store/sqlite/sqlite-store.ts';

export interface PulledOnePage {
  readonly outcome: string;
  readonly added: number;
  readonly pages: number;
  readonly stored: number;
  /** The most that the process had at any time. */
  readonly peakBytes: number;
}

const [url = '', directory = ''] = process.argv.slice(2);
const text = `sources:\n  - { name: peer, kind: ocpi-url, allowPrivate: true, locations: '${url}' }`;
const [source] = readSourcesFile(text, 'sources.yaml');
if (source === undefined) throw new Error('no source');
const store = openSqliteStore(join(directory, 'store.db'));
const states = openSourceStates(join(directory, 'sources.db'));
const report = await pullSource({ store, states }, source, {
  sourcesFile: join(directory, 'sources.yaml'),
  environment: {},
  now: () => new Date(),
  random: () => 0,
  wait: () => Promise.resolve(),
});
const { outcome, added, pages } = report;
const stored = store.counts().locations;
states.close();
await store.close();
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ outcome, added, pages, stored, peakBytes } satisfies PulledOnePage));
