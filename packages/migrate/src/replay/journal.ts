/** What has been replayed so far, in a file of lines, so that a run that was stopped goes on where it was. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { ReplayedRequest } from './judge/replayed.ts';

/** The servers that were asked, and what was allowed: another question needs another journal. */
export interface Question {
  readonly v2: string;
  readonly v3: string;
  readonly search: string;
  readonly allow: readonly string[];
}

export interface Journal {
  /** From runs before. */
  readonly known: ReadonlyMap<string, ReplayedRequest>;
  add(request: ReplayedRequest): void;
  close(): void;
}

/** The file is of another question, or no journal. */
export class OtherJournal extends Error {}

const VERSION = 1;
const Line = z.object({
  target: z.string(),
  resource: z.string(),
  times: z.number(),
  fields: z.array(z.unknown()),
  examples: z.array(z.unknown()),
});

export function openJournal(path: string, question: Question): Journal {
  const head = JSON.stringify({ replay: VERSION, ...question });
  const known = new Map<string, ReplayedRequest>();
  const text = textIn(path);
  const [first, ...lines] = text.split('\n');
  if (text !== '' && first !== head) {
    throw new OtherJournal('it is no journal of a replay of these servers with these allowances');
  }
  for (const line of lines) {
    const request = requestIn(line);
    if (request !== undefined) known.set(request.target, request);
  }
  const file = openSync(path, 'a', 0o600);
  if (text === '') writeSync(file, `${head}\n`);
  // A line that a run before left unfinished ends here, and is asked again.
  else if (!text.endsWith('\n')) writeSync(file, '\n');
  return {
    known,
    add: (request) => void writeSync(file, `${JSON.stringify(request)}\n`),
    close: () => closeSync(file),
  };
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function requestIn(line: string): ReplayedRequest | undefined {
  try {
    return Line.parse(JSON.parse(line)) as ReplayedRequest;
  } catch {
    return undefined;
  }
}
