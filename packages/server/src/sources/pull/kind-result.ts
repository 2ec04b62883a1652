/** What came of the locations, or of the tariffs, of a pull. */
import type { FeedKind } from '../../ingest/feed-reader.ts';
import type { ImportReport } from '../../ingest/import-report.ts';
import type { Intake } from './feed-intake.ts';
import type { Fetched } from './fetch-feed.ts';

export interface KindResult {
  readonly kind: FeedKind;
  readonly intake: Intake;
  readonly fetched: Fetched;
  readonly report: ImportReport;
}
