/** The doorkeeper: who a request comes from, and whether it may come now. */
import type { Asked } from '../http/asked.ts';
import type { Caller, Right } from '../http/caller.ts';
import { rightNames } from '../http/caller.ts';
import type { Log } from '../observe/log.ts';
import { Refused } from '../refusal/refused.ts';
import type { ApiKey } from './api-key.ts';
import { isSecretOf } from './api-key.ts';
import { credentialsOf, unusable } from './credentials.ts';
import type { Exposure } from './exposure.ts';
import { isLocalUser } from './exposure.ts';
import type { JwtVerifier } from './jwt.ts';
import type { KnownKey } from './key-info.ts';
import type { KeyStore } from './key-store.ts';
import type { Rate, RateLimiter } from './rate-limiter.ts';

export interface Admission {
  readonly caller: Caller;
  /** Seconds to wait where the caller has used up its rate, otherwise 0. */
  readonly retryAfter: number;
  /** Given for credentials: the answer is nobody else's. */
  readonly credentials: boolean;
}

export interface Access {
  /** Throws, or rejects with, `Refused`. A promise only where a token has to be verified. */
  admit(asked: Asked, peer: string | undefined, now: Date): Admission | Promise<Admission>;
}

export interface AccessOptions {
  readonly exposure: Exposure;
  readonly keys: KeyStore;
  readonly limiter: RateLimiter;
  readonly log: Pick<Log, 'warn'>;
  readonly jwt?: JwtVerifier;
  /** For keys without a rate of their own, and for tokens. */
  readonly defaultRate?: Rate;
  /** Per peer address, for requests without credentials where everybody may come. */
  readonly anonymousRate?: Rate;
}

/** The person at the machine may do everything; the public everything but look into the server. */
const localCaller: Caller = { id: 'local', rights: new Set(rightNames) };
const publicCaller: Caller = { id: 'anonymous', rights: new Set(rightNames.filter((right) => right !== 'admin')) };

export function createAccess(options: AccessOptions): Access {
  const { exposure, keys, limiter, log, jwt, defaultRate, anonymousRate } = options;

  const limited = (caller: Caller, rate: Rate | undefined, now: Date): Admission => ({
    caller,
    retryAfter: rate === undefined ? 0 : limiter.take(caller.id, rate, now),
    credentials: true,
  });

  const noteUse = (id: string, now: Date): void => {
    try {
      keys.markUsed(id, now);
    } catch (error) {
      log.warn({ err: error, key: id }, 'the use of a key could not be noted');
    }
  };

  const admitKey = ({ id, secret }: ApiKey, now: Date): Admission => {
    const key = keys.find(id, now);
    // An unknown id costs the same comparison, so that time tells nothing of the ids there are.
    const fits = isSecretOf(secret, key?.secretHash ?? noSecret);
    if (key === undefined || !fits) throw unusable('The key is not one of this server', 'apiKey');
    if (key.revokedAt !== undefined) throw unusable('The key was revoked', 'apiKey');
    noteUse(id, now);
    return limited(callerOfKey(key), key.limit ?? defaultRate, now);
  };

  /** Clients of other services keep sending their keys: where everybody may come, those do no harm. */
  const admitAnonymous = (asked: Asked, peer: string | undefined, now: Date, refusal: () => Refused): Admission => {
    if (exposure === 'loopback' && isLocalUser(asked, peer)) {
      return { caller: localCaller, retryAfter: 0, credentials: false };
    }
    if (exposure !== 'everybody') throw refusal();
    const retryAfter = anonymousRate === undefined ? 0 : limiter.take(`peer:${network(peer)}`, anonymousRate, now);
    return { caller: publicCaller, retryAfter, credentials: false };
  };

  return {
    admit(asked, peer, now) {
      const credentials = credentialsOf(asked);
      switch (credentials.kind) {
        case 'key':
          return admitKey(credentials.key, now);
        case 'token':
          if (jwt !== undefined) {
            return jwt.callerOf(credentials.token, now).then((caller) => limited(caller, defaultRate, now));
          }
          return admitAnonymous(asked, peer, now, () => unusable('This server takes keys and no JWT', 'Authorization'));
        case 'foreign': {
          const { cause, parameter } = credentials;
          return admitAnonymous(asked, peer, now, () => unusable(cause, parameter));
        }
        case 'none':
          return admitAnonymous(asked, peer, now, missing);
      }
    },
  };
}

const missing = (): Refused => new Refused('credentials_missing', { cause: 'No credentials found' });

const noSecret = new Uint8Array(32);

const callers = new WeakMap<KnownKey, Caller>();

function callerOfKey(key: KnownKey): Caller {
  const before = callers.get(key);
  if (before !== undefined) return before;
  const caller: Caller = { id: key.id, rights: new Set<Right>(key.rights) };
  callers.set(key, caller);
  return caller;
}

/** IPv6 hands every customer 2^64 addresses: they share one bucket. */
export function network(peer = 'unknown'): string {
  const plain = peer.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = plain.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
