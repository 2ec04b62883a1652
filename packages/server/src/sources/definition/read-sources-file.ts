/** Reads `sources.yaml`. What cannot be right is told with its line, all of it at once. */
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { SourcesFile } from './source-definition.ts';
import type { SourceDefinition } from './source-definition.ts';

export interface SourcesFileProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export class SourcesFileFaulty extends Error {
  readonly problems: readonly SourcesFileProblem[];

  constructor(file: string, problems: readonly SourcesFileProblem[]) {
    super(problems.map(({ line, message }) => `${file}, line ${String(line)}: ${message}`).join('\n'));
    this.name = 'SourcesFileFaulty';
    this.problems = problems;
  }
}

/** @throws SourcesFileFaulty */
export function readSourcesFile(text: string, file: string): readonly SourceDefinition[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new SourcesFileFaulty(
      file,
      document.errors.map(({ message, linePos }) => ({
        line: linePos?.[0].line ?? 1,
        message: message.replace(/ at line \d+[\s\S]*$/, ''),
      })),
    );
  }
  const lineOf = (path: readonly PropertyKey[]): number => lines.linePos(offsetOf(document, path)).line || 1;
  const read = SourcesFile.safeParse(document.toJS() ?? {});
  if (!read.success) {
    throw new SourcesFileFaulty(
      file,
      read.error.issues.flatMap((issue) => problemsOf(issue, lineOf)).sort((one, other) => one.line - other.line),
    );
  }
  const { sources } = read.data;
  const repeated = sources.flatMap(({ name }, index) => {
    const same = (other: SourceDefinition): boolean => other.name.toLowerCase() === name.toLowerCase();
    const first = sources.findIndex(same);
    if (first === index) return [];
    const line = lineOf(['sources', index, 'name']);
    return [{ line, message: `there is a source ${name} already, in line ${String(lineOf(['sources', first]))}` }];
  });
  if (repeated.length > 0) throw new SourcesFileFaulty(file, repeated);
  return sources;
}

function problemsOf(
  issue: z.core.$ZodIssue,
  lineOf: (path: readonly PropertyKey[]) => number,
): readonly SourcesFileProblem[] {
  const at = issue.path.slice(2).map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...issue.path, key]),
      message: `${[at, key].filter(Boolean).join('.')} is no key that is known here`,
    }));
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined && at !== '';
  const message = missing || /received undefined/.test(issue.message) ? 'is missing' : issue.message;
  return [{ line: lineOf(issue.path), message: `${at} ${message}`.trim() }];
}

/** Of the value at the path, or of the nearest thing around it that is there; of a key where the value is not in place. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const around = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(around)) {
      const pair = around.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    const found = document.getIn(path.slice(0, length), true);
    if (isNode(found)) return found.range?.[0] ?? 0;
  }
  return 0;
}
