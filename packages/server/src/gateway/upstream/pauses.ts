/** Upstreams that said 429 are left alone, by the caller they said it to, for as long as they asked for. */

export interface Pauses {
  /** Seconds still to wait, 0 for none. */
  left(digest: string, host: string, now: Date): number;
  pause(digest: string, host: string, seconds: number, now: Date): void;
}

/** Pauses kept; beyond it the oldest is forgotten, and the upstream says 429 once more. */
const MOST = 10_000;

export function pauses(): Pauses {
  /** Milliseconds since 1970. */
  const until = new Map<string, number>();
  return {
    left(digest, host, now) {
      const key = `${digest} ${host}`;
      const end = until.get(key);
      if (end === undefined) return 0;
      const left = Math.ceil((end - now.getTime()) / 1000);
      if (left > 0) return left;
      until.delete(key);
      return 0;
    },
    pause(digest, host, seconds, now) {
      const [oldest] = until.keys();
      if (until.size >= MOST && oldest !== undefined) until.delete(oldest);
      until.set(`${digest} ${host}`, now.getTime() + seconds * 1000);
    },
  };
}
