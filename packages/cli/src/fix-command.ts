/** `pantograph fix`: changes a client of v2 towards v3, as far as rules justify it. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FixReport } from '@pantograph/migrate/fix';
import type { Command } from 'commander';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import { changedInGit, unknownToGit } from './git-tree.ts';
import type { Terminal } from './terminal.ts';

export function addFixCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  root
    .command('fix')
    .description(
      'Change a client of v2 towards v3, as far as rules justify it; shows a diff and writes nothing by default.',
    )
    .argument('<directory>', 'where the source is')
    .option('--write', 'make the changes; only where git has nothing that is not committed', false)
    .addHelpText(
      'after',
      `
The diff goes to standard output, what was changed by which rule and what is left to do to standard error. Exit code 1
says that something is left to do by hand.

Examples
  pantograph fix app/src
  pantograph fix app/src > v3.patch
  pantograph fix app/src --write`,
    )
    .action(async (directory: string, options: { readonly write: boolean }) =>
      done(await fixIn(directory, options.write, terminal)),
    );
}

async function fixIn(directory: string, isWriting: boolean, terminal: Terminal): Promise<ExitCode> {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Failure(`There is no folder ${directory}`, 'Name the folder that holds the source of the client.');
  }
  if (isWriting) checkClean(directory);
  const { diffOf, fix, fixInWords } = await import('@pantograph/migrate/fix');
  let report: FixReport;
  try {
    report = await fix(directory);
    if (isWriting) write(directory, report);
  } catch (error) {
    throw explain(error, `change ${directory}`) ?? error;
  }
  if (!isWriting) terminal.out(diffOf(report));
  terminal.err(fixInWords(report));
  return report.left.length > 0 ? exitCode.findings : exitCode.done;
}

function checkClean(directory: string): void {
  const changed = changedInGit(directory);
  if (changed === undefined) {
    throw new Failure(
      `${directory} is not in a git repository.`,
      'Only what git knows can be taken back; see the diff without --write.',
    );
  }
  const [first] = changed;
  if (first === undefined) return;
  throw new Failure(
    `git has ${String(changed.length)} changes below ${directory} that are not committed, such as ${first}.`,
    'Commit or stash them first, so that these changes can be told from yours.',
  );
}

function write(directory: string, { files }: FixReport): void {
  const existing = files.filter(({ before }) => before !== undefined);
  const [unknown] = unknownToGit(
    directory,
    existing.map(({ path }) => path),
  );
  if (unknown !== undefined) {
    throw new Failure(`git does not know ${unknown}.`, 'Commit it or leave it out by .gitignore; nothing was written.');
  }
  const moved = existing.find(({ path, before }) => readFileSync(join(directory, path), 'utf8') !== before);
  if (moved !== undefined) {
    throw new Failure(`${moved.path} has changed meanwhile.`, 'Run the command again; nothing was written.');
  }
  for (const { path, after } of files) writeFileSync(join(directory, path), after);
}
