/** What is known of a key. */
import type { Right } from '../http/caller.ts';
import type { Rate } from './rate-limiter.ts';

/** All but its secret. */
export interface KeyInfo {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly limit?: Rate;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly revokedAt?: string;
  /** A day and no time, UTC: enough to find keys out of use, too little to follow anybody. */
  readonly lastUsedOn?: string;
}

export interface KnownKey extends KeyInfo {
  readonly secretHash: Uint8Array;
}
