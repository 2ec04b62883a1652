/** The options of `serve`, which `demo` has too. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { NamingScheme } from '@pantograph/model/v3';
import { namingSchemeFault } from '@pantograph/model/v3';
import type { Rate, ServerSettings } from '@pantograph/server';
import { layeredOptions } from './layered-options.ts';
import type { LegacyOptions } from './legacy-options.ts';
import { legacyOptions, repeatableLegacyOptions } from './legacy-options.ts';
import { readDuration, readPort, readRate, readThreads } from './option-readers.ts';

export interface ServeOptions extends LegacyOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly enums: ServerSettings['enums'];
  readonly twins: 'on' | 'off';
  readonly threads: number;
  /** Milliseconds. */
  readonly keepLog?: number;
  readonly open: boolean;
  readonly closed: boolean;
  readonly keyRate?: Rate;
  readonly anonymousRate?: Rate;
  /** What the file holds. */
  readonly jwtSecretFile?: string;
  /** Never on a command line, where others on the machine can read it. */
  readonly jwtSecret?: string;
  readonly jwksUrl?: string;
  readonly jwtIssuer?: string;
  readonly jwtAudience?: string;
  /** A template. */
  readonly naming?: string;
  readonly defaultName?: NonNullable<NamingScheme['defaultNames']>;
  readonly idPrefix?: string;
  readonly mapStyle?: string;
  /** Absent: `sources.yaml` in the data directory. */
  readonly sources?: string;
}

/** @param directory where the data is unless told otherwise */
export function serveOptions(command: Command, directory: string): Command {
  command
    .option('--port <number>', 'port to listen on; 0 takes any that is free', readPort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--data <directory>', 'data directory', directory)
    .addOption(
      new Option('--enums <dialect>', 'spelling of v3 values where a request does not choose')
        .choices(['ocpi', 'here'])
        .default('ocpi'),
    )
    .addOption(
      new Option('--twins <choice>', 'whether an EVSE that several locations tell of is shown once')
        .choices(['on', 'off'])
        .default('on'),
    )
    .option(
      '--threads <number>',
      'threads that answer; more than one need a system that lets them share a port',
      readThreads,
      1,
    )
    .option(
      '--keep-log <duration>',
      'how long who was away finds what changed; "7 days" unless told otherwise',
      readDuration,
    )
    .option('--open', 'answer everybody without an API key; by default only this machine', false)
    .addOption(
      new Option('--closed', 'answer nobody without an API key or token, this machine neither')
        .default(false)
        .conflicts('open'),
    )
    .option(
      '--key-rate <rate>',
      'of each key without a limit of its own, and of each token; 600/min, 10/s:50',
      readRate,
    )
    .option('--anonymous-rate <rate>', 'of each address without a key, with --open', readRate)
    .addOption(
      new Option('--jwt-secret-file <file>', 'take tokens (JWT) signed by HS256 with the secret in the file')
        .argParser(readSecretFile)
        .conflicts('jwksUrl'),
    )
    .addOption(new Option('--jwt-secret <secret>').hideHelp())
    .option('--jwks-url <url>', 'take tokens (JWT) signed with one of the keys at an https address', readJwksUrl)
    .option('--jwt-issuer <text>', 'what "iss" of tokens has to be')
    .option('--jwt-audience <text>', 'what "aud" of tokens has to name')
    .option(
      '--naming <template>',
      'names of v3 locations, of {brand}, {street}, {houseNumber}, {city}, {name}',
      readNaming,
    )
    .option(
      '--default-name <country=name>',
      'v3 name where no brand is known, such as NLD=Laadpaal; repeatable',
      readDefaultName,
    )
    .option('--id-prefix <prefix>', 'what v3 ids begin with, such as city:charging:', readIdPrefix)
    .option('--map-style <url>', 'MapLibre style of the map page, in place of the offline map; https', readHttps);
  return layeredOptions(legacyOptions(command), {
    repeatable: [...repeatableLegacyOptions, 'defaultName'],
    secret: ['jwtSecret'],
    exclusive: [
      ['open', 'closed'],
      ['jwtSecretFile', 'jwtSecret', 'jwksUrl'],
    ],
  });
}

const LEAST_SECRET_BYTES = 32;

/** Editors end files with a line feed, which is no part of a secret. */
function readSecretFile(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new InvalidArgumentError('There is no such file, or it cannot be read.');
  }
  const fault = secretFault(text);
  if (fault !== undefined) throw new InvalidArgumentError(fault);
  return text;
}

/** Tells nothing of the secret but its length. */
export function secretFault(text: string): string | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes >= LEAST_SECRET_BYTES) return undefined;
  return `Expected a secret of at least ${String(LEAST_SECRET_BYTES)} bytes, found ${String(bytes)}.`;
}

function readJwksUrl(text: string): string {
  const url = URL.parse(text);
  const isOnLoopback = url !== null && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isOnLoopback)) return text;
  throw new InvalidArgumentError('Expected an https address; http on loopback only.');
}

function readHttps(text: string): string {
  if (URL.parse(text)?.protocol === 'https:') return text;
  throw new InvalidArgumentError('Expected an https address.');
}

function readNaming(template: string): string {
  const fault = namingSchemeFault({ template });
  if (fault !== undefined) throw new InvalidArgumentError(`${fault}.`);
  return template;
}

function readDefaultName(
  text: string,
  before: ServeOptions['defaultName'] = {},
): NonNullable<ServeOptions['defaultName']> {
  const [, country, name] = /^([A-Z]{3})=\s*(\S.*)$/i.exec(text) ?? [];
  if (country === undefined || name === undefined) {
    throw new InvalidArgumentError('Expected an ISO 3166-1 alpha-3 country code and a name, such as NLD=Laadpaal.');
  }
  return { ...before, [country.toUpperCase()]: name.trim() };
}

function readIdPrefix(text: string): string {
  if (/^(?:[\w.-]{1,64}:){1,8}$/.test(text)) return text;
  throw new InvalidArgumentError(
    'Expected letters, digits, ".", "_" or "-" before each of up to 8 colons, the last at the end.',
  );
}
