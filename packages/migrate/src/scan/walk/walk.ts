/** The files below a folder that are worth opening. Links are not followed, so nothing outside is reached and nothing twice. */
import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { languageOfFile } from '../code/languages.ts';
import type { Language } from '../code/language.ts';
import { ignoreRulesIn } from './ignore-rules.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import type { Skips } from './skips.ts';

export interface SourceFile {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly absolute: string;
  readonly language: Language;
}

const dependencyFolders = new Set([
  ...['node_modules', 'bower_components', 'jspm_packages', '.yarn', '.pnpm-store', 'Pods', 'Carthage', '.build'],
  ...['.gradle', '.dart_tool', '.pub-cache', '.venv', 'venv', '__pycache__', 'site-packages', '.tox', 'vendor'],
  ...['.git', '.hg', '.svn'],
]);
const DEEPEST = 64;

export function* sourceFiles(root: string, skips: Skips): Generator<SourceFile> {
  yield* filesIn({ absolute: root, path: '', depth: 0 }, [], skips);
}

interface Folder {
  readonly absolute: string;
  readonly path: string;
  readonly depth: number;
}

function* filesIn(folder: Folder, outer: readonly IgnoreRules[], skips: Skips): Generator<SourceFile> {
  if (folder.depth > DEEPEST) return skips.add('tooDeep', folder.path);
  const entries = entriesOf(folder, skips);
  const own = entries.some((each) => each.name === '.gitignore' && each.isFile()) ? ignoreRulesIn(folder) : undefined;
  const ignores = own === undefined ? outer : [own, ...outer];
  for (const entry of entries) {
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
    const absolute = join(folder.absolute, entry.name);
    if (entry.isSymbolicLink()) skips.add('symbolicLink', path);
    else if (entry.isDirectory()) {
      if (dependencyFolders.has(entry.name)) skips.add('dependencies', path);
      else if (isIgnored(ignores, `${path}/`)) skips.add('ignored', path);
      else yield* filesIn({ absolute, path, depth: folder.depth + 1 }, ignores, skips);
    } else if (!entry.isFile()) skips.add('noFile', path);
    else if (isIgnored(ignores, path)) skips.add('ignored', path);
    else {
      const language = languageOfFile(entry.name);
      if (language === undefined) skips.add('otherKind', path);
      else yield { path, absolute, language };
    }
  }
}

function entriesOf({ absolute, path }: Folder, skips: Skips): Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    // The folder that was asked for is the caller's affair.
    if (path === '') throw error;
    skips.add('unreadable', path);
    return [];
  }
}

/** The nearest file of rules that has a say decides. */
function isIgnored(ignores: readonly IgnoreRules[], path: string): boolean {
  for (const rules of ignores) {
    const verdict = rules(path);
    if (verdict !== undefined) return verdict;
  }
  return false;
}
