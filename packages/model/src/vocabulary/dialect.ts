/**
 * The two spellings of v3 enumerations: `ocpi` as the migration guide prints them, `here` as the published document has
 * them. Property names are the same in both, and connector standards too.
 */
import type { Spellings } from './spelling.ts';
import type { Status } from './status.ts';
import { hereStatusOf } from './status.ts';

export const enumDialects = ['ocpi', 'here'] as const;
export type EnumDialect = (typeof enumDialects)[number];

/**
 * A stored value, in either spelling, as a dialect writes it. `ocpi` keeps what it does not know, since OCPI's
 * enumerations are open, and keeps the published spelling of what OCPI lacks. `here` writes published values only:
 * `undefined` for all others.
 */
export function spellIn(dialect: EnumDialect, table: Spellings, value: string): string | undefined {
  if (dialect === 'ocpi') return table.ocpiOf(value) ?? value;
  return table.hereOf(value) ?? (table.published.includes(value) ? value : undefined);
}

/** As {@link spellIn} for an enumeration that gains no values: one that no side lists is `undefined` in both dialects. */
export function spellKnownIn(dialect: EnumDialect, table: Spellings, value: string): string | undefined {
  return table.has(value) || table.published.includes(value) ? spellIn(dialect, table, value) : undefined;
}

/** All values in order, each once. */
export function spellAllIn(dialect: EnumDialect, table: Spellings, values: Iterable<string>): string[] {
  const spelt = new Set<string>();
  for (const value of values) {
    const one = spellIn(dialect, table, value);
    if (one !== undefined) spelt.add(one);
  }
  return [...spelt];
}

/** `undefined`: this dialect leaves EVSEs of that status out. */
export function spellStatusIn(dialect: EnumDialect, status: Status): string | undefined {
  return dialect === 'ocpi' ? status : hereStatusOf(status);
}
