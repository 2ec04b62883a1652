/** How v2 behaves, for the commands that serve it: `serve`, `demo` and `gateway`. docs/v2-quirks.md tells of each quirk. */
import type { LegacySettings } from '@pantograph/server';
import { defaultLegacySettings } from '@pantograph/server';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

type Quirk = keyof LegacySettings['quirks'];

export interface LegacyOptions {
  readonly v2Mend?: readonly Quirk[];
  readonly v2DeprecatedSince?: Date;
  readonly v2Sunset?: Date;
  readonly v2Link?: string;
  readonly v2Deprecation: 'on' | 'off';
}

/** Those that take several values. */
export const repeatableLegacyOptions = ['v2Mend'] as const;

const quirks = Object.keys(defaultLegacySettings.quirks) as readonly Quirk[];

const defaultSince =
  defaultLegacySettings.deprecation === false
    ? 'none'
    : defaultLegacySettings.deprecation.since.toISOString().slice(0, 'YYYY-MM-DD'.length);

export function legacyOptions(command: Command): Command {
  return command
    .option('--v2-mend <quirk>', `what v2 shall do as documented: ${quirks.join(', ')}; repeatable`, readQuirk)
    .option(
      '--v2-deprecated-since <date>',
      `day or instant since which v2 is deprecated, told in every v2 answer (default: ${defaultSince})`,
      readInstant,
    )
    .option('--v2-sunset <date>', 'day or instant at which v2 ends here, told in every v2 answer', readInstant)
    .option('--v2-link <address>', 'page that tells v2 clients how to move; a URL, or a path of this server', readLink)
    .addOption(
      new Option('--v2-deprecation <choice>', 'whether v2 answers say that they are deprecated')
        .choices(['on', 'off'])
        .default('on'),
    );
}

export function legacySettings(options: LegacyOptions): LegacySettings {
  const { v2Mend = [], v2DeprecatedSince, v2Sunset, v2Link, v2Deprecation } = options;
  const { quirks: kept, deprecation } = defaultLegacySettings;
  return {
    quirks: { ...kept, ...Object.fromEntries(v2Mend.map((quirk) => [quirk, false])) },
    deprecation: v2Deprecation === 'on' &&
      deprecation !== false && {
        ...deprecation,
        ...(v2DeprecatedSince !== undefined && { since: v2DeprecatedSince }),
        ...(v2Sunset !== undefined && { sunset: v2Sunset }),
        ...(v2Link !== undefined && { link: v2Link }),
      },
  };
}

function readQuirk(text: string, before: readonly Quirk[] = []): readonly Quirk[] {
  const quirk = quirks.find((one) => one === text);
  if (quirk === undefined) throw new InvalidArgumentError(`Expected one of ${quirks.join(', ')}.`);
  return [...before, quirk];
}

function readInstant(text: string): Date {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.exec(text) ?? [];
  const date = new Date(day !== undefined && isDay(day) ? text : Number.NaN);
  if (Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError(
      'Expected a day such as 2027-06-30 (UTC) or an instant such as 2027-06-30T22:00:00Z.',
    );
  }
  return date;
}

/** `Date` takes the 31st of February for a day in March. */
function isDay(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function readLink(text: string): string {
  const url = URL.parse(text.startsWith('/') ? `http://localhost${text}` : text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError('Expected an http or https address, or a path that begins with a slash.');
  }
  return text;
}
