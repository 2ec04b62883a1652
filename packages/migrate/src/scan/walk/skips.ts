/** Why something was not read, with counts and a few examples of each reason. */
export const skipReasons = {
  ignored: 'left out by .gitignore',
  dependencies: 'folders of dependencies and version control',
  otherKind: 'files of other kinds',
  symbolicLink: 'symbolic links, which are not followed',
  noFile: 'neither files nor folders',
  unreadable: 'unreadable',
  tooDeep: 'folders nested too deeply',
  tooLarge: 'too large for source',
  binary: 'binary',
  minified: 'minified or generated on one line',
  tooCostly: 'impossible to parse within bounds',
} as const;
export type SkipReason = keyof typeof skipReasons;

export interface Skipped {
  readonly reason: SkipReason;
  readonly count: number;
  /** A few of them. */
  readonly examples: readonly string[];
}

const EXAMPLES = 5;

export interface Skips {
  add(reason: SkipReason, path: string): void;
  list(): Skipped[];
}

export function collectSkips(): Skips {
  const found = new Map<SkipReason, { count: number; examples: string[] }>();
  return {
    add(reason, path) {
      const entry = found.get(reason) ?? { count: 0, examples: [] };
      entry.count++;
      if (entry.examples.length < EXAMPLES) entry.examples.push(path);
      found.set(reason, entry);
    },
    list: () => [...found].map(([reason, entry]) => ({ reason, ...entry })),
  };
}
