/**
 * How much there is of each source, counted along with the changes. What a transaction adds up is written down once,
 * before it is committed.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { SourceCounts } from '../store.ts';
import { integerIn, textIn } from './rows.ts';

type Counted = 'locations' | 'evses' | 'removed' | 'tariffs' | 'quarantined';
const REASON = 'quarantined: ';

export interface CountTable {
  /** In a fresh transaction: what one that was taken back had added up is forgotten. */
  begin(): void;
  add(source: string, what: Counted, by: number): void;
  /** One object more or less in quarantine for a reason. */
  addReason(source: string, code: string, by: number): void;
  /** Before the transaction is committed. */
  writeDown(): void;
  /** In the order of their names. */
  bySource(): readonly SourceCounts[];
}

export function countTable(database: DatabaseSync): CountTable {
  const write = database.prepare(
    'INSERT INTO kept_count (source, what, n) VALUES (?, ?, ?) ON CONFLICT (source, what) DO UPDATE SET n = n + excluded.n',
  );
  const select = database.prepare('SELECT source, what, n FROM kept_count ORDER BY source, what');
  const sums = new Map<string, Map<string, number>>();

  function add(source: string, what: string, by: number): void {
    if (by === 0) return;
    const ofSource = sums.get(source) ?? new Map<string, number>();
    sums.set(source, ofSource.set(what, (ofSource.get(what) ?? 0) + by));
  }

  return {
    begin: () => sums.clear(),
    add,
    addReason: (source, code, by) => add(source, `${REASON}${code}`, by),
    writeDown: () => {
      for (const [source, ofSource] of sums) {
        for (const [what, by] of ofSource) if (by !== 0) write.run(source, what, by);
      }
      sums.clear();
    },
    bySource: () => {
      const rows = select.all().map((row) => ({
        source: textIn(row, 'source'),
        what: textIn(row, 'what'),
        n: integerIn(row, 'n'),
      }));
      return Array.from(
        Map.groupBy(rows, ({ source }) => source),
        ([source, counts]) => countsOf(source, counts),
      );
    },
  };
}

function countsOf(source: string, counts: readonly { readonly what: string; readonly n: number }[]): SourceCounts {
  const numberOf = (wanted: Counted): number => counts.find(({ what }) => what === wanted)?.n ?? 0;
  const reasons = counts.flatMap(({ what, n }) =>
    what.startsWith(REASON) && n > 0 ? [{ code: what.slice(REASON.length), count: n }] : [],
  );
  return {
    source,
    locations: numberOf('locations'),
    evses: numberOf('evses'),
    tariffs: numberOf('tariffs'),
    removed: numberOf('removed'),
    quarantined: numberOf('quarantined'),
    reasons: reasons.sort((one, other) => other.count - one.count),
  };
}
