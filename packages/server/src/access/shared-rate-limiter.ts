/**
 * Token buckets in memory that several threads share: what one of them lets through, the others know of. Sixteen buckets
 * to a row, in the row that a hash of the caller names; a caller without a bucket takes the one unseen for longest.
 */
import { hash } from 'node:crypto';
import type { Bucket, RateLimiter } from './rate-limiter.ts';
import { takeFrom } from './rate-limiter.ts';

const ROWS = 4096;
const WAYS = 16;
/** A row is held for less than a microsecond. Who held it longer than this was ended while it did. */
const LONGEST_HOLD_MILLISECONDS = 50;

/** By as much one thread's moment may be before another's; a clock that was set back is further. */
const LONGEST_TURN_MILLISECONDS = 1000;

const BUCKETS = ROWS * WAYS;
/** Tokens and time, two words that name the caller, and a lock for each row. */
export const SHARED_LIMITER_BYTES = BUCKETS * (8 + 8 + 4 + 4) + ROWS * 4;

/** @param memory of `SHARED_LIMITER_BYTES`, all 0 at first */
export function sharedRateLimiter(memory: SharedArrayBuffer): RateLimiter {
  const tokens = new Float64Array(memory, 0, BUCKETS);
  const times = new Float64Array(memory, BUCKETS * 8, BUCKETS);
  const names = new Uint32Array(memory, BUCKETS * 16, BUCKETS * 2);
  const locks = new Int32Array(memory, BUCKETS * 24, ROWS);
  const bucket: Bucket = { tokens: 0, at: 0 };

  /** The caller's bucket in the row; `isNew`: it was somebody else's. */
  function bucketIn(row: number, low: number, high: number): { readonly at: number; readonly isNew: boolean } {
    let oldest = row * WAYS;
    for (let at = row * WAYS; at < (row + 1) * WAYS; at++) {
      if (names[2 * at] === low && names[2 * at + 1] === high) return { at, isNew: false };
      if ((times[at] ?? 0) < (times[oldest] ?? 0)) oldest = at;
    }
    return { at: oldest, isNew: true };
  }

  return {
    take(callerId, rate, now) {
      const digest = hash('sha256', callerId, 'buffer');
      const [row, low, high] = [digest.readUInt16LE(0) % ROWS, digest.readUInt32LE(2), digest.readUInt32LE(6)];
      const time = now.getTime();
      hold(locks, row);
      try {
        const { at, isNew } = bucketIn(row, low, high);
        bucket.tokens = isNew ? rate.burst : (tokens[at] ?? 0);
        bucket.at = isNew ? time : (times[at] ?? 0);
        const isEarlier = time < bucket.at && bucket.at - time < LONGEST_TURN_MILLISECONDS;
        const wait = takeFrom(bucket, rate, isEarlier ? bucket.at : time);
        names[2 * at] = low;
        names[2 * at + 1] = high;
        tokens[at] = bucket.tokens;
        times[at] = bucket.at;
        return wait;
      } finally {
        Atomics.store(locks, row, 0);
      }
    },
  };
}

function hold(locks: Int32Array, row: number): void {
  let since: number | undefined;
  while (Atomics.compareExchange(locks, row, 0, 1) !== 0) {
    since ??= performance.now();
    if (performance.now() - since > LONGEST_HOLD_MILLISECONDS) return;
  }
}
