/**
 * What presenters made of sites, as bytes: the last so many megabytes of it, each document until something about its
 * site changes or the clock makes it untrue. One ring of memory holds all, the oldest is overwritten first.
 */
import type { ContentId, SourceInfo } from '@pantograph/model/location';

/** One site as one presenter shows it. */
export interface Document {
  /** UTF-8. Of a kept document: to be copied before another one is kept. */
  readonly bytes: Uint8Array;
  /** Where in `bytes` belongs what every answer says differently; at the end where there is no such place. */
  readonly gap: number;
  readonly source: SourceInfo;
  /** `contentTag` of the bytes; absent where it was not made yet. */
  readonly tag?: string | undefined;
  /** Milliseconds since 1970 before which it holds. */
  readonly until: number;
}

interface Entry extends Omit<Document, 'bytes'> {
  /** Bytes written before it since the ring was made. */
  readonly position: number;
  readonly length: number;
}

const RING_BYTES = 64 * 1024 * 1024;
/** Callers choose what is shown; more ways than this at a time are not worth their memory. */
const MOST_VARIANTS = 32;
/** Of the ring: no single document drives out all others. */
const LARGEST_SHARE = 1 / 16;

export class KeptDocuments {
  readonly #capacity: number;
  #ring: Buffer | undefined;
  #written = 0;
  /** By variant, least lately used first; in each the oldest first. */
  readonly #shelves = new Map<string, Map<ContentId, Entry>>();

  constructor(capacity: number = RING_BYTES) {
    this.#capacity = capacity;
  }

  /** @param variant which presenter, and what it was asked to show */
  get(contentId: ContentId, variant: string, now: Date): Document | undefined {
    const entry = this.#shelves.get(variant)?.get(contentId);
    if (entry === undefined || !this.#isThere(entry) || entry.until <= now.getTime()) return undefined;
    const start = entry.position % this.#capacity;
    const bytes = this.#ring?.subarray(start, start + entry.length);
    return bytes && { bytes, gap: entry.gap, source: entry.source, tag: entry.tag, until: entry.until };
  }

  keep(contentId: ContentId, variant: string, { bytes, gap, source, tag, until }: Document): void {
    const { length } = bytes;
    if (length > this.#capacity * LARGEST_SHARE) return;
    // The memory is the system's until it is written to.
    this.#ring ??= Buffer.allocUnsafeSlow(this.#capacity);
    const left = this.#capacity - (this.#written % this.#capacity);
    const position = this.#written + (length > left ? left : 0);
    this.#ring.set(bytes, position % this.#capacity);
    this.#written = position + length;
    const shelf = this.#shelf(variant);
    shelf.delete(contentId);
    shelf.set(contentId, { position, length, gap, source, tag, until });
    for (const [oldest, entry] of shelf) {
      if (this.#isThere(entry)) break;
      shelf.delete(oldest);
    }
  }

  /** Whether something is kept of the site. */
  holds(contentId: ContentId): boolean {
    for (const shelf of this.#shelves.values()) {
      const entry = shelf.get(contentId);
      if (entry !== undefined && this.#isThere(entry)) return true;
    }
    return false;
  }

  forget(contentId: ContentId): void {
    for (const shelf of this.#shelves.values()) shelf.delete(contentId);
  }

  clear(): void {
    this.#shelves.clear();
  }

  #isThere({ position }: Entry): boolean {
    return position + this.#capacity >= this.#written;
  }

  #shelf(variant: string): Map<ContentId, Entry> {
    const shelf = this.#shelves.get(variant) ?? new Map<ContentId, Entry>();
    this.#shelves.delete(variant);
    this.#shelves.set(variant, shelf);
    const [unused] = this.#shelves.keys();
    if (this.#shelves.size > MOST_VARIANTS && unused !== undefined) this.#shelves.delete(unused);
    return shelf;
  }
}
