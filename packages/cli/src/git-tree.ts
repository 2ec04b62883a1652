/** What git says of a folder. */
import { spawnSync } from 'node:child_process';

function git(directory: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 64 << 20 });
  return status === 0 ? stdout : undefined;
}

const paths = (listed: string): string[] => listed.split('\0').filter((each) => each !== '');

/** Files below it that are not as committed, new ones among them; `undefined` outside a repository. */
export function changedInGit(directory: string): readonly string[] | undefined {
  const listed = git(directory, 'status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.');
  return listed === undefined ? undefined : paths(listed).map((each) => each.slice(3));
}

/** Those of the files, relative to the folder, that git does not keep. */
export function unknownToGit(directory: string, files: readonly string[]): readonly string[] {
  const known = new Set(paths(git(directory, 'ls-files', '-z', '--', '.') ?? ''));
  return files.filter((each) => !known.has(each));
}
