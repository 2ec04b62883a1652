/** Columns of rows, as the STRICT tables of the schema declare them. */
import type { SQLOutputValue } from 'node:sqlite';
import type { ObjectKey } from '@pantograph/model/location';

export type Row = Readonly<Record<string, SQLOutputValue>>;

export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new TypeError(`column ${column} holds no text: ${String(value)}`);
}

export function textOrNothingIn(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : textIn(row, column);
}

export function integerIn(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value === 'number') return value;
  throw new TypeError(`column ${column} holds no integer: ${String(value)}`);
}

export function keyIn(row: Row): ObjectKey {
  return {
    source: textIn(row, 'source'),
    countryCode: textIn(row, 'country_code'),
    partyId: textIn(row, 'party_id'),
    id: textIn(row, 'id'),
  };
}

const CHUNK = 500;

/**
 * Walks a table by its ordinal, some rows at a time, so that no cursor stays open while the caller thinks.
 * @param page rows after an ordinal, at most so many, in order.
 */
export function* walk(
  page: (afterOrdinal: number, limit: number) => readonly Row[],
  afterOrdinal = 0,
  limit = Infinity,
): Generator<Row, void, undefined> {
  let after = afterOrdinal;
  let left = limit;
  while (left > 0) {
    const wanted = Math.min(CHUNK, left);
    const rows = page(after, wanted);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < wanted) return;
    after = integerIn(last, 'ordinal');
    left -= rows.length;
  }
}
