/**
 * What presenters made of sites, as bytes: what was asked for last in memory, and where there are files the rest in
 * them. Each document is good until something about its site changes or the clock makes it untrue.
 */
import type { ContentId, Site, SourceInfo } from '@pantograph/model/location';
import { ID_WORDS, writeIdWords } from '../indexed/content-id-words.ts';
import type { RestoredParts, SavedPart } from '../snapshot/saved-parts.ts';
import { jsonPart, partOf, textOf } from '../snapshot/saved-parts.ts';
import { contentTag } from './content-tag.ts';
import { Credits } from './credits.ts';
import type { DocumentFiles } from './document-files.ts';
import type { RecordMemory } from './document-record.ts';
import { DocumentRing } from './document-ring.ts';
import { COMMON_AFTER, DocumentVariants } from './document-variants.ts';
import { TariffStamps, tariffBits } from './tariff-stamps.ts';

/** One site as one presenter shows it. */
export interface Document {
  /** UTF-8. Of a kept document: to be copied before another one is asked for. */
  readonly bytes: Uint8Array;
  /** Where in `bytes` belongs what every answer says differently; at the end where there is no such place. */
  readonly gap: number;
  readonly source: SourceInfo;
  /** `contentTag` of the bytes; absent where it was not made yet. */
  readonly tag?: string | undefined;
  /** Writes the tag's letters there, which costs less than `tag` where no text of it is needed. */
  writeTag?(into: Uint8Array, at: number): void;
  /** Milliseconds since 1970 before which it holds. */
  readonly until: number;
}

export interface KeepingSettings {
  /** Of the memory, a power of two; default 128 MB. */
  readonly memoryBytes?: number;
  /** How many documents of a variant are kept before any of it goes into a file; default 100. */
  readonly commonAfter?: number;
  /** Default: memory only. */
  readonly files?: DocumentFiles;
}

/** Answers are made of dozens of them: what is not asked for is not made. */
class KeptDocument implements Document {
  readonly bytes: Uint8Array;
  readonly gap: number;
  readonly source: SourceInfo;
  readonly #memory: RecordMemory;
  readonly #start: number;

  constructor(memory: RecordMemory, start: number, source: SourceInfo) {
    this.bytes = memory.document(start);
    this.gap = memory.gap(start);
    this.source = source;
    this.#memory = memory;
    this.#start = start;
  }

  get tag(): string {
    return this.#memory.tag(this.#start);
  }

  get until(): number {
    return this.#memory.until(this.#start);
  }

  writeTag(into: Uint8Array, at: number): void {
    this.#memory.writeTag(this.#start, into, at);
  }
}

export const RING_BYTES = 128 * 1024 * 1024;
/** What becomes untrue sooner is not worth a file. */
const SHORTEST_IN_FILE_MILLISECONDS = 600_000;
const SPREAD = 0x9e37_79b1;

export class KeptDocuments {
  readonly tariffs = new TariffStamps();
  readonly credits = new Credits();
  readonly #variants: DocumentVariants;
  readonly #ring: DocumentRing;
  readonly #files: DocumentFiles | undefined;
  readonly #id = new Uint32Array(ID_WORDS);

  constructor({ memoryBytes = RING_BYTES, commonAfter = COMMON_AFTER, files }: KeepingSettings = {}) {
    this.#variants = new DocumentVariants(commonAfter);
    this.#ring = new DocumentRing(memoryBytes);
    this.#files = files;
  }

  /** @param variant which presenter, and what it was asked to show */
  get(contentId: ContentId, variant: string, now: Date): Document | undefined {
    return writeIdWords(contentId, this.#id, 0) ? this.find(this.#id, 0, variant, now) : undefined;
  }

  /** As `get`, of the id whose words begin at `at`. */
  find(words: Uint32Array, at: number, variant: string, now: Date): Document | undefined {
    const number = this.#variants.numberOf(variant);
    if (number === undefined) return undefined;
    const key = keyOf(words, at, number);
    let memory = this.#ring.memory;
    let start = this.#ring.find(key, words, at, number);
    if (start < 0) {
      if (this.#files?.read(key, words, at, number) !== true) return undefined;
      ({ memory } = this.#files);
      start = this.#takeUp(key, memory);
      if (start >= 0) ({ memory } = this.#ring);
      else start = 0;
    }
    if (memory.until(start) <= now.getTime()) return undefined;
    const source = this.credits.source(memory.source(start));
    if (source === undefined) return undefined;
    const isOutdated = this.tariffs.isOutdated(
      source.name,
      memory.stamp(start),
      memory.tariffs(start, 0),
      memory.tariffs(start, 1),
    );
    if (isOutdated) return undefined;
    return new KeptDocument(memory, start, source);
  }

  keep(site: Site, variant: string, { bytes, gap, source, until, tag = contentTag(bytes) }: Document, now: Date): void {
    const words = this.#id;
    if (!writeIdWords(site.contentId, words, 0)) return;
    const { number, isCommon } = this.#variants.count(variant);
    const key = keyOf(words, 0, number);
    const head = {
      gap,
      tag,
      words,
      at: 0,
      variant: number,
      source: this.credits.number(source),
      until,
      stamp: this.tariffs.now,
      tariffs: tariffBits(site),
    };
    const start = this.#ring.put(key, head, bytes);
    const isWorthFile = isCommon && start >= 0 && until - now.getTime() >= SHORTEST_IN_FILE_MILLISECONDS;
    if (isWorthFile) this.#files?.keep(key, this.#ring.memory, start);
    else this.#files?.forget(key);
  }

  /** Whether something is kept of the site. */
  holds(words: Uint32Array, at: number): boolean {
    for (const number of this.#variants.numbers()) {
      const key = keyOf(words, at, number);
      if (this.#ring.has(key) || this.#files?.has(key) === true) return true;
    }
    return false;
  }

  forget(contentId: ContentId): void {
    if (!writeIdWords(contentId, this.#id, 0)) return;
    for (const number of this.#variants.numbers()) {
      const key = keyOf(this.#id, 0, number);
      this.#ring.forget(key);
      this.#files?.forget(key);
    }
  }

  clear(): void {
    this.#ring.clear();
    this.#files?.clear();
  }

  /** Documents that came into files since the last `save`. */
  get unsaved(): number {
    return this.#files?.unsaved ?? 0;
  }

  /** Nothing where there are no files. */
  save(): readonly SavedPart[] {
    if (this.#files === undefined) return [];
    const { directory, files } = this.#files.save();
    const [variants, tariffs, credits] = [this.#variants.save(), this.tariffs.save(), this.credits.save()];
    return [
      jsonPart('documents', { variants, tariffs, credits, files }),
      { name: 'document-directory', pieces: [directory] },
    ];
  }

  /** Of documents of which none is kept yet. */
  restore(parts: RestoredParts): void {
    if (this.#files === undefined || !parts.has('documents')) return;
    const { variants, tariffs, credits, files } = JSON.parse(textOf(partOf(parts, 'documents'))) as Record<
      'variants' | 'tariffs' | 'credits' | 'files',
      unknown
    >;
    this.#variants.restore(variants);
    this.tariffs.restore(tariffs);
    this.credits.restore(credits);
    this.#files.restore(partOf(parts, 'document-directory'), files);
  }

  close(): void {
    this.#files?.close();
  }

  /** What was read from a file goes on in memory. */
  #takeUp(key: number, read: RecordMemory): number {
    const start = this.#ring.take(key, read.length(0));
    if (start >= 0) this.#ring.memory.copy(read, start);
    return start;
  }
}

/** Where a document is looked for. Ids are digests, so that any of their words is as good as a hash. */
function keyOf(words: Uint32Array, at: number, variant: number): number {
  return ((words[at + 2] ?? 0) ^ Math.imul(variant, SPREAD)) >>> 0;
}
