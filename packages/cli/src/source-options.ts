/** The subcommands of `pantograph source` and their options. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { DEFAULT_DIRECTORY } from './data-directory.ts';
import { readCountry, readParty, readSource } from './option-readers.ts';

export interface SourceOptions {
  readonly data: string;
  /** Absent: `sources.yaml` in the data directory. */
  readonly sources?: string;
  readonly json: boolean;
}

export interface AddOptions extends SourceOptions {
  readonly kind: 'file' | 'ocpi-url' | 'ocpi-peer';
  readonly locations?: string;
  readonly tariffs?: string;
  readonly schedule?: string;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly ocpiVersion?: '2.1.1' | '2.2' | '2.2.1' | '2.3.0';
  readonly country?: string;
  readonly party?: string;
  readonly licence?: string;
  readonly attribution?: string;
  readonly redistribute?: boolean;
  readonly allowPrivate?: boolean;
  readonly decayAfter?: string;
  readonly vanishAfter?: number;
  readonly guardPercent?: number;
}

export interface PullCommandOptions extends SourceOptions {
  readonly full: boolean;
  readonly acceptVanished: boolean;
}

export interface SourceActions {
  readonly add: (name: string, options: AddOptions) => void;
  readonly list: (options: SourceOptions) => void;
  readonly check: (name: string, options: SourceOptions) => Promise<void>;
  readonly pull: (name: string, options: PullCommandOptions) => Promise<void>;
  readonly remove: (name: string, options: SourceOptions) => void;
}

export function addSourceOptions(command: Command, actions: SourceActions): void {
  common(command.command('add').argument('<name>', 'what to call it; ids depend on it', readSource))
    .description('Write a source into sources.yaml; a server over the same directory begins to pull it.')
    .addOption(
      new Option('--kind <kind>', 'what it is').choices(['file', 'ocpi-url', 'ocpi-peer']).makeOptionMandatory(),
    )
    .option('--locations <from>', 'path or URL of the file, or URL of the OCPI list')
    .option('--tariffs <from>', 'the same for tariffs')
    .option('--schedule <when>', '"every 15 minutes", "daily at 03:30" (UTC) or "by hand"')
    .option('--token-env <variable>', 'environment variable that holds the token')
    .option('--token-file <path>', 'file that holds the token')
    .addOption(
      new Option('--ocpi-version <version>', 'recognised where not given').choices(['2.1.1', '2.2', '2.2.1', '2.3.0']),
    )
    .option('--country <code>', 'country code for objects that name none', readCountry)
    .option('--party <id>', 'party id for objects that name none', readParty)
    .option('--licence <text>', 'licence of the data')
    .option('--attribution <text>', 'credit to show with every answer that holds this data')
    .option('--redistribute', 'the data may be passed on to OCPI peers')
    .option('--allow-private', 'loopback and private addresses may be asked')
    .option('--decay-after <span>', 'when an unconfirmed status becomes UNKNOWN, such as "6 hours"; or "off"')
    .option('--vanish-after <pulls>', 'full pulls that have to miss an object before it is removed', readNumber)
    .option('--guard-percent <share>', 'most of a source that is removed at once', readNumber)
    .addHelpText(
      'after',
      `
Examples
  pantograph source add ndw --kind file --schedule "every 15 minutes" --licence CC0-1.0 \\
    --locations https://opendata.ndw.nu/charging_point_locations_ocpi.json.gz
  pantograph source add cpo --kind ocpi-url --locations https://cpo.example/ocpi/2.2.1/locations --token-env CPO_TOKEN
  pantograph source add acme --kind ocpi-peer          a peer that is registered under this name`,
    )
    .action((name: string, options: AddOptions) => actions.add(name, options));

  common(command.command('list'))
    .description('Show the sources: when each was pulled, what was found, when it is due.')
    .action(actions.list);

  common(command.command('check <name>'))
    .description('Fetch and judge a source without storing anything; exit code 1 where something is wrong with it.')
    .addHelpText('after', `\nExample\n  pantograph source check ndw --json`)
    .action(actions.check);

  common(command.command('pull <name>'))
    .description('Pull a source now.')
    .option('--full', 'everything, also where changes would do', false)
    .option('--accept-vanished', 'remove at once what the source no longer has, whatever the guard says', false)
    .action(actions.pull);

  common(command.command('remove <name>'))
    .description('Take a source out of sources.yaml. What the store holds of it stays.')
    .action(actions.remove);
}

function common(command: Command): Command {
  return command
    .option('--data <directory>', 'data directory', DEFAULT_DIRECTORY)
    .option('--sources <file>', 'definitions of sources; default sources.yaml in the data directory')
    .option('--json', 'as JSON', false);
}

/** For `serve`: a file that is named has to be there. */
export function readSourcesFile(text: string): string {
  if (!existsSync(text)) throw new InvalidArgumentError('There is no such file.');
  return text;
}

function readNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}
