/** Bearer tokens that somebody else issues: HS256 with a shared secret, or any asymmetric algorithm with a JWKS. */
import type { JWTPayload, JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import type { Caller } from '../http/caller.ts';
import { rightNames } from '../http/caller.ts';
import { Refused } from '../refusal/refused.ts';
import { unusable } from './credentials.ts';

export interface JwtSettings {
  /** HS256; at least 32 bytes (RFC 7518 section 3.2). */
  readonly secret?: string;
  /** https, or http on loopback. */
  readonly jwksUrl?: string;
  readonly issuer?: string;
  readonly audience?: string;
}

export interface JwtVerifier {
  /** Throws `Refused` for a token that does not count, or that cannot be judged now. */
  callerOf(token: string, now: Date): Promise<Caller>;
}

/** A token signed with a public key never counts as an HMAC made with that key's text, and `none` never counts. */
const asymmetric = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Seconds by which issuer's clock and ours may differ. */
const clockTolerance = 30;

/** A verified token is believed so long without asking its key again: a withdrawn JWKS key works no longer than this. */
const believedMilliseconds = 60_000;
const maxBelieved = 2_000;

/** Throws `RangeError` where the settings cannot be meant. */
export function jwtVerifier(settings: JwtSettings, fetcher: typeof fetch): JwtVerifier {
  const verify = verification(settings, fetcher);
  const believed = new Map<string, { readonly caller: Caller; readonly until: number }>();
  return {
    async callerOf(token, now) {
      const before = believed.get(token);
      if (before !== undefined && now.getTime() < before.until) return before.caller;
      const payload = await verify(token, now);
      const caller = callerOfClaims(payload);
      const expires = ((payload.exp ?? 0) + clockTolerance) * 1000;
      believed.delete(token);
      believed.set(token, { caller, until: Math.min(expires, now.getTime() + believedMilliseconds) });
      const [oldest] = believed.keys();
      if (believed.size > maxBelieved && oldest !== undefined) believed.delete(oldest);
      return caller;
    },
  };
}

function verification(settings: JwtSettings, fetcher: typeof fetch): (token: string, now: Date) => Promise<JWTPayload> {
  const { secret, jwksUrl, issuer, audience } = settings;
  const options = (algorithms: string[], currentDate: Date): JWTVerifyOptions => ({
    algorithms,
    currentDate,
    clockTolerance,
    requiredClaims: ['exp'],
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
  });
  if ((secret === undefined) === (jwksUrl === undefined)) {
    throw new RangeError('A JWT needs either a secret or a JWKS URL.');
  }
  if (secret !== undefined) {
    const key = new TextEncoder().encode(secret);
    if (key.byteLength < 32) throw new RangeError('The JWT secret needs at least 32 bytes.');
    return (token, now) => judged(() => jwtVerify(token, key, options(['HS256'], now)));
  }
  const keys = remoteKeys(jwksUrl ?? '', fetcher);
  return (token, now) => judged(() => jwtVerify(token, keys, options(asymmetric, now)));
}

function remoteKeys(jwksUrl: string, fetcher: typeof fetch): JWTVerifyGetKey {
  const url = URL.parse(jwksUrl);
  const onLoopback = url !== null && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !(url.protocol === 'http:' && onLoopback))) {
    throw new RangeError('The JWKS URL must be https (http on loopback only).');
  }
  return createRemoteJWKSet(url, { timeoutDuration: 5_000, [customFetch]: fetcher });
}

/** jose names what is wrong by code; its messages hold no part of the token. */
async function judged(verify: () => Promise<{ payload: JWTPayload }>): Promise<JWTPayload> {
  try {
    return (await verify()).payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError) || issuerTrouble.has(error.code)) {
      throw new Refused('unavailable', { cause: 'The keys of the token issuer could not be had' });
    }
    throw unusable(causes.get(error.code) ?? 'The token is not one that this server accepts', 'Authorization');
  }
}

/** What an issuer's answer can have, beside `fetch` failing: the caller is not to blame. */
const issuerTrouble = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

const causes = new Map([
  ['ERR_JWT_EXPIRED', 'The token has expired'],
  ['ERR_JWT_CLAIM_VALIDATION_FAILED', 'The token is not meant for this server, not valid yet, or without an expiry'],
  ['ERR_JWS_SIGNATURE_VERIFICATION_FAILED', 'The signature of the token does not fit'],
  ['ERR_JWKS_NO_MATCHING_KEY', 'The issuer has no key that signed this token'],
  ['ERR_JOSE_ALG_NOT_ALLOWED', 'The token is signed with an algorithm that this server does not accept'],
]);

/** Rights stand in `scope` (RFC 8693, parted by spaces) or in the list `rights`. */
function callerOfClaims(claims: JWTPayload): Caller {
  const scope = typeof claims['scope'] === 'string' ? claims['scope'].split(' ') : [];
  const listed: readonly unknown[] = Array.isArray(claims['rights']) ? claims['rights'] : [];
  const named = new Set<unknown>([...scope, ...listed]);
  const subject = (claims.sub ?? 'unnamed').replace(/[^\x21-\x7e]/g, '?').slice(0, 64);
  return { id: `jwt:${subject}`, rights: new Set(rightNames.filter((right) => named.has(right))) };
}
