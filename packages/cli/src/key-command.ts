/** `pantograph key`: creates, lists and revokes API keys. Servers over the same directory notice within a second. */
import { existsSync, mkdirSync } from 'node:fs';
import type { KeyInfo, KeyStore, Rate, Right } from '@pantograph/server';
import { createKey, listKeys, openKeyStore, revokeKey, rightNames } from '@pantograph/server';
import type { Command } from 'commander';
import { Option } from 'commander';
import { DEFAULT_DIRECTORY, filesIn } from './data-directory.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import { readRate } from './option-readers.ts';
import type { Terminal } from './terminal.ts';

interface KeyOptions {
  readonly data: string;
  readonly json: boolean;
}

interface CreateOptions extends KeyOptions {
  readonly right: readonly Right[];
  readonly limit?: Rate;
}

/** @param done hears the exit code of the command that ran */
export function addKeyCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = root.command('key').description('Create, list and revoke API keys.');

  common(command.command('create <name>'))
    .description('Create a key; it is shown once and kept only as a hash.')
    .addOption(
      new Option('--right <right...>', 'what the key may see beyond the free data').choices(rightNames).default([]),
    )
    .option('--limit <rate>', 'such as 10/s, 600/min or 5/s:100 with a burst of 100', readRate)
    .addHelpText(
      'after',
      `
Examples
  pantograph key create "City portal"
  pantograph key create prometheus --right admin
  pantograph key create "Truck app" --right truckRestrictions predictions --limit 600/min`,
    )
    .action((name: string, options: CreateOptions) => done(create(name, options, terminal)));

  common(command.command('list'))
    .description('List the keys, revoked ones too.')
    .action((options: KeyOptions) => done(list(options, terminal)));

  common(command.command('revoke <id>'))
    .description('Make a key useless for good.')
    .action((id: string, options: KeyOptions) => done(revoke(id, options, terminal)));
}

function common(command: Command): Command {
  return command.option('--data <directory>', 'data directory', DEFAULT_DIRECTORY).option('--json', 'as JSON', false);
}

function create(name: string, { data, json, right, limit }: CreateOptions, terminal: Terminal): ExitCode {
  mkdirSync(data, { recursive: true });
  return withKeys(data, (keys) => {
    const wanted = { name, rights: right, ...(limit === undefined ? {} : { limit }) };
    const { info, key, appId, appCode } = createKey(keys, wanted, terminal.now());
    if (json) terminal.out(`${JSON.stringify({ ...info, key, appId, appCode })}\n`);
    else {
      terminal.out(`${key}\n`);
      terminal.err(
        `Key ${info.id} for "${name}". It is shown only now. Send it as apiKey=, or as Authorization: Bearer;\n` +
          `a v2 client sends app_id=${appId} and what follows it in the key, after "_", as app_code.\n`,
      );
    }
    return exitCode.done;
  });
}

function list({ data, json }: KeyOptions, terminal: Terminal): ExitCode {
  const keys = existsSync(filesIn(data).keys) ? withKeys(data, listKeys) : [];
  if (json) terminal.out(`${JSON.stringify(keys, undefined, 2)}\n`);
  else if (keys.length === 0) terminal.err('No key yet. Create one with: pantograph key create NAME\n');
  else for (const key of keys) terminal.out(`${inWords(key)}\n`);
  return exitCode.done;
}

function revoke(id: string, { data, json }: KeyOptions, terminal: Terminal): ExitCode {
  const revoked = existsSync(filesIn(data).keys) && withKeys(data, (keys) => revokeKey(keys, id, terminal.now()));
  if (!revoked) {
    throw new Failure(`There is no key ${id} that could be revoked.`, 'See the ids with: pantograph key list');
  }
  if (json) terminal.out(`${JSON.stringify({ id, revoked })}\n`);
  else terminal.err(`Key ${id} is revoked.\n`);
  return exitCode.done;
}

function withKeys<T>(directory: string, work: (keys: KeyStore) => T): T {
  const file = filesIn(directory).keys;
  let keys: KeyStore | undefined;
  try {
    keys = openKeyStore(file);
    return work(keys);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(error.message, 'Choose another name.', { cause: error });
    throw explain(error, `use the keys in ${file}`) ?? error;
  } finally {
    keys?.close();
  }
}

function inWords({ id, name, rights, limit, createdAt, revokedAt, lastUsedOn }: KeyInfo): string {
  const day = (instant: string): string => instant.slice(0, 10);
  return [
    id,
    name,
    rights.length === 0 ? 'free data' : rights.join(' '),
    limit === undefined
      ? 'no limit'
      : `${String(Number(limit.perSecond.toPrecision(3)))}/s, ${String(limit.burst)} at once`,
    `created ${day(createdAt)}`,
    revokedAt === undefined ? `last used ${lastUsedOn ?? 'never'}` : `revoked ${day(revokedAt)}`,
  ].join('  ');
}
