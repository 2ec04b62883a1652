/**
 * Imports OCPI locations and tariffs from files or any other bytes. Objects are taken one by one: a broken one is kept
 * raw and never stops the rest, a broken input keeps what came before the break.
 */
import { FeedFailure } from '@pantograph/feeds/json';
import type { OcpiVersion, ReadContext } from '@pantograph/feeds/ocpi';
import type { SourceInfo } from '@pantograph/model/location';
import type { Store } from '../store/store.ts';
import { batchWriter } from './batch-writer.ts';
import type { FeedKind } from './feed-reader.ts';
import type { ImportProgress, ImportReport } from './import-report.ts';
import { importTally } from './import-tally.ts';
import { readFeed } from './read-feed.ts';
import { tariffFindings } from './tariff-findings.ts';

export interface ImportOptions {
  readonly source: SourceInfo;
  readonly locations?: AsyncIterable<Uint8Array>;
  readonly tariffs?: AsyncIterable<Uint8Array>;
  /** What the inputs are called in the report; default `locations` and `tariffs`. */
  readonly names?: { readonly locations?: string; readonly tariffs?: string };
  /** What the feed says it is; recognised object by object where it does not say. */
  readonly version?: OcpiVersion;
  /** For objects that name no party. */
  readonly countryCode?: string;
  readonly partyId?: string;
  /** Judges everything against the store and writes nothing. */
  readonly dryRun?: boolean;
  /** From how many bytes on a feed is read in a thread of its own; default 8 MB, where there are several cores. */
  readonly longBytes?: number;
  readonly now: () => Date;
  /** Called after each batch. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** The pages of an index that a commit touches are written with each: the more objects share them, the better. */
const OBJECTS_PER_COMMIT = 1000;

/** Rejects only where the store does; what is wrong with the input is in the report. */
export async function importOcpi(store: Store, options: ImportOptions): Promise<ImportReport> {
  const { source, locations, tariffs, names = {}, dryRun = false, onProgress } = options;
  const context = contextOf(options);
  const tally = importTally(tariffFindings(store, source.name));
  const writer = batchWriter({
    write: (changes) => (dryRun ? store.rehearse(changes) : store.apply(changes)),
    settled: (entry, place, outcome) => tally.count(entry, place, outcome),
    onBatch: (objects) => onProgress?.({ objects }),
    objectsPerCommit: OBJECTS_PER_COMMIT,
  });

  async function importFeed(kind: FeedKind, bytes: AsyncIterable<Uint8Array>, file: string): Promise<void> {
    try {
      for await (const entries of readFeed({ kind, file, context, bytes }, options.longBytes)) {
        for (const { entry, line, object } of entries) {
          const full = writer.add(entry, { file, line, object });
          if (full !== undefined) await full;
        }
      }
    } catch (error) {
      if (!(error instanceof FeedFailure)) throw error;
      tally.breakOff(error, file);
    }
    await writer.finish();
  }

  if (!dryRun) await store.putSource(source);
  // Tariffs first, so that no location waits for its prices.
  if (tariffs !== undefined) await importFeed('tariff', tariffs, names.tariffs ?? 'tariffs');
  if (locations !== undefined) await importFeed('location', locations, names.locations ?? 'locations');
  return tally.report();
}

function contextOf({ source, version, countryCode, partyId, now }: ImportOptions): ReadContext {
  return {
    source: source.name,
    receivedAt: now().toISOString(),
    ...(version !== undefined && { version }),
    ...(countryCode !== undefined && { countryCode }),
    ...(partyId !== undefined && { partyId }),
  };
}
