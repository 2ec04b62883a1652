/**
 * What is to be said of prices when the objects of a source are taken in: references to tariffs that are neither in the
 * store nor among what came before, and tariffs that v3 cannot show, or not whole. Said at every import, stored nowhere.
 */
import { TariffTable, danglingTariffs } from '@pantograph/model/location';
import type { ObjectKey } from '@pantograph/model/location';
import type { Notice } from '@pantograph/model/notice';
import { tariffGaps } from '@pantograph/model/v3';
import type { Store } from '../store/store.ts';
import type { FeedEntry } from './feed-reader.ts';

export type TariffFindings = (entry: FeedEntry) => readonly Notice[];

/** The store's tariffs are read when the first reference comes; tariffs come before locations. */
export function tariffFindings(store: Pick<Store, 'tariffs'>, source: string): TariffFindings {
  const known = new TariffTable<{ readonly key: ObjectKey }>();
  let loaded = false;

  function load(): void {
    if (loaded) return;
    for (const { key } of store.tariffs()) if (key.source === source) known.put({ key });
    loaded = true;
  }

  return ({ change, references = [] }) => {
    if (change?.kind === 'tariff') {
      known.put({ key: change.record.key });
      return tariffGaps(change.record);
    }
    if (change?.kind !== 'preparedLocation' || references.length === 0) return [];
    load();
    return danglingTariffs(references, change.location.key, known);
  };
}
