/** `pantograph webhook`: addresses that changes are sent to. Servers over the same directory notice within a second. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Beginning, WebhookStore } from '@pantograph/server';
import {
  WebhookUnusable,
  addWebhook,
  beginnings,
  createOutbound,
  openWebhookStore,
  replayWebhook,
  testWebhook,
  unheardOf,
} from '@pantograph/server';
import type { Command } from 'commander';
import { Option } from 'commander';
import { DEFAULT_DIRECTORY, filesIn } from './data-directory.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import type { Terminal } from './terminal.ts';
import { webhookInWords, webhookView } from './webhook-in-words.ts';
import { withSecret } from './webhook-secret.ts';

interface WebhookOptions {
  readonly data: string;
  readonly json: boolean;
}

interface AddOptions extends WebhookOptions {
  readonly secretFile: string;
  readonly from: Beginning;
  readonly allowPrivate: boolean;
  readonly in?: readonly string[];
  readonly ids?: string;
  readonly operators?: string;
  readonly connectorTypes?: string;
  readonly fields?: string;
  readonly tariff?: readonly string[];
  readonly enums?: string;
}

/** @param done hears the exit code of the command that ran */
export function addWebhookCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = root.command('webhook').description('Send changes to addresses, signed.');

  common(command.command('add <name> <url>'))
    .description('Add an address; from now on it is sent what changes.')
    .requiredOption('--secret-file <file>', 'holds the secret that signs; made, with a new one, where there is none')
    .addOption(
      new Option('--from <where>', 'begin with all there is, or with what changes').choices(beginnings).default('now'),
    )
    .option('--allow-private', 'it may stand at a loopback or private address', false)
    .option('--in <area...>', 'bbox:west,south,east,north, circle:lat,lng;r=metres or countryCode:NLD')
    .option('--ids <ids>', 'of these locations only')
    .option('--operators <names>', 'names or partner ids')
    .option('--connector-types <standards>', 'such as IEC_62196_T2_COMBO,CHADEMO')
    .option('--fields <groups>', 'of v3; default all that change with their location')
    .option('--tariff <values...>', 'of v3: which tariffs, where the fields have them')
    .addOption(new Option('--enums <dialect>', 'spelling of v3 values').choices(['ocpi', 'here']))
    .addHelpText(
      'after',
      `
Examples
  pantograph webhook add portal https://portal.example/charging --secret-file portal.secret
  pantograph webhook add delft https://delft.example/in --secret-file delft.secret --in 'circle:52.01,4.36;r=5000' --from start`,
    )
    .action((name: string, url: string, options: AddOptions) => done(add(name, url, options, terminal)));

  common(command.command('list [name]'))
    .description('Show where changes are sent to, and how that is going.')
    .action((name: string | undefined, options: WebhookOptions) => done(list(name, options, terminal)));

  common(command.command('test <name>'))
    .description('Send one signed delivery that says nothing, and show what was answered.')
    .action(async (name: string, options: WebhookOptions) => done(await test(name, options, terminal)));

  common(command.command('replay <name>'))
    .description('Go on, also after it was switched off; where it was, or from elsewhere.')
    .option('--from <where>', 'a cursor of a delivery or of /changes, start for all there is, or now')
    .addHelpText('after', `\nExample\n  pantograph webhook replay portal --from start`)
    .action((name: string, options: WebhookOptions & { readonly from?: string }) =>
      done(replay(name, options, terminal)),
    );

  common(command.command('remove <name>'))
    .description('Remove it with its secret.')
    .action((name: string, options: WebhookOptions) => done(remove(name, options, terminal)));
}

function common(command: Command): Command {
  return command.option('--data <directory>', 'data directory', DEFAULT_DIRECTORY).option('--json', 'as JSON', false);
}

function add(name: string, url: string, options: AddOptions, terminal: Terminal): ExitCode {
  const { data, json, secretFile, from: begin, allowPrivate } = options;
  const { made: hook, isNew } = withSecret(secretFile, (secret) =>
    withWebhooks(data, (hooks) =>
      addWebhook(hooks, { name, url, query: queryOf(options), allowPrivate, secret, begin }, terminal.now()),
    ),
  );
  if (json) terminal.out(`${JSON.stringify(hook, undefined, 2)}\n`);
  else terminal.out(`${hook.name} is added${begin === 'start' ? ', and is sent all there is first' : ''}.\n`);
  if (isNew) terminal.err(`A new secret is in ${secretFile}: give its content to the receiver.\n`);
  return exitCode.done;
}

function queryOf({ in: areas = [], tariff = [], ids, operators, connectorTypes, fields, enums }: AddOptions): string {
  const query = new URLSearchParams(areas.map((area): [string, string] => ['in', area]));
  for (const [name, value] of Object.entries({ ids, operators, connectorTypes, fields, enums })) {
    if (value !== undefined) query.set(name, value);
  }
  for (const value of tariff) query.append('tariff', value);
  return query.toString();
}

function list(name: string | undefined, { data, json }: WebhookOptions, terminal: Terminal): ExitCode {
  const known = existsSync(filesIn(data).webhooks) ? withWebhooks(data, (hooks) => hooks.list()) : [];
  const shown = known.filter(({ hook }) => name === undefined || hook.name === name);
  if (name !== undefined && shown.length === 0) throw failureOf(unheardOf(name));
  if (json) terminal.out(`${JSON.stringify(shown.map(webhookView), undefined, 2)}\n`);
  else if (shown.length === 0) terminal.err('No webhook yet. Add one with: pantograph webhook add NAME URL\n');
  else for (const one of shown) terminal.out(`${webhookInWords(one)}\n`);
  return exitCode.done;
}

async function test(name: string, { data, json }: WebhookOptions, terminal: Terminal): Promise<ExitCode> {
  const [inside, outside] = [createOutbound({ allowPrivate: true }), createOutbound()];
  try {
    const delivered = await withWebhooks(data, (hooks) =>
      testWebhook(hooks, name, {
        outbound: ({ allowPrivate }) => (allowPrivate ? inside : outside).fetch,
        now: terminal.now,
        newId: randomUUID,
      }),
    );
    if (json) terminal.out(`${JSON.stringify({ name, ...delivered })}\n`);
    else if (delivered.ok) terminal.out(`${name} took it, with ${String(delivered.status)}.\n`);
    else terminal.err(`${name} did not take it: ${delivered.problem}.\n`);
    return delivered.ok ? exitCode.done : exitCode.findings;
  } finally {
    inside.close();
    outside.close();
  }
}

function replay(
  name: string,
  { data, json, from }: WebhookOptions & { readonly from?: string },
  terminal: Terminal,
): ExitCode {
  const state = withWebhooks(data, (hooks) => replayWebhook(hooks, name, from));
  if (json) terminal.out(`${JSON.stringify({ name, ...state })}\n`);
  else terminal.out(`${name} goes on ${from === undefined ? 'where it was' : `from ${from}`}.\n`);
  return exitCode.done;
}

function remove(name: string, { data, json }: WebhookOptions, terminal: Terminal): ExitCode {
  const removed = withWebhooks(data, (hooks) => hooks.remove(name));
  if (!removed) throw failureOf(unheardOf(name));
  if (json) terminal.out(`${JSON.stringify({ name, removed })}\n`);
  else terminal.out(`${name} is removed.\n`);
  return exitCode.done;
}

/** A promise keeps the file open until it is settled. */
function withWebhooks<T>(directory: string, work: (hooks: WebhookStore) => T): T {
  const file = filesIn(directory).webhooks;
  const explained = (error: unknown): unknown =>
    error instanceof WebhookUnusable ? failureOf(error) : (explain(error, `use the webhooks in ${file}`) ?? error);
  let hooks: WebhookStore | undefined;
  try {
    hooks = openWebhookStore(file);
    const result = work(hooks);
    if (!(result instanceof Promise)) {
      hooks.close();
      return result;
    }
    const opened = hooks;
    return result
      .catch((error: unknown) => Promise.reject(explained(error) as Error))
      .finally(() => opened.close()) as T;
  } catch (error) {
    hooks?.close();
    throw explained(error);
  }
}

function failureOf(error: WebhookUnusable): Failure {
  return new Failure(error.message, error.advice, { cause: error });
}
