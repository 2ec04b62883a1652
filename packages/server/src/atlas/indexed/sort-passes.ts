/** Sorts row numbers by keys: rounds of counting and dealing out, from the lowest digit to the highest. */
import type { Work } from './passes.ts';

const DIGIT_BITS = 12;
const DIGITS = 2 ** DIGIT_BITS;

/**
 * @param order row numbers to sort, in place; equal keys keep their order
 * @param keys by row number
 * @param bits how many of the keys' bits count; a multiple of 24, so that an even number of rounds ends where it began
 */
export function* sortByKey(order: Uint32Array, keys: Uint32Array, bits: number): Work<void> {
  const other = new Uint32Array(order.length);
  for (let shift = 0; shift < bits; shift += 2 * DIGIT_BITS) {
    yield* round(order, other, keys, shift);
    yield* round(other, order, keys, shift + DIGIT_BITS);
  }
}

function* round(from: Uint32Array, to: Uint32Array, keys: Uint32Array, shift: number): Work<void> {
  const places = new Uint32Array(DIGITS + 1);
  const digitOf = (row: number): number => ((keys[row] ?? 0) >>> shift) & (DIGITS - 1);
  yield {
    steps: from.length,
    run: (start, end) => {
      for (let at = start; at < end; at++) {
        const next = digitOf(from[at] ?? 0) + 1;
        places[next] = (places[next] ?? 0) + 1;
      }
    },
  };
  for (let digit = 0; digit < DIGITS; digit++) places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
  yield {
    steps: from.length,
    run: (start, end) => {
      for (let at = start; at < end; at++) {
        const row = from[at] ?? 0;
        const digit = digitOf(row);
        const place = places[digit] ?? 0;
        places[digit] = place + 1;
        to[place] = row;
      }
    },
  };
}
