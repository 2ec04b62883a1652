/** `pantograph gateway`: the v2 API in front of any v3 and Search. */
import { StartRefused, createLog, defaultGatewaySettings, startGateway } from '@pantograph/server';
import type { RunningGateway } from '@pantograph/server';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import { layeredOptions } from './layered-options.ts';
import type { LegacyOptions } from './legacy-options.ts';
import { legacyOptions, repeatableLegacyOptions, legacySettings } from './legacy-options.ts';
import { readPort } from './option-readers.ts';
import type { Terminal } from './terminal.ts';
import { aborted, stopSignal } from './until-stopped.ts';

interface GatewayOptions extends LegacyOptions {
  readonly v3: string;
  readonly search: string;
  readonly port: number;
  readonly host: string;
  readonly maxInFlight: number;
  readonly cacheSeconds: number;
  readonly enums?: 'ocpi' | 'here';
}

export function addGatewayCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const { maxInFlight, cacheSeconds } = defaultGatewaySettings;
  const command = root
    .command('gateway')
    .description('Answer v2 from any v3 and Search, with no store; callers bring the credentials of those.')
    .option('--v3 <base>', 'address of v3, which has /locations below it')
    .option('--search <base>', 'address of Search, which has /browse below it')
    .option('--port <number>', 'port to listen on; 0 takes any that is free', readPort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--max-in-flight <count>', 'upstream requests under way at most', readCount, maxInFlight)
    .option('--cache-seconds <seconds>', 'how long an upstream answer serves; 0: not at all', readSeconds, cacheSeconds)
    .addOption(
      new Option('--enums <dialect>', 'ask v3 for a spelling, which a Pantograph knows').choices(['ocpi', 'here']),
    );
  layeredOptions(legacyOptions(command), { repeatable: repeatableLegacyOptions, required: ['v3', 'search'] })
    .addHelpText(
      'after',
      `
Examples
  pantograph gateway --v3 http://localhost:8080/v3 --search http://localhost:8080/v1 --port 8081
  pantograph gateway --v3 https://ev.example/v3 --search https://browse.example/v1 --max-in-flight 8
  pantograph gateway --v3 https://ev.example/v3 --search https://browse.example/v1 --v2-sunset 2027-06-30`,
    )
    .action(async (options: GatewayOptions) => done(await gateway(options, terminal)));
}

async function gateway(options: GatewayOptions, terminal: Terminal): Promise<ExitCode> {
  const stopping = stopSignal();
  const running = await start(options);
  terminal.out(`Serving v2 from ${options.v3} and ${options.search} on ${running.url}\n`);
  await aborted(stopping);
  await running.close();
  return exitCode.done;
}

async function start(options: GatewayOptions): Promise<RunningGateway> {
  try {
    const { v3, search, port, host, maxInFlight, cacheSeconds, enums } = options;
    return await startGateway({
      v3,
      search,
      port,
      host,
      maxInFlight,
      cacheSeconds,
      ...(enums === undefined ? {} : { enums }),
      legacy: legacySettings(options),
      log: createLog('warn'),
    });
  } catch (error) {
    if (error instanceof StartRefused) throw new Failure(error.message, error.advice, { cause: error });
    throw explain(error, `listen on ${options.host}, port ${String(options.port)}`) ?? error;
  }
}

function readCount(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > 10_000) throw new InvalidArgumentError('Expected a whole number from 1 to 10000.');
  return value;
}

function readSeconds(text: string): number {
  const value = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= 3600)) throw new InvalidArgumentError('Expected seconds from 0 to 3600.');
  return value;
}
