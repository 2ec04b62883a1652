/** Where rows come from: a buffer or segments, with one numbering over all of them. */

/** What a row is made of, in a buffer and in a segment alike. */
export interface RowColumns {
  /** Two per row: latitude, longitude. */
  readonly positions: Float64Array;
  readonly ids: Uint32Array;
  /** Five per row: numbers of suppliers, providers, place, hours and equipment. */
  readonly facts: Uint16Array | Uint32Array;
  /** Where a row's EVSEs begin; the next row's begin where they end. */
  readonly evseStarts: Uint32Array;
  readonly evseKinds: Uint16Array | Uint32Array;
  /** Hashes of uids. */
  readonly evseUids: Uint16Array;
  /** Codes of statuses. */
  readonly statuses: Uint8Array;
  readonly textStarts: Uint32Array;
  readonly text: Uint8Array;
}

export interface RowSource {
  readonly rows: number;
  readonly columns: RowColumns;
  isDead(row: number): boolean;
}

export interface NumberedRows {
  readonly count: number;
  /** What is returned is overwritten by the next call. */
  find(row: number): { readonly source: RowSource; readonly local: number };
}

/** The rows of each source after those of the one before. */
export function rowsOf(sources: readonly RowSource[]): NumberedRows {
  const [first, ...others] = sources;
  if (first === undefined) throw new RangeError('rows come from one source at least');
  const found = { source: first, local: 0 };
  return {
    count: sources.reduce((sum, { rows }) => sum + rows, 0),
    find(row) {
      found.source = first;
      found.local = row;
      for (const source of others) {
        if (found.local < found.source.rows) break;
        found.local -= found.source.rows;
        found.source = source;
      }
      return found;
    },
  };
}
