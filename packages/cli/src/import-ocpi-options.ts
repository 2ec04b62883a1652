/** The options of `pantograph import ocpi`. */
import type { OcpiVersion } from '@pantograph/feeds/ocpi';
import { Command, Option } from 'commander';
import { DEFAULT_DIRECTORY } from './data-directory.ts';
import { readCountry, readParty, readSource } from './option-readers.ts';

export interface ImportOptions {
  readonly source: string;
  readonly tariffs?: string;
  readonly ocpiVersion?: OcpiVersion;
  readonly country?: string;
  readonly party?: string;
  readonly attribution?: string;
  readonly licence?: string;
  readonly data: string;
  readonly dryRun: boolean;
  readonly report?: string;
}

export const importOcpiCommand = (): Command =>
  new Command('ocpi')
    .description('Read OCPI locations: a JSON array, an OCPI answer, one object, or one a line; plain or gzip.')
    .argument('<from>', 'path, http(s) URL, or - for standard input')
    .requiredOption('--source <name>', 'what to call where this comes from; ids depend on it', readSource)
    .option('--tariffs <from>', 'tariffs that the locations refer to: path or URL')
    .addOption(
      new Option('--ocpi-version <version>', 'recognised object by object where not given').choices([
        '2.1.1',
        '2.2',
        '2.2.1',
        '2.3.0',
      ] satisfies OcpiVersion[]),
    )
    .option('--country <code>', 'country code of the party, for objects that name none', readCountry)
    .option('--party <id>', 'party id, for objects that name none', readParty)
    .option('--attribution <text>', 'credit to show with every answer that holds this data')
    .option('--licence <text>', 'licence of the data')
    .option('--data <directory>', 'data directory', DEFAULT_DIRECTORY)
    .option('--dry-run', 'judge everything, store nothing', false)
    .option('--report <file>', 'write the findings to this file, as JSON')
    .addHelpText(
      'after',
      `
Objects are taken one by one. One that cannot be kept goes to quarantine and stops nothing; an input that breaks off
keeps what came before. Importing the same again changes nothing.

Examples
  pantograph import ocpi locations.json --source city
  pantograph import ocpi nl.ndjson.gz --source ndw --tariffs nl-tariffs.ndjson.gz --licence CC0-1.0
  curl -s https://cpo.example/ocpi/2.2.1/locations | pantograph import ocpi - --source cpo --dry-run --report findings.json`,
    );
