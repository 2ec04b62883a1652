/** The commands and their options, as commander has them. */
import { createRequire } from 'node:module';
import { Command, Option } from 'commander';
import { addConvertCommand } from './convert-command.ts';
import { DEFAULT_DIRECTORY } from './data-directory.ts';
import { demo } from './demo.ts';
import type { DemoOptions } from './demo.ts';
import type { ExitCode } from './exit-code.ts';
import { importOcpiFeed } from './import-ocpi.ts';
import { importOcpiCommand } from './import-ocpi-options.ts';
import type { ImportOptions } from './import-ocpi-options.ts';
import { addGatewayCommand } from './gateway-command.ts';
import { addKeyCommand } from './key-command.ts';
import { addPeerCommand } from './peer-command.ts';
import { readLocationCount, readPort, readSeed } from './option-readers.ts';
import { serve } from './serve.ts';
import { addSourceCommand } from './source-command.ts';
import { readSourcesFile } from './source-options.ts';
import type { ServeOptions } from './serve.ts';
import { status } from './status.ts';
import type { StatusOptions } from './status.ts';
import type { Terminal } from './terminal.ts';
import { addTwinsCommand } from './twins-command.ts';

type Done = (code: ExitCode) => void;

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const exitCodes = `
Exit codes: 0 done, 1 the data has faults (objects in quarantine, input that breaks off), 2 wrong use.`;

/** @param done hears the exit code of the command that ran */
export function program(terminal: Terminal, done: Done): Command {
  const root = new Command('pantograph')
    .description('Self-hosted EV charge point platform: v3 lookup, discovery, the v2 API, OCPI in.')
    .version(version)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', `${exitCodes}\n"pantograph COMMAND --help" has examples.`);

  serveOptions(root.command('serve'), DEFAULT_DIRECTORY)
    .description('Answer from the store of a data directory, and pull its sources when they are due.')
    .option('--sources <file>', 'definitions of sources; default sources.yaml in the data directory', readSourcesFile)
    .addHelpText(
      'after',
      `
Examples
  pantograph serve
  pantograph serve --port 9000 --data /var/lib/pantograph
  pantograph serve --host 0.0.0.0 --open      for everybody who can reach this machine`,
    )
    .action(async (options: ServeOptions) => done(await serve(options, terminal)));

  root
    .command('import')
    .description('Read a feed into the store.')
    .addCommand(
      importOcpiCommand()
        .copyInheritedSettings(root)
        .action(async (from: string, options: ImportOptions) => done(await importOcpiFeed(from, options, terminal))),
    );

  serveOptions(root.command('demo'), `${DEFAULT_DIRECTORY}/demo`)
    .description('Serve a generated world whose statuses change by the hour; makes it at the first start.')
    .option('--locations <count>', 'how many locations to generate', readLocationCount, 20_000)
    .option('--seed <number>', 'another number, another world', readSeed, 1)
    .addHelpText(
      'after',
      `
Examples
  pantograph demo
  pantograph demo --port 9000 --data /tmp/small --locations 500`,
    )
    .action(async (options: DemoOptions) => done(await demo(options, terminal)));

  root
    .command('status')
    .description('Show what a store holds: counts by source, quarantine, position of the change log.')
    .option('--data <directory>', 'data directory', DEFAULT_DIRECTORY)
    .option('--v2', 'who still uses what of the v2 API, as of half a minute ago', false)
    .option('--json', 'as JSON', false)
    .addHelpText(
      'after',
      `
Examples
  pantograph status
  pantograph status --v2
  pantograph status --data ./data/demo --json`,
    )
    .action(async (options: StatusOptions) => done(await status(options, terminal)));

  addConvertCommand(root, terminal, done);

  addGatewayCommand(root, terminal, done);

  addKeyCommand(root, terminal, done);

  addPeerCommand(root, terminal, done);

  addSourceCommand(root, terminal, done);

  addTwinsCommand(root, terminal, done);
  return root;
}

function serveOptions(command: Command, directory: string): Command {
  return command
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
    .option('--open', 'answer everybody without an API key; by default only this machine', false);
}
