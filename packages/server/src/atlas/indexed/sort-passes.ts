/** Sorts row numbers by 32-bit keys: two rounds of counting and dealing out, by the lower and then by the upper half. */
import type { Work } from './passes.ts';

const BUCKETS = 65_536;

/**
 * @param order row numbers to sort, in place; equal keys keep their order
 * @param keys by row number
 */
export function* sortByKey(order: Uint32Array, keys: Uint32Array): Work<void> {
  const other = new Uint32Array(order.length);
  yield* round(order, other, keys, 0);
  yield* round(other, order, keys, 16);
}

function* round(from: Uint32Array, to: Uint32Array, keys: Uint32Array, shift: 0 | 16): Work<void> {
  const places = new Uint32Array(BUCKETS + 1);
  const bucketOf = (row: number): number => ((keys[row] ?? 0) >>> shift) & (BUCKETS - 1);
  yield {
    steps: from.length,
    run: (start, end) => {
      for (let at = start; at < end; at++) {
        const next = bucketOf(from[at] ?? 0) + 1;
        places[next] = (places[next] ?? 0) + 1;
      }
    },
  };
  yield {
    steps: BUCKETS,
    run: (start, end) => {
      for (let bucket = start; bucket < end; bucket++) {
        places[bucket + 1] = (places[bucket + 1] ?? 0) + (places[bucket] ?? 0);
      }
    },
  };
  yield {
    steps: from.length,
    run: (start, end) => {
      for (let at = start; at < end; at++) {
        const row = from[at] ?? 0;
        const bucket = bucketOf(row);
        const place = places[bucket] ?? 0;
        places[bucket] = place + 1;
        to[place] = row;
      }
    },
  };
}
