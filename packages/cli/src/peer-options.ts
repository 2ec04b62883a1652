/** The subcommands of `pantograph peer` and their options. */
import { ownRoles, spokenVersions } from '@pantograph/server';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { DEFAULT_DIRECTORY } from './data-directory.ts';
import { readCountry, readParty, readSource } from './option-readers.ts';
import type { TermsOptions } from './source-terms.ts';

export interface PeerOptions {
  readonly data: string;
  readonly json: boolean;
}

export interface IdentityOptions extends PeerOptions {
  readonly country?: string;
  readonly party?: string;
  readonly name?: string;
  readonly role?: (typeof ownRoles)[number][];
  readonly url?: string;
}

export interface InviteOptions extends PeerOptions, TermsOptions {
  readonly allowPrivate: boolean;
  readonly sharedParties?: true;
}

export interface RegisterOptions extends InviteOptions {
  readonly name: string;
  readonly token: string;
  readonly ocpi?: (typeof spokenVersions)[number];
}

export interface PeerActions {
  readonly identity: (options: IdentityOptions) => void;
  readonly invite: (name: string, options: InviteOptions) => Promise<void>;
  readonly register: (versionsUrl: string, options: RegisterOptions) => Promise<void>;
  readonly rotate: (name: string, options: PeerOptions) => Promise<void>;
  readonly leave: (name: string, options: PeerOptions) => Promise<void>;
  readonly list: (options: PeerOptions) => void;
  readonly show: (name: string, options: PeerOptions) => void;
}

export function addPeerOptions(command: Command, actions: PeerActions): void {
  common(command.command('identity'))
    .description('Say, or show, who this server is to its peers.')
    .option('--country <code>', 'two letters, such as NL', readCountry)
    .option('--party <id>', 'three letters or digits, such as ABC', readParty)
    .option('--name <name>', 'of the organisation')
    .addOption(new Option('--role <role...>', 'what it is to them; default NSP').choices(ownRoles))
    .option('--url <url>', 'where peers reach this server, without a path', readUrl)
    .addHelpText(
      'after',
      `\nExample\n  pantograph peer identity --country NL --party ABC --name "City portal" --url https://charge.example`,
    )
    .action(actions.identity);

  terms(
    common(
      command.command('invite').argument('<name>', 'ours for the peer, and for the source of its data', readSource),
    ),
  )
    .description('Make a token with which a peer can register; it is shown once.')
    .addHelpText('after', `\nExample\n  pantograph peer invite acme --licence CC0 --redistribute`)
    .action(actions.invite);

  terms(common(command.command('register <versions-url>')))
    .description('Register with a peer that has given us a token.')
    .requiredOption('--name <name>', 'ours for the peer, and for the source of its data', readSource)
    .addOption(
      new Option('--token <token>', "the peer's, as it was handed over")
        // Command lines are seen by every user of a machine.
        .env('PANTOGRAPH_PEER_TOKEN')
        .argParser(readToken)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--ocpi <version>', 'default: the newest that both speak').choices(spokenVersions))
    .addHelpText(
      'after',
      `\nExample\n  pantograph peer register https://acme.example/ocpi/versions --name acme --token 9d1f`,
    )
    .action(actions.register);

  common(command.command('rotate <name>'))
    .description('Exchange new tokens; the old one works for another hour.')
    .action(actions.rotate);
  common(command.command('unregister <name>'))
    .description('End the agreement on both sides; the data stays.')
    .action(actions.leave);
  common(command.command('list')).description('List the peers.').action(actions.list);
  common(command.command('show <name>'))
    .description('Show what is agreed with a peer, what it sent, and what it was sent.')
    .action(actions.show);
}

function common(command: Command): Command {
  return command.option('--data <directory>', 'data directory', DEFAULT_DIRECTORY).option('--json', 'as JSON', false);
}

function terms(command: Command): Command {
  return command
    .option('--attribution <text>', 'shown with every answer that holds its data')
    .option('--licence <name>', 'of its data')
    .option('--redistribute', 'its data may be passed on to other peers')
    .option('--no-redistribute', 'its data is not passed on, as where nothing was said')
    .option('--allow-private', 'its servers may stand at loopback and private addresses', false)
    .option('--shared-parties', 'it may speak for parties of other peers, and they for its own, as with a hub');
}

function readToken(text: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(text)) return text;
  throw new InvalidArgumentError('Expected printable ASCII without spaces.');
}

function readUrl(text: string): string {
  if (/^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError('Expected a URL such as https://charge.example.');
}
