/** Takes the objects of one list into the store, or only judges them, and remembers which came. */
import type { FeedFailure, JsonItem } from '@pantograph/feeds/json';
import type { ReadContext } from '@pantograph/feeds/ocpi';
import { canonicalKey } from '@pantograph/model/location';
import { feedReader } from '../../ingest/feed-reader.ts';
import type { FeedKind } from '../../ingest/feed-reader.ts';
import { batchWriter } from '../../ingest/batch-writer.ts';
import { importTally } from '../../ingest/import-tally.ts';
import type { ImportReport } from '../../ingest/import-report.ts';
import type { TariffFindings } from '../../ingest/tariff-findings.ts';
import type { Change, Outcome } from '../../store/store.ts';

export interface Intake {
  take(item: JsonItem, file: string): Promise<void> | undefined;
  /** The list breaks off here. */
  breakOff(failure: FeedFailure, file: string): void;
  /** Resolves when all that was taken is settled. */
  finish(): Promise<ImportReport>;
  /** Content ids of locations, canonical keys of tariffs: what came and could be read. */
  readonly seen: ReadonlySet<string>;
  /** Ids, in lower case, of what came and could not be read. */
  readonly unreadable: ReadonlySet<string>;
  /** How many came of which not even an id could be read. */
  readonly nameless: number;
  /** How many different ones came; grows with whatever did not come before. */
  readonly distinct: number;
}

export interface IntakeOptions {
  readonly kind: FeedKind;
  readonly context: ReadContext;
  readonly write: (changes: readonly Change[]) => Promise<readonly Outcome[]>;
  readonly findingsOf: TariffFindings;
  readonly onBatch?: (settled: number) => void;
}

export function feedIntake({ kind, context, write, findingsOf, onBatch }: IntakeOptions): Intake {
  const read = feedReader(kind, context);
  const tally = importTally(findingsOf);
  const writer = batchWriter({
    write,
    settled: (entry, place, outcome) => tally.count(entry, place, outcome),
    ...(onBatch === undefined ? {} : { onBatch }),
  });
  const seen = new Set<string>();
  const unreadable = new Set<string>();
  const namelessTexts = new Set<string>();

  function remember(change: Change | undefined): void {
    if (change === undefined) return;
    if (change.kind === 'preparedLocation') seen.add(change.location.contentId);
    else if (change.kind === 'tariff') seen.add(canonicalKey(change.record.key));
    else if (change.kind === 'quarantine') {
      const { id, raw } = change.object;
      if (id !== undefined) unreadable.add(id.toLowerCase());
      else if (namelessTexts.size < MOST_NAMELESS) namelessTexts.add(raw.slice(0, 200));
    }
  }

  return {
    take: (item, file) => {
      const entry = read(item);
      remember(entry.change);
      return writer.add(entry, { file, line: item.line, object: item.object });
    },
    breakOff: (failure, file) => tally.breakOff(failure, file),
    finish: async () => {
      await writer.finish();
      return tally.report();
    },
    seen,
    unreadable,
    get nameless() {
      return namelessTexts.size;
    },
    get distinct() {
      return seen.size + unreadable.size + namelessTexts.size;
    },
  };
}

/** A list with more of them is no list of ours; their texts are not to fill the memory. */
const MOST_NAMELESS = 10_000;
