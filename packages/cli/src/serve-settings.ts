/** From the options of `serve` to what the server is set up with. */
import type { AccessSettings, JwtSettings, ServerSettings, StartOptions } from '@pantograph/server';
import { Failure } from './failure.ts';
import { legacySettings } from './legacy-options.ts';
import type { ServeOptions } from './serve-options.ts';
import { secretFault } from './serve-options.ts';
import { version } from './version.ts';

/** Throws `Failure` where options that make sense alone make none together. */
export function serveSettings(options: ServeOptions): Required<Pick<StartOptions, 'access' | 'settings'>> {
  const { enums, mapStyle } = options;
  return {
    access: accessOf(options),
    settings: {
      enums,
      lookup: { serviceVersion: version, presentation: presentationOf(options) },
      legacy: legacySettings(options),
      page: mapStyle === undefined ? {} : { styleUrl: mapStyle },
    },
  };
}

function accessOf(options: ServeOptions): AccessSettings {
  const { open, closed, keyRate, anonymousRate } = options;
  if (anonymousRate !== undefined && !open) {
    throw new Failure(
      '--anonymous-rate is for servers that everybody may ask without a key.',
      'Add --open, or leave it out.',
    );
  }
  const jwt = jwtOf(options);
  return {
    mode: open ? 'open' : closed ? 'closed' : 'auto',
    ...(keyRate !== undefined && { keyRate }),
    ...(anonymousRate !== undefined && { anonymousRate }),
    ...(jwt !== undefined && { jwt }),
  };
}

function jwtOf({ jwtSecret, jwtSecretFile, jwksUrl, jwtIssuer, jwtAudience }: ServeOptions): JwtSettings | undefined {
  const claims = {
    ...(jwtIssuer !== undefined && { issuer: jwtIssuer }),
    ...(jwtAudience !== undefined && { audience: jwtAudience }),
  };
  const fault = jwtSecret === undefined ? undefined : secretFault(jwtSecret);
  if (fault !== undefined) throw new Failure('jwt-secret is too short.', fault);
  const secret = jwtSecret ?? jwtSecretFile;
  if (secret !== undefined) return { secret, ...claims };
  if (jwksUrl !== undefined) return { jwksUrl, ...claims };
  const [lonely] = Object.keys(claims);
  if (lonely === undefined) return undefined;
  throw new Failure(
    `--jwt-${lonely} is for servers that take tokens.`,
    'Add --jwt-secret-file or --jwks-url, or leave it out.',
  );
}

type Presentation = NonNullable<ServerSettings['lookup']['presentation']>;

/** Default names alone change nothing but the default. */
function presentationOf({ naming, defaultName, idPrefix }: ServeOptions): Presentation {
  const isNamed = naming !== undefined || defaultName !== undefined;
  return {
    ...(isNamed && {
      naming: { template: naming ?? '{brand}', ...(defaultName !== undefined && { defaultNames: defaultName }) },
    }),
    ...(idPrefix !== undefined && { idPrefix }),
  };
}
