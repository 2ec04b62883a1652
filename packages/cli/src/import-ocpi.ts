/** `pantograph import ocpi`: locations and tariffs out of files, streams and URLs. */
import { existsSync, writeFileSync } from 'node:fs';
import type { SourceInfo } from '@pantograph/model/location';
import type { ImportReport, Store } from '@pantograph/server';
import { importOcpi, openSqliteStore } from '@pantograph/server';
import { filesIn, openStore } from './data-directory.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import { checkFeed, openFeed } from './feed-bytes.ts';
import type { ImportOptions } from './import-ocpi-options.ts';
import { importInWords } from './import-in-words.ts';
import { progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { stopSignal } from './until-stopped.ts';

export async function importOcpiFeed(from: string, options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const { tariffs, report: reportFile } = options;
  if (from === '-' && tariffs === '-') {
    throw new Failure('Standard input can be one feed only.', 'Name a file for the locations or for the tariffs.');
  }
  checkFeed(from);
  if (tariffs !== undefined) checkFeed(tariffs);
  if (reportFile !== undefined) writeReport(reportFile, '');
  const stopping = stopSignal();
  // A dry run makes no store.
  const inMemory = options.dryRun && !existsSync(filesIn(options.data).store);
  const store = inMemory ? openSqliteStore(':memory:') : openStore(options.data);
  try {
    const report = await importInto(store, from, options, terminal, stopping);
    if (report === undefined) return exitCode.interrupted;
    if (reportFile !== undefined) writeReport(reportFile, `${JSON.stringify(report, undefined, 2)}\n`);
    terminal.out(importInWords(options.source, report, options.dryRun));
    return exitCodeOf(report);
  } finally {
    await store.close();
  }
}

/** @returns nothing where it was stopped before the end */
async function importInto(
  store: Store,
  from: string,
  options: ImportOptions,
  terminal: Terminal,
  stopping: AbortSignal,
): Promise<ImportReport | undefined> {
  const { tariffs, ocpiVersion, country, party, dryRun } = options;
  const progress = progressOn(terminal, 'objects');
  const locationFeed = openFeed(from, stopping);
  let stored = 0;
  try {
    const report = await importOcpi(store, {
      source: termsOf(store, options),
      locations: locationFeed.bytes,
      ...(tariffs === undefined ? {} : { tariffs: openFeed(tariffs, stopping).bytes }),
      names: { locations: from, ...(tariffs === undefined ? {} : { tariffs }) },
      ...(ocpiVersion === undefined ? {} : { version: ocpiVersion }),
      ...(country === undefined ? {} : { countryCode: country }),
      ...(party === undefined ? {} : { partyId: party }),
      dryRun,
      now: terminal.now,
      onProgress: ({ objects }) => {
        stored = objects;
        progress.to(objects, locationFeed.share());
      },
    });
    if (!stopping.aborted) return report;
  } catch (error) {
    if (!stopping.aborted) throw explain(error, 'import') ?? error;
  } finally {
    progress.end();
  }
  const kept = dryRun ? 'Nothing was stored.' : `${String(stored)} objects are stored.`;
  terminal.err(`Stopped. ${kept} Run the same command again to go on: what is there already is left as it is.\n`);
  return undefined;
}

/** Terms that are not named stay as the store has them. */
function termsOf(store: Store, { source: name, attribution, licence }: ImportOptions): SourceInfo {
  const known = store.sources().find((source) => source.name === name);
  return {
    ...known,
    name,
    ...(attribution === undefined ? {} : { attribution }),
    ...(licence === undefined ? {} : { licence }),
  };
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw explain(error, `write the report to ${file}`) ?? error;
  }
}

function exitCodeOf({ objects, quarantined, failure }: ImportReport): ExitCode {
  if (failure?.code === 'source_unreadable' && objects === 0) return exitCode.wrongUse;
  return quarantined > 0 || failure !== undefined ? exitCode.findings : exitCode.done;
}
