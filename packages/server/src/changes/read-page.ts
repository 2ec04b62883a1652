/** A stretch of changes from a cursor on. Work is bounded, and done in slices, so that others are answered meanwhile. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ContentId, Site } from '@pantograph/model/location';
import type { Atlas } from '../atlas/atlas.ts';
import type { LogEntry, Store, StoredLocation } from '../store/store.ts';
import type { Cursor } from './cursor.ts';
import { cursorText, markOf } from './cursor.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { Mention, Named } from './mentions.ts';
import { namedInJournal, namedInLog } from './mentions.ts';
import type { ChangeRecord, Presenting } from './record.ts';
import { outsideRecord, recordsOf } from './record.ts';
import type { ChangeView } from './view.ts';

export interface ChangeSource {
  readonly store: Pick<Store, 'seq' | 'log' | 'location' | 'locations'>;
  readonly atlas: Pick<Atlas, 'seq' | 'site' | 'removal' | 'document'>;
  readonly journal: Pick<Journal, 'feed' | 'last' | 'after'>;
  readonly presenting: Presenting;
}

export interface Line {
  readonly record: ChangeRecord;
  /** Whoever has this record, and those before it, goes on from here. */
  readonly cursor: string;
}

export interface Page {
  readonly lines: readonly Line[];
  readonly next: Cursor;
  /** Something waits behind `next` already. */
  readonly more: boolean;
}

/** Entries that are read for one page, whatever the filter leaves of them. */
const MOST_ENTRIES = 20_000;
/** Locations that are read for one page of a full read. */
const MOST_LOCATIONS = 2_000;
const ENTRIES_PER_SLICE = 500;
const LOCATIONS_PER_SLICE = 50;
const RECORDS_PER_SLICE = 50;

/** @param limit of records; the EVSEs of one place stay together, so that a few more may come */
export async function readPage(source: ChangeSource, view: ChangeView, from: Cursor, limit: number): Promise<Page> {
  const reading = new Reading(source, view, from, limit);
  if (from.sweep !== undefined) await sweep(reading, from.sweep);
  else {
    await readLog(reading);
    await readJournal(reading);
  }
  const { lines, at } = reading;
  const more = at.sweep !== undefined || at.seq < source.atlas.seq || at.n < source.journal.last();
  return { lines, next: at, more };
}

/**
 * What a change means to a reader. Whether the reader has a place that does not fit, only the reader knows: it is told
 * when the place as a whole has changed; a status alone moves nothing in or out.
 */
export function judge(
  mention: Mention,
  site: Site | undefined,
  { filter, fields }: ChangeView,
): 'told' | 'outside' | 'nothing' {
  if (filter.ids?.has(mention.contentId) === false) return 'nothing';
  if (mention.uids?.length === 0 && !fields.has('tariffs')) return 'nothing';
  if (site === undefined || filter.fits === undefined || filter.fits(site)) return 'told';
  return mention.uids === undefined ? 'outside' : 'nothing';
}

class Reading {
  readonly source: ChangeSource;
  readonly view: ChangeView;
  readonly limit: number;
  readonly lines: Line[] = [];
  at: Cursor;
  #sinceTurn = 0;

  constructor(source: ChangeSource, view: ChangeView, at: Cursor, limit: number) {
    this.source = source;
    this.view = view;
    this.at = at;
    this.limit = limit;
  }

  isFull(): boolean {
    return this.lines.length >= this.limit;
  }

  /** All records of one place, and then the position behind them. */
  async add(records: readonly ChangeRecord[], then: Cursor): Promise<void> {
    const { feed } = this.source.journal;
    records.forEach((record, index) => {
      const at = index === records.length - 1 ? then : this.at;
      this.lines.push({ record, cursor: cursorText(feed, at) });
    });
    this.at = then;
    this.#sinceTurn += records.length;
    if (this.#sinceTurn < RECORDS_PER_SLICE) return;
    this.#sinceTurn = 0;
    await nextTurn();
  }

  recordsFor(mention: Mention): readonly ChangeRecord[] {
    const { atlas, presenting } = this.source;
    const site = atlas.site(mention.contentId);
    switch (judge(mention, site, this.view)) {
      case 'told':
        return recordsOf(presenting, mention, site, this.view);
      case 'outside':
        return [outsideRecord(mention.contentId)];
      case 'nothing':
        return [];
    }
  }
}

async function readLog(reading: Reading): Promise<void> {
  const { store, atlas } = reading.source;
  for (let read = 0; read < MOST_ENTRIES && !reading.isFull(); read += ENTRIES_PER_SLICE) {
    const entries = store.log(reading.at.seq, ENTRIES_PER_SLICE).filter(({ seq }) => seq <= atlas.seq);
    const last = entries.at(-1);
    if (last === undefined) return;
    const cursorAt = (entry: LogEntry): Cursor => ({ ...reading.at, seq: entry.seq, mark: markOf(entry) });
    await addNamed(reading, namedInLog(entries), cursorAt);
    if (!reading.isFull()) reading.at = cursorAt(last);
    await nextTurn();
  }
}

async function readJournal(reading: Reading): Promise<void> {
  const { atlas, journal } = reading.source;
  for (
    let read = 0;
    read < MOST_ENTRIES && !reading.isFull() && reading.at.seq >= atlas.seq;
    read += ENTRIES_PER_SLICE
  ) {
    const entries = journal.after(reading.at.n, ENTRIES_PER_SLICE);
    const last = entries.at(-1);
    if (last === undefined) {
      // Numbers may have been left out.
      reading.at = { ...reading.at, n: Math.max(reading.at.n, journal.last()) };
      return;
    }
    const cursorAt = ({ n }: JournalEntry): Cursor => ({ ...reading.at, n });
    await addNamed(reading, namedInJournal(entries), cursorAt);
    if (!reading.isFull()) reading.at = cursorAt(last);
  }
}

async function addNamed<Source>(
  reading: Reading,
  named: readonly Named<Source>[],
  cursorAt: (by: Source) => Cursor,
): Promise<void> {
  for (const mention of named) {
    if (reading.isFull()) return;
    const records = reading.recordsFor(mention);
    if (records.length > 0) await reading.add(records, cursorAt(mention.by));
  }
}

/** Every place in order of creation; what changes meanwhile comes after it, since the cursor keeps where it began. */
async function sweep(reading: Reading, after: number): Promise<void> {
  const { store, atlas, presenting } = reading.source;
  const { ids, fits } = reading.view.filter;
  const { sweep: _, ...begin } = reading.at;
  let ordinal = after;
  for (let read = 0; read < MOST_LOCATIONS && !reading.isFull(); read += LOCATIONS_PER_SLICE) {
    const slice = ids === undefined ? [...store.locations(ordinal, LOCATIONS_PER_SLICE)] : storedOf(ids, ordinal);
    for (const { contentId, ordinal: own, removal } of slice) {
      if (reading.isFull()) return;
      ordinal = own;
      const site = removal === undefined ? atlas.site(contentId) : undefined;
      const isWanted = site !== undefined && fits?.(site) !== false;
      const records = isWanted ? recordsOf(presenting, { contentId }, site, reading.view) : [];
      await reading.add(records, { ...reading.at, sweep: ordinal });
    }
    if (slice.length < LOCATIONS_PER_SLICE) {
      reading.at = begin;
      return;
    }
    await nextTurn();
  }

  function storedOf(wanted: ReadonlySet<ContentId>, from: number): readonly StoredLocation[] {
    return [...wanted]
      .flatMap((id) => store.location(id) ?? [])
      .filter((stored) => stored.ordinal > from)
      .toSorted((one, other) => one.ordinal - other.ordinal)
      .slice(0, LOCATIONS_PER_SLICE);
  }
}
