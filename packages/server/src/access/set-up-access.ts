/** From what an operator says about access to a doorkeeper, or to the reason why the server must not start so. */
import type { Log } from '../observe/log.ts';
import { createAccess } from './access.ts';
import type { Access } from './access.ts';
import type { AccessMode } from './exposure.ts';
import { exposureOf } from './exposure.ts';
import type { JwtSettings } from './jwt.ts';
import { jwtVerifier } from './jwt.ts';
import type { KeyStore } from './key-store.ts';
import type { Rate, RateLimiter } from './rate-limiter.ts';
import { rateLimiter } from './rate-limiter.ts';

export interface AccessSettings {
  /** `auto` (default): open on loopback, closed elsewhere. `open`, `closed`: everywhere. */
  readonly mode?: AccessMode;
  readonly jwt?: JwtSettings;
  /** For keys without a rate of their own, and for tokens; without it they have none. */
  readonly keyRate?: Rate;
  /** Per address, for callers without a key where the server is `open`; without it they have none. */
  readonly anonymousRate?: Rate;
}

/** The server was asked to run in a way that cannot be meant. */
export class StartRefused extends Error {
  /** What to do instead. */
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.name = 'StartRefused';
    this.advice = advice;
  }
}

interface AccessSurroundings {
  readonly fetch: typeof fetch;
  readonly log: Pick<Log, 'warn'>;
  /** Default: one of its own. */
  readonly limiter?: RateLimiter;
}

/** Throws `StartRefused`. */
export function setUpAccess(
  settings: AccessSettings,
  host: string,
  keys: KeyStore,
  surroundings: AccessSurroundings,
): Access {
  const { mode = 'auto', jwt } = settings;
  if (exposureOf(mode, host) === 'nobody' && jwt === undefined && keys.countActive() === 0) {
    throw new StartRefused(
      `Listening on ${host} without a single API key would refuse every request.`,
      'Create one with `pantograph key create NAME`, name a JWT secret or JWKS URL, or open the server to everybody with --open.',
    );
  }
  return accessAs(settings, host, keys, surroundings);
}

/** The same without asking whether anybody can come, for threads of a server that has asked. */
export function accessAs(
  { mode = 'auto', jwt, keyRate, anonymousRate }: AccessSettings,
  host: string,
  keys: KeyStore,
  { fetch: fetcher, log, limiter = rateLimiter() }: AccessSurroundings,
): Access {
  return createAccess({
    exposure: exposureOf(mode, host),
    keys,
    limiter,
    log,
    ...(jwt === undefined ? {} : { jwt: verifierOf(jwt, fetcher) }),
    ...(keyRate === undefined ? {} : { defaultRate: keyRate }),
    ...(anonymousRate === undefined ? {} : { anonymousRate }),
  });
}

function verifierOf(settings: JwtSettings, fetcher: typeof fetch): ReturnType<typeof jwtVerifier> {
  try {
    return jwtVerifier(settings, fetcher);
  } catch (error) {
    if (error instanceof RangeError) throw new StartRefused(error.message, 'Mend the JWT settings.');
    throw error;
  }
}
