/** What has been replayed so far, in a file of lines, so that a run that was stopped goes on where it was. */
import { closeSync, createReadStream, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { ReplayedRequest } from './judge/replayed.ts';
import { rules } from './judge/rules.ts';
import type { RuleCode } from './judge/rules.ts';
import { verdicts } from './judge/verdict.ts';
import { linesOf } from './traffic/lines.ts';

/** The servers that were asked, and what was allowed: another question needs another journal. */
export interface Question {
  readonly v2: string;
  readonly v3: string;
  readonly search: string;
  readonly allow: readonly string[];
}

export interface Journal {
  /** Hands over what runs before have judged, one after the other. */
  readonly read: (take: (request: ReplayedRequest) => void) => Promise<void>;
  readonly add: (request: ReplayedRequest) => void;
  readonly close: () => void;
}

/** The file is of another question, or no journal. */
export class OtherJournal extends Error {}

const VERSION = 1;
/** Characters; what is longer is asked again. */
const LONGEST_LINE = 16 * 1024 * 1024;

const found = {
  field: z.string(),
  verdict: z.enum(verdicts),
  rule: z.enum(Object.keys(rules) as RuleCode[]).exactOptional(),
};
const Line = z.object({
  target: z.string(),
  resource: z.string(),
  times: z.number(),
  fields: z.array(z.object({ ...found, count: z.number() })),
  examples: z.array(
    z.object({
      ...found,
      at: z.string().exactOptional(),
      v2: z.string().exactOptional(),
      v3: z.string().exactOptional(),
    }),
  ),
});

export function openJournal(path: string, question: Question): Journal {
  const head = Buffer.from(`${JSON.stringify({ replay: VERSION, ...question })}\n`);
  const file = openSync(path, 'a+', 0o600);
  const { size } = fstatSync(file);
  if (size === 0) writeSync(file, head);
  else if (!bytesAt(file, 0, head.length).equals(head)) {
    closeSync(file);
    throw new OtherJournal('it is no journal of a replay of these servers with these allowances');
  }
  // A line that a run before left unfinished ends here, and is asked again.
  else if (bytesAt(file, size - 1, 1).toString() !== '\n') writeSync(file, '\n');
  return {
    read: async (take) => {
      if (size <= head.length) return;
      const before = createReadStream(path, { encoding: 'utf8', start: head.length, end: size - 1 });
      for await (const line of linesOf(before as AsyncIterable<string>, LONGEST_LINE)) {
        const request = line === undefined ? undefined : requestIn(line);
        if (request !== undefined) take(request);
      }
    },
    add: (request) => void writeSync(file, `${JSON.stringify(request)}\n`),
    close: () => closeSync(file),
  };
}

function bytesAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}

function requestIn(line: string): ReplayedRequest | undefined {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
