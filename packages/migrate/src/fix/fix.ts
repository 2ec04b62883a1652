/** Changes a client of v2 towards v3 as far as rules justify it. Works on texts; nothing is written here. */
import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { languageOfFile } from '../scan/code/languages.ts';
import type { Finding } from '../scan/finding.ts';
import { fileMatches } from '../scan/judge/file-matches.ts';
import { findingsOf } from '../scan/judge/findings-of-file.ts';
import { scan } from '../scan/scan.ts';
import { withClientDependency } from './add-dependency.ts';
import { supportModule, supportModuleName } from './ecma/support-module.ts';
import { fixText } from './fix-text.ts';
import type { FixedText, MadeChange } from './fix-text.ts';
import { extensionFor, withSupportImport } from './import-support.ts';

export interface FixedFile {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  /** Absent where the file is new. */
  readonly before?: string;
  readonly after: string;
  readonly made: readonly MadeChange[];
}

export interface FixReport {
  readonly files: readonly FixedFile[];
  /** Changes after which a file would not have parsed. */
  readonly withdrawn: readonly { readonly path: string; readonly change: MadeChange }[];
  /** What is left to do by hand, in the text as it would be. */
  readonly left: readonly Finding[];
}

export async function fix(directory: string): Promise<FixReport> {
  const root = realpathSync(directory);
  const { findings, provesV2 } = await scan(root);
  const files = new Map<string, FixedFile>();
  const withdrawn: { path: string; change: MadeChange }[] = [];
  const left: Finding[] = [];
  for (const path of new Set(findings.map(({ file }) => file))) {
    const language = languageOfFile(path);
    const before = readFileSync(join(root, path), 'utf8');
    const fixed = language === undefined ? undefined : await fixText(before, language, provesV2);
    if (language === undefined || fixed === undefined) {
      left.push(...findings.filter(({ file }) => file === path));
      continue;
    }
    const after = await supported(path, fixed, { root, files });
    withdrawn.push(...fixed.withdrawn.map((change) => ({ path, change })));
    if (after !== before) files.set(path, { path, before, after, made: fixed.made });
    const places = (await fileMatches(after, language))?.places ?? [];
    left.push(
      ...findingsOf({ path, language, places }, provesV2, fixed.wasV2).filter(({ confidence }) => confidence !== 'low'),
    );
  }
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), withdrawn, left };
}

interface Project {
  readonly root: string;
  readonly files: Map<string, FixedFile>;
}

/** Brings the support module and the client library along where a file has come to use them. */
async function supported(path: string, fixed: FixedText, { root, files }: Project): Promise<string> {
  if (fixed.uses.size === 0) return fixed.after;
  const isTypeScript = /\.[cm]?tsx?$/.test(path);
  const folder = dirname(path);
  const name = `${supportModuleName}${isTypeScript ? '.ts' : '.js'}`;
  const modulePath = folder === '.' ? name : `${folder}/${name}`;
  const made = [{ rule: 'v2-path', line: 1 }];
  if (!files.has(modulePath) && !existsSync(join(root, modulePath))) {
    files.set(modulePath, { path: modulePath, after: await supportModule(isTypeScript), made });
  }
  const manifest = nearest('package.json', root, folder);
  const text = manifest === undefined ? undefined : readFileSync(join(root, manifest), 'utf8');
  const withClient = text === undefined ? undefined : withClientDependency(text);
  if (manifest !== undefined && text !== undefined && withClient !== undefined) {
    files.set(manifest, { path: manifest, before: text, after: withClient, made });
  }
  const tsconfig = nearest('tsconfig.json', root, folder);
  const extension = extensionFor(isTypeScript, tsconfig && readFileSync(join(root, tsconfig), 'utf8'));
  return withSupportImport(fixed.after, fixed.uses, supportModuleName, extension);
}

/** Of the folder or of one above it, but not above the root. */
function nearest(name: string, root: string, folder: string): string | undefined {
  for (let at = resolve(root, folder); at === root || at.startsWith(root + sep); at = dirname(at)) {
    if (lstatSync(join(at, name), { throwIfNoEntry: false })?.isFile() === true)
      return relative(root, join(at, name)).split(sep).join('/');
  }
  return undefined;
}
