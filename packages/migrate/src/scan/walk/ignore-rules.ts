/** The .gitignore of a folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';

/** True: ignored; false: taken back in; undefined: not mentioned. Folders end with a slash. */
export type IgnoreRules = (path: string) => boolean | undefined;

export function ignoreRulesIn({ absolute, path }: { absolute: string; path: string }): IgnoreRules | undefined {
  let text: string;
  try {
    text = readFileSync(join(absolute, '.gitignore'), 'utf8');
  } catch {
    return undefined;
  }
  const matcher = ignore().add(text);
  const prefix = path === '' ? 0 : path.length + 1;
  return (asked) => {
    const { ignored, unignored } = matcher.test(asked.slice(prefix));
    return ignored ? true : unignored ? false : undefined;
  };
}
