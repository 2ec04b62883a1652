/** Rows of a leaf as bits of one number: the lowest bit is the leaf's first row. */
import { FAN_OUT } from './box-tree.ts';

export const ALL_ROWS = 2 ** FAN_OUT - 1;

/** The place of the lowest bit; `rows` must not be 0. */
export function lowest(rows: number): number {
  return 31 - Math.clz32(rows & -rows);
}

/** How many bits there are in 32. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
