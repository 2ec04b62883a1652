/** `pantograph convert`: charging locations from one API's form to another's, and what that loses. */
import type { Allowance } from '@pantograph/migrate/convert';
import { allowanceOf, forms } from '@pantograph/migrate/convert';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { convertFiles } from './convert-files.ts';
import type { ConvertCommandOptions } from './convert-options.ts';
import { shapes } from './convert-output.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure } from './failure.ts';
import { readCountry, readParty, readSource } from './option-readers.ts';
import type { Terminal } from './terminal.ts';

export function addConvertCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  root
    .command('convert')
    .description('Convert charging locations between v2, v3 and OCPI, and say everything that is lost.')
    .argument('[files...]', 'paths, http(s) URLs, or - for standard input, which is also the default')
    .addOption(new Option('--from <form>', 'what the input is').choices(forms).makeOptionMandatory())
    .addOption(new Option('--to <form>', 'what to make of it').choices(forms).makeOptionMandatory())
    .option('--out <file>', 'write to this file; default standard output')
    .addOption(
      new Option('--shape <shape>', 'one object a line, a JSON array, or what the API answers')
        .choices(shapes)
        .default('ndjson'),
    )
    .option('--tariffs <from>', 'OCPI tariffs that the locations refer to: path or URL')
    .option('--tariffs-out <file>', 'where to write OCPI tariffs, one a line')
    .option('--report <file>', 'write the loss report to this file')
    .addOption(
      new Option('--report-format <format>', 'default json where the file ends in .json').choices(['text', 'json']),
    )
    .option('--strict', 'exit with 1 on any loss that is not allowed', false)
    .option(
      '--allow <rules>',
      'losses that --strict takes, such as distance_dropped,field_dropped:/pvId',
      readAllow,
      [],
    )
    .option(
      '--source <name>',
      'v3 ids are derived from it, as those of a server that imports under this name',
      readSource,
      'convert',
    )
    .option('--country <code>', 'country code of the party, for OCPI objects that name none', readCountry)
    .option('--party <id>', 'party id, for OCPI objects that name none', readParty)
    .option('--no-extension', 'do not carry what OCPI lacks in the custom property pantograph of OCPI 2.3.0')
    .option('--max-object-mb <size>', 'largest single object or XML document', readMegabytes, 16)
    .addHelpText(
      'after',
      `
Input is one object a line, a JSON array, a single object or an answer of the API, several after each other too, plain or
gzip; v2 may be XML. What cannot be converted is refused with a reason and counted; it stops nothing.

Examples
  pantograph convert --from v2 --to v3 stations.json --report losses.txt
  pantograph convert --from v3 --to v2 --shape xml locations.ndjson --out stations.xml
  pantograph convert --from ocpi-2.2.1 --to v3 nl.ndjson.gz --tariffs nl-tariffs.ndjson.gz --report losses.json
  curl -s "$V2/ev/stations.json?prox=52.5,13.4,5000" | pantograph convert --from v2 --to v3 --strict --allow distance_dropped`,
    )
    .action(async (files: string[], options: ConvertCommandOptions) =>
      done(await convertFiles(files.length === 0 ? ['-'] : files, checked(files, options), terminal)),
    );
}

function checked(files: readonly string[], options: ConvertCommandOptions): ConvertCommandOptions {
  const { shape, to, from, tariffs, tariffsOut } = options;
  if (shape === 'xml' && to !== 'v2') throw new Failure('Only v2 answers in XML.', 'Use --shape response.');
  if (tariffs !== undefined && !from.startsWith('ocpi')) {
    throw new Failure(
      'Only OCPI keeps tariffs apart from locations.',
      'Leave --tariffs out: v2 and v3 have prices in them.',
    );
  }
  if (tariffsOut !== undefined && !to.startsWith('ocpi')) {
    throw new Failure(
      'Only OCPI keeps tariffs apart from locations.',
      'Leave --tariffs-out out: prices are in the output.',
    );
  }
  const stdins = [...(files.length === 0 ? ['-'] : files), tariffs].filter((from) => from === '-').length;
  if (stdins > 1) throw new Failure('Standard input can be read once only.', 'Name files for the others.');
  return options;
}

function readAllow(text: string, before: readonly Allowance[]): readonly Allowance[] {
  const read = text.split(',').map((one) => allowanceOf(one.trim()));
  const unknown = read.find((one) => typeof one === 'string');
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`There is no rule "${unknown}"; docs/convert.md lists them all.`);
  }
  return [...before, ...read.filter((one) => typeof one !== 'string')];
}

function readMegabytes(text: string): number {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > 256) throw new InvalidArgumentError('Expected a whole number from 1 to 256.');
  return value;
}
