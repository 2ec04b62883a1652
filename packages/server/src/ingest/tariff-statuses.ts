/** What is to be said of prices of all that a store holds, as `tariff-findings.ts` says it of what comes in. */
import { TariffTable, danglingTariffs, tariffReferences } from '@pantograph/model/location';
import type { ObjectKey } from '@pantograph/model/location';
import { tariffGaps } from '@pantograph/model/v3';
import type { Store } from '../store/store.ts';
import type { NoticeSummary } from './import-report.ts';
import { noticeTally } from './notice-tally.ts';
import type { NoticeTally } from './notice-tally.ts';

export interface TariffStatus {
  readonly source: string;
  readonly tariffs: number;
  /** Tariffs that locations refer to: each location counts once for each. */
  readonly references: number;
  /** By rule, with the first few. */
  readonly notices: readonly NoticeSummary[];
}

/** Of each source that has tariffs or refers to any. Reads the whole store. */
export function tariffStatuses(store: Pick<Store, 'tariffs' | 'locations'>): readonly TariffStatus[] {
  const found = new Map<string, { tariffs: number; references: number; notices: NoticeTally }>();
  const of = (source: string) => {
    const known = found.get(source) ?? { tariffs: 0, references: 0, notices: noticeTally() };
    found.set(source, known);
    return known;
  };
  const table = new TariffTable<{ readonly key: ObjectKey }>();
  for (const record of store.tariffs()) {
    const { key } = record;
    table.put({ key });
    const status = of(key.source);
    status.tariffs++;
    status.notices.add(tariffGaps(record), { file: 'tariffs' }, key.id);
  }
  for (const { key, location, removal } of store.locations()) {
    if (removal !== undefined) continue;
    const references = tariffReferences(location);
    if (references.length === 0) continue;
    const status = of(key.source);
    status.references += references.length;
    status.notices.add(danglingTariffs(references, key, table), { file: 'locations' }, key.id);
  }
  return Array.from(found, ([source, { tariffs, references, notices }]) => ({
    source,
    tariffs,
    references,
    notices: notices.summaries(),
  }));
}
