/** Records kept as they came, where there is no store to read them from. */
import type { ContentId, EvseStatus } from '@pantograph/model/location';
import type { PlaceRecord } from '../build-site.ts';
import { mergeStatus } from '../merge-status.ts';
import type { Documents } from '../world.ts';

export class MemoryDocuments implements Documents {
  readonly #records = new Map<ContentId, PlaceRecord>();

  read(contentId: ContentId): PlaceRecord | undefined {
    return this.#records.get(contentId);
  }

  put(record: PlaceRecord): void {
    this.#records.set(record.contentId, record);
  }

  putStatus(contentId: ContentId, status: EvseStatus): void {
    const record = this.#records.get(contentId);
    if (record !== undefined) this.#records.set(contentId, mergeStatus(record, status));
  }

  remove(contentId: ContentId): void {
    this.#records.delete(contentId);
  }
}
