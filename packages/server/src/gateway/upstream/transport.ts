/** How requests get to upstreams: over node's own client, or in tests without a network. */
import { Refused } from '../../refusal/refused.ts';

export interface TransportRequest {
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Makes it a POST. */
  readonly form?: string;
  readonly signal: AbortSignal;
  /** Longer answers are refused with `tooLong`. */
  readonly mostBytes: number;
}

export interface TransportAnswer {
  readonly status: number;
  /** @param name in lower case */
  readonly header: (name: string) => string | undefined;
  /** Without any coding. */
  readonly body: Buffer;
}

/** Follows no redirect: credentials are for whom the operator named. Rejects where no answer comes, or `signal` aborts. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/** Nobody promised that an answer ends. */
export function tooLong(mostBytes: number): Refused {
  return new Refused('unavailable', {
    cause: `An answer behind this gateway is longer than ${String(mostBytes)} bytes`,
  });
}
