/** Rows come out as the STRICT tables of the schema declare them; this is the one place that takes their word for it. */
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { ObjectKey } from '@pantograph/model/location';

export function oneRow<Row>(statement: StatementSync, ...parameters: SQLInputValue[]): Row | undefined {
  return statement.get(...parameters) as Row | undefined;
}

export function allRows<Row>(statement: StatementSync, ...parameters: SQLInputValue[]): readonly Row[] {
  return statement.all(...parameters) as unknown as readonly Row[];
}

export interface KeyColumns {
  readonly source: string;
  readonly country_code: string;
  readonly party_id: string;
  readonly id: string;
}

export function keyOf({ source, country_code, party_id, id }: KeyColumns): ObjectKey {
  return { source, countryCode: country_code, partyId: party_id, id };
}

const CHUNK = 500;

/**
 * Walks a table by its ordinal, some rows at a time, so that no cursor stays open while the caller thinks.
 * @param page rows after an ordinal, at most so many, in order.
 */
export function* walk<Row extends { readonly ordinal: number }>(
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
    after = last.ordinal;
    left -= rows.length;
  }
}
