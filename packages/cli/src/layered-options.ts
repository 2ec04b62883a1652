/**
 * Options that may stand in the environment and in a file too. What is nearer to the person who starts the command wins:
 * an option, then the environment, then the file, then the default. docs/settings.md tells of it.
 */
import { dirname, resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { InvalidArgumentError } from 'commander';
import { Failure } from './failure.ts';
import { nearestName } from './nearest-name.ts';
import { readSettingsFile } from './settings-file.ts';

export interface LayeringRules {
  /** Take several values; names as the command has them, such as `v2Mend`. */
  readonly repeatable: readonly string[];
  /** Of each row only one can hold; one of a nearer layer takes the place of the others. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Not for a command line, where others on the machine can read them. */
  readonly secret?: readonly string[];
  /** Have to come from somewhere. */
  readonly required?: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A value in words, and where it stands. */
interface Setting {
  readonly option: Option;
  readonly texts: readonly string[];
  readonly place: string;
}

export function layeredOptions(command: Command, rules: LayeringRules): Command {
  return command
    .option('--config <file>', 'options in a file (YAML), by their names without dashes')
    .addHelpText(
      'after',
      `
Every option can also be set in the environment, as PANTOGRAPH_PORT is for --port, or in the file of --config. What is
on the command line counts first, then the environment, then the file.`,
    )
    .hook('preAction', (_, acting) => applyLayers(acting, rules, process.env));
}

function applyLayers(command: Command, rules: LayeringRules, environment: Environment): void {
  for (const option of command.options) {
    const key = option.attributeName();
    if (!rules.secret?.includes(key) || command.getOptionValueSource(key) !== 'cli') continue;
    throw new Failure(
      `${option.long ?? key} does not belong on a command line, which others on this machine can read.`,
      `Set ${variableOf(option)}, write it into the file of --config, or name a file that holds it.`,
    );
  }
  applyLayer(command, rules, 'env', environmentSettings(command, rules, environment));
  const { config } = command.opts<{ config?: string }>();
  if (config !== undefined) applyLayer(command, rules, 'config', fileSettings(command, rules, config));
  for (const key of rules.required ?? []) {
    const option = command.options.find((one) => one.attributeName() === key);
    if (option === undefined || command.getOptionValue(key) !== undefined) continue;
    throw new Failure(
      `required option '${option.flags}' not specified`,
      `Name it, set ${variableOf(option)}, or write it into the file of --config.`,
    );
  }
}

function applyLayer(command: Command, rules: LayeringRules, layer: string, settings: readonly Setting[]): void {
  const groupOf = (key: string): readonly string[] => rules.exclusive?.find((row) => row.includes(key)) ?? [key];
  const isNearer = (key: string): boolean => {
    const value: unknown = command.getOptionValue(key);
    const source = command.getOptionValueSource(key);
    return value !== undefined && source !== 'default' && source !== layer;
  };
  const claims = new Map<readonly string[], Setting>();
  for (const setting of settings) {
    const key = setting.option.attributeName();
    if (isNearer(key)) continue;
    const value = valueOf(setting);
    const group = groupOf(key);
    if (group.length > 1 && value !== false) {
      if (group.some((other) => isNearer(other) && command.getOptionValue(other) !== false)) continue;
      const claim = claims.get(group);
      if (claim !== undefined) {
        throw new Failure(
          `${nameOf(setting.option)} cannot be set together with ${nameOf(claim.option)} (${setting.place}; ${claim.place}).`,
          'Leave one of them out.',
        );
      }
      claims.set(group, setting);
    }
    command.setOptionValueWithSource(key, value, layer);
  }
}

/** A container that sets a variable to nothing means that it is not set. */
function environmentSettings(command: Command, { repeatable }: LayeringRules, environment: Environment): Setting[] {
  return command.options.flatMap((option) => {
    const variable = variableOf(option);
    const text = environment[variable];
    if (text === undefined || text.trim() === '') return [];
    const texts = repeatable.includes(option.attributeName()) ? text.split(';').map((part) => part.trim()) : [text];
    return [{ option, texts: texts.filter((part) => part !== ''), place: variable }];
  });
}

function fileSettings(command: Command, { repeatable }: LayeringRules, file: string): Setting[] {
  const known = new Map(
    command.options.filter((option) => nameOf(option) !== 'config').map((one) => [nameOf(one), one]),
  );
  return readSettingsFile(file).map(({ name, texts, isList, place }) => {
    const option = known.get(name);
    if (option === undefined) {
      const near = nearestName(name, [...known.keys()]);
      throw new Failure(
        `${place}: ${command.name()} has no option ${name}.`,
        near === undefined ? `pantograph ${command.name()} --help shows those it has.` : `Did you mean ${near}?`,
      );
    }
    if (isList && !repeatable.includes(option.attributeName())) {
      throw new Failure(`${place}: ${name} takes one value.`, 'Write it without brackets or dashes.');
    }
    return { option, texts: isPath(option) ? texts.map((path) => resolve(dirname(file), path)) : texts, place };
  });
}

/** What is wrong is told without the value: it may be a secret. */
function valueOf({ option, texts, place }: Setting): unknown {
  try {
    if (!option.required && !option.optional) return readYesOrNo(texts[0] ?? '');
    const { parseArg } = option;
    if (parseArg === undefined) return texts[0];
    return texts.reduce<unknown>((before, text) => parseArg.call(option, text, before), undefined);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    const about = place === variableOf(option) ? place : `${place}: ${nameOf(option)}`;
    throw new Failure(`${about} is wrong.`, error.message, { cause: error });
  }
}

/** Set to "no" is not set: `PANTOGRAPH_OPEN=false` must not open a server. */
function readYesOrNo(text: string): boolean {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(word)) return true;
  if (['false', 'no', 'off', '0'].includes(word)) return false;
  throw new InvalidArgumentError('Expected true or false.');
}

function nameOf(option: Option): string {
  return (option.long ?? option.flags).replace(/^--/, '');
}

function variableOf(option: Option): string {
  return `PANTOGRAPH_${nameOf(option).toUpperCase().replaceAll('-', '_')}`;
}

/** Paths in a file start at the file. */
function isPath({ flags }: Option): boolean {
  return /<(?:file|directory)>$/.test(flags);
}
