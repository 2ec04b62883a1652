/** What an operator says of a source: the one list of the keys of `sources.yaml`. */
import { z } from 'zod';
import { DURATION_FORM, Duration } from './duration.ts';
import { ScheduleText } from './schedule.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Sources are part of every identity, and of paths in URLs. */
const SourceName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,63}$/i,
    'must be up to 64 letters, digits, ".", "_" or "-", starting with a letter or digit',
  )
  .describe('What the source is called. Ids depend on it: another name, other ids.');

const WebAddress = z
  .string()
  .refine(isWebAddress, 'must be an http or https URL without a user name or password in it');

const Token = z
  .union(
    [
      z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of a variable') }),
      z.strictObject({ file: z.string().min(1) }),
    ],
    { error: 'must be "env: NAME" or "file: PATH"; the token itself does not belong into this file' },
  )
  .describe('Where the token is read from at each pull: `env: NAME` or `file: PATH`. It is never shown.');
export type TokenPlace = z.infer<typeof Token>;

const Rules = z
  .strictObject({
    decayAfter: z
      .union([z.literal('off').transform(() => undefined), Duration], {
        error: `must be "off" or ${DURATION_FORM}`,
      })
      .optional()
      .describe(
        'A status that was not confirmed for so long is served as UNKNOWN; `off` for never. ' +
          'Default: `1 day` for `file` and `ocpi-url`, `off` for `ocpi-peer`.',
      ),
    vanishAfter: z
      .int()
      .min(1)
      .max(100)
      .default(3)
      .describe('How many full pulls in a row have to miss an object before it is removed. Default 3.'),
    guardPercent: z
      .number()
      .min(0)
      .max(100)
      .default(20)
      .describe('At most this share of a source is removed at once; above it nothing is. Default 20.'),
    fullEvery: Duration.default(24 * HOUR).describe(
      'Time between full pulls of an OCPI list; between them only what changed is asked for. Default `1 day`.',
    ),
    overlap: Duration.default(HOUR).describe(
      'How far a pull of changes reaches back before the start of the last pull. Default `1 hour`.',
    ),
  })
  .prefault({});

const Limits = z
  .strictObject({
    pageSize: z.int().min(1).max(10_000).default(500).describe('`limit` asked for; the other side may send fewer.'),
    megabytes: z.int().min(1).max(100_000).default(4000).describe('Longest answer, unpacked. Default 4000.'),
    silence: Duration.default(30_000).describe('Longest wait for an answer or more of it. Default `30 seconds`.'),
    duration: Duration.default(60 * MINUTE).describe('Longest whole pull. Default `60 minutes`.'),
    retries: z.int().min(0).max(20).default(4).describe('How often a failed request is repeated. Default 4.'),
  })
  .prefault({});

const common = {
  name: SourceName,
  schedule: ScheduleText.prefault('every 1 hour').describe(
    '`every 15 minutes`, `daily at 03:30, 15:30` (UTC) or `by hand`. Default `every 1 hour`.',
  ),
  licence: z.string().min(1).optional().describe('Licence of the data.'),
  attribution: z.string().min(1).optional().describe('Credit, shown with every answer that holds this data.'),
  redistribute: z.boolean().optional().describe('Whether the data may be passed on to OCPI peers. Absent is no.'),
  rules: Rules.describe('When statuses decay and what has vanished is removed.'),
};

const reading = {
  version: z
    .enum(['2.1.1', '2.2', '2.2.1', '2.3.0'])
    .optional()
    .describe('OCPI version; recognised object by object where absent.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters')
    .optional()
    .describe('Country code for objects that name none.'),
  party: z
    .string()
    .regex(/^[A-Z0-9]{3}$/, 'must be three capital letters or digits')
    .optional()
    .describe('Party id for objects that name none.'),
  allowPrivate: z
    .boolean()
    .default(false)
    .describe('Whether loopback and private addresses may be asked. Default false.'),
  limits: Limits.describe('Bounds of one pull.'),
};

const FileSource = z.strictObject({
  ...common,
  ...reading,
  kind: z.literal('file'),
  locations: z
    .string()
    .min(1)
    .refine(isPathOrWebAddress, 'must be a path or an http(s) URL without a user name or password in it')
    .describe('Path or URL of the file: array, envelope or lines; plain or gzip. A path starts at this file.'),
  tariffs: z.string().min(1).refine(isPathOrWebAddress, 'must be a path or an http(s) URL').optional(),
  token: Token.optional(),
});

const OcpiUrlSource = z.strictObject({
  ...common,
  ...reading,
  kind: z.literal('ocpi-url'),
  locations: WebAddress.describe('URL of the list of locations (OCPI sender interface).'),
  tariffs: WebAddress.optional().describe('URL of the list of tariffs.'),
  token: Token.optional(),
  tokenForm: z
    .enum(['auto', 'raw', 'base64'])
    .default('auto')
    .describe('How the token is written into the header; `auto` tries both. Default `auto`.'),
});

/** Its name is that of the registered peer, under which what the peer pushes is kept too. */
const PeerSource = z.strictObject({
  ...common,
  kind: z.literal('ocpi-peer'),
  limits: Limits.describe('Bounds of one pull.'),
});

export const SourceDefinition = z.discriminatedUnion('kind', [FileSource, OcpiUrlSource, PeerSource], {
  error: 'must be file, ocpi-url or ocpi-peer',
});
export type SourceDefinition = z.output<typeof SourceDefinition>;
/** As it is written in the file. */
export type WrittenSource = z.input<typeof SourceDefinition>;
export type SourceLimits = z.output<typeof Limits>;
export type SourceRules = z.output<typeof Rules>;

export const SourcesFile = z.strictObject({
  sources: z
    .array(SourceDefinition)
    .nullable()
    .default([])
    .transform((list) => list ?? []),
});

const DEFAULT_DECAY = 24 * HOUR;

/** Milliseconds after which an unconfirmed status of the source counts for nothing; `undefined` for never. */
export function decayOf({ kind, rules }: SourceDefinition): number | undefined {
  if ('decayAfter' in rules) return rules.decayAfter;
  return kind === 'ocpi-peer' ? undefined : DEFAULT_DECAY;
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

function isPathOrWebAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(text) ? isWebAddress(text) : text !== '-';
}
