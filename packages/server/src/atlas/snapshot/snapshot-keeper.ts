/** When a snapshot is read, and when it is written anew. */
import { existsSync } from 'node:fs';
import type { DocumentFilesSettings } from '../kept/document-files.ts';
import { DocumentFiles } from '../kept/document-files.ts';
import type { KeepingSettings } from '../kept/kept-documents.ts';
import { KeptDocuments } from '../kept/kept-documents.ts';
import { holdAlone } from './hold-alone.ts';
import type { RestoredParts, SavedPart } from './saved-parts.ts';
import type { SnapshotAbout } from './snapshot-file.ts';
import { SnapshotRefused, readSnapshot, snapshotBytes } from './snapshot-file.ts';
import { writeFileBeside, writeFileNow } from './write-file.ts';

export interface SnapshotSettings {
  /** Files of the atlas begin with this path: `.snapshot`, `.lock`, and those of kept documents. */
  readonly path: string;
  /** How documents are kept. */
  readonly documents?: Omit<KeepingSettings, 'files'> & Pick<DocumentFilesSettings, 'mostBytes'>;
  readonly policy?: Partial<SnapshotPolicy>;
  readonly log?: {
    info(details: object, what: string): void;
    warn(details: object, what: string): void;
  };
}

export interface SnapshotPolicy {
  /** With fewer locations than this none is written: to read them all takes no time. */
  readonly locations: number;
  /** Written anew when this many log entries and documents have come, and at least a quarter as many as there are places. */
  readonly entries: number;
  /** At the end of the process; fewer are followed, and presented, in no time. */
  readonly entriesAtClose: number;
  /** Between the beginnings of two. */
  readonly pauseMilliseconds: number;
}

const usualPolicy: SnapshotPolicy = {
  locations: 2000,
  entries: 20_000,
  entriesAtClose: 500,
  pauseMilliseconds: 300_000,
};

/** The world at a moment, to be written down while it goes on. */
interface Captured {
  readonly about: SnapshotAbout;
  readonly parts: readonly SavedPart[];
  /** Some of it may be ahead of `about.seq`, up to here; it is of use to those only who have that on disk. */
  readonly completeAt: number;
}

interface Kept {
  readonly capture: () => Captured;
  /** Log entry and places of the world as it is now, and what it has learnt since it was saved but from no log. */
  readonly state: () => { readonly seq: number; readonly locations: number; readonly unsaved: number };
  /** The last log entry that is on disk. */
  readonly durable: () => number;
  readonly now: () => Date;
}

const SHARE_OF_LOCATIONS = 1 / 4;
/** Where more has happened since, for each place there is, to read all places takes less than to follow. */
const MOST_ENTRIES_PER_LOCATION = 4;

export class SnapshotKeeper {
  readonly #settings: SnapshotSettings;
  readonly #policy: SnapshotPolicy;
  readonly #file: string;
  #onDisk: number | undefined;
  #triedAt = -Infinity;
  #release: (() => void) | undefined;
  #closed = false;
  #isWriting = false;
  #isWithoutFiles = false;

  constructor(settings: SnapshotSettings) {
    this.#settings = settings;
    this.#policy = { ...usualPolicy, ...settings.policy };
    this.#file = `${settings.path}.snapshot`;
    this.#release = this.#hold();
  }

  /** Whether no other process looks after these files. Only who does writes. */
  get isAlone(): boolean {
    this.#release ??= this.#closed ? undefined : this.#hold();
    return this.#release !== undefined;
  }

  #hold(): (() => void) | undefined {
    const path = `${this.#settings.path}.lock`;
    try {
      return holdAlone(path);
    } catch (err) {
      if (!this.#isWithoutFiles) this.#settings.log?.warn({ err, path }, 'files of the atlas cannot be used');
      this.#isWithoutFiles = true;
      return undefined;
    }
  }

  /** In files too, where no other process has them. */
  keptDocuments(): KeptDocuments {
    const { path, documents = {}, log } = this.#settings;
    const { mostBytes, ...keeping } = documents;
    const onTrouble = (err: unknown): void => {
      log?.warn({ err, path }, 'documents are kept in memory only: their files do not work');
    };
    if (!this.isAlone) return new KeptDocuments(keeping);
    try {
      const files = new DocumentFiles({ path, onTrouble, ...(mostBytes !== undefined && { mostBytes }) });
      return new KeptDocuments({ ...keeping, files });
    } catch (error) {
      onTrouble(error);
      return new KeptDocuments(keeping);
    }
  }

  /** `undefined`, with the reason in the log, where there is none or it is of no use. */
  read(
    durable: number,
    check: (about: SnapshotAbout) => string | undefined,
  ): { readonly about: SnapshotAbout; readonly parts: RestoredParts } | undefined {
    if (!existsSync(this.#file)) return undefined;
    try {
      const found = readSnapshot(this.#file, (about) => check(about) ?? this.#tooOld(about, durable));
      this.#onDisk = found.about.seq;
      return found;
    } catch (error) {
      const reason = error instanceof SnapshotRefused ? error.message : `it cannot be read: ${String(error)}`;
      this.#settings.log?.warn({ file: this.#file, reason }, 'the snapshot of the index is of no use; building anew');
      return undefined;
    }
  }

  /** To be called every now and then. Resolves when what it began, if anything, is done. */
  async writeWhenDue(kept: Kept): Promise<void> {
    if (this.#closed || this.#isWriting || !this.#isDue(kept) || !this.isAlone) return;
    this.#isWriting = true;
    this.#triedAt = kept.now().getTime();
    try {
      const { about, parts, completeAt } = kept.capture();
      const isWanted = (isWhole: boolean): boolean => !this.#closed && (!isWhole || kept.durable() >= completeAt);
      if (!(await writeFileBeside(this.#file, snapshotBytes(about, parts), isWanted))) return;
      this.#onDisk = about.seq;
      this.#settings.log?.info({ file: this.#file, seq: about.seq }, 'the index is written down');
    } catch (error) {
      this.#settings.log?.warn({ err: error, file: this.#file }, 'the index could not be written down');
    } finally {
      this.#isWriting = false;
    }
  }

  /** Writes what is worth it; nothing is written after it. */
  writeAtEnd(kept: Kept): void {
    if (this.#closed) return;
    const isWanted = this.#isWorthwhile(kept) && this.#news(kept) >= this.#policy.entriesAtClose && this.isAlone;
    try {
      if (!isWanted) return;
      const { about, parts, completeAt } = kept.capture();
      if (kept.durable() >= completeAt) writeFileNow(this.#file, snapshotBytes(about, parts));
    } catch (error) {
      this.#settings.log?.warn({ err: error, file: this.#file }, 'the index could not be written down');
    } finally {
      this.#closed = true;
    }
  }

  /** Others may look after the files from now on. */
  letGo(): void {
    this.#closed = true;
    this.#release?.();
    this.#release = undefined;
  }

  #isDue(kept: Kept): boolean {
    if (!this.#isWorthwhile(kept)) return false;
    const { locations } = kept.state();
    const { entries, pauseMilliseconds } = this.#policy;
    const isEnough = this.#news(kept) >= Math.max(entries, locations * SHARE_OF_LOCATIONS);
    return isEnough && kept.now().getTime() - this.#triedAt >= pauseMilliseconds;
  }

  #isWorthwhile(kept: Kept): boolean {
    return kept.state().locations >= this.#policy.locations;
  }

  #news(kept: Kept): number {
    const { seq, unsaved } = kept.state();
    return this.#onDisk === undefined ? Infinity : seq - this.#onDisk + unsaved;
  }

  #tooOld({ seq, locations }: SnapshotAbout, durable: number): string | undefined {
    const behind = durable - seq;
    if (behind <= this.#policy.entries || behind <= MOST_ENTRIES_PER_LOCATION * locations) return undefined;
    return `it is ${String(behind)} entries behind the store`;
  }
}
