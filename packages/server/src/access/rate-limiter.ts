/** Token buckets, one per caller. */

export interface Rate {
  readonly perSecond: number;
  /** Requests that may come at once after a pause; at least 1. */
  readonly burst: number;
}

export interface RateLimiter {
  /** Takes one request from the caller's bucket. The answer is 0, or the seconds after which there is one again. */
  take(callerId: string, rate: Rate, now: Date): number;
}

export interface Bucket {
  tokens: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** More callers than this at once, and those unseen for longest start again with full buckets. */
const maxBuckets = 100_000;

/** A request out of a bucket, which is changed. The answer is that of `take`. */
export function takeFrom(bucket: Bucket, rate: Rate, time: number): number {
  // A clock that was set back gives nothing, and takes nothing.
  const elapsed = Math.max(0, time - bucket.at) / 1000;
  bucket.tokens = Math.min(rate.burst, bucket.tokens + elapsed * rate.perSecond);
  bucket.at = time;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return 0;
  }
  return Math.max(1, Math.ceil((1 - bucket.tokens) / rate.perSecond));
}

/** Each process counts for itself: n serving processes let through n times the rate. Threads: `sharedRateLimiter`. */
export function rateLimiter(): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(callerId, rate, now) {
      const time = now.getTime();
      const bucket = buckets.get(callerId) ?? { tokens: rate.burst, at: time };
      // Kept in the order of last use, which is the order of a Map after delete and set.
      buckets.delete(callerId);
      buckets.set(callerId, bucket);
      dropOldest(buckets);
      return takeFrom(bucket, rate, time);
    },
  };
}

function dropOldest(buckets: Map<string, Bucket>): void {
  if (buckets.size <= maxBuckets) return;
  const [oldest] = buckets.keys();
  if (oldest !== undefined) buckets.delete(oldest);
}

const unitSeconds = new Map([
  ['s', 1],
  ['min', 60],
  ['h', 3600],
]);

/** `10/s`, `600/min`, `5000/h`, each with an optional `:burst`, which otherwise is what a second lets through, at least 1. */
export function parseRate(text: string): Rate | undefined {
  const [, count, unit = '', burst] = /^(\d{1,9}(?:\.\d{1,6})?)\/(s|min|h)(?::(\d{1,9}))?$/.exec(text.trim()) ?? [];
  const perSecond = Number(count) / (unitSeconds.get(unit) ?? Number.NaN);
  const size = burst === undefined ? Math.max(1, Math.ceil(perSecond)) : Number(burst);
  return perSecond > 0 && size >= 1 ? { perSecond, burst: size } : undefined;
}
