/** The commands and their options, as commander has them. */
import { Command } from 'commander';
import { addConvertCommand } from './convert-command.ts';
import { DEFAULT_DIRECTORY } from './data-directory.ts';
import { demo } from './demo.ts';
import type { DemoOptions } from './demo.ts';
import type { ExitCode } from './exit-code.ts';
import { importOcpiFeed } from './import-ocpi.ts';
import { importOcpiCommand } from './import-ocpi-options.ts';
import type { ImportOptions } from './import-ocpi-options.ts';
import { addFixCommand } from './fix-command.ts';
import { addGatewayCommand } from './gateway-command.ts';
import { addKeyCommand } from './key-command.ts';
import { addPeerCommand } from './peer-command.ts';
import { readLocationCount, readSeed } from './option-readers.ts';
import { addReplayCommand } from './replay-command.ts';
import { addScanCommand } from './scan-command.ts';
import { serve } from './serve.ts';
import { addSourceCommand } from './source-command.ts';
import { readSourcesFile } from './source-options.ts';
import { serveOptions } from './serve-options.ts';
import type { ServeOptions } from './serve-options.ts';
import { status } from './status.ts';
import type { StatusOptions } from './status.ts';
import type { Terminal } from './terminal.ts';
import { addWebhookCommand } from './webhook-command.ts';
import { addTwinsCommand } from './twins-command.ts';
import { version } from './version.ts';

type Done = (code: ExitCode) => void;

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
  pantograph serve --host 0.0.0.0 --open      for everybody who can reach this machine
  pantograph serve --closed --key-rate 600/min --jwks-url https://login.example/jwks --jwt-issuer https://login.example
  pantograph serve --naming '{brand} {street}, {city}' --default-name DEU=Ladestation`,
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
    .option('--tariffs', 'where prices are missing or cannot be shown whole; reads all of the store', false)
    .option('--json', 'as JSON', false)
    .addHelpText(
      'after',
      `
Examples
  pantograph status
  pantograph status --v2
  pantograph status --tariffs
  pantograph status --data ./data/demo --json`,
    )
    .action(async (options: StatusOptions) => done(await status(options, terminal)));

  addConvertCommand(root, terminal, done);

  addGatewayCommand(root, terminal, done);

  addKeyCommand(root, terminal, done);

  addPeerCommand(root, terminal, done);

  addReplayCommand(root, terminal, done);

  addScanCommand(root, terminal, done);

  addFixCommand(root, terminal, done);

  addSourceCommand(root, terminal, done);

  addWebhookCommand(root, terminal, done);

  addTwinsCommand(root, terminal, done);
  return root;
}
