/**
 * The oracle at length: `node packages/server/test/atlas/many-questions.ts [QUESTIONS]`. Random worlds, random changes and
 * random questions (default 100,000), each answered as a scan answers it; the test command asks fewer of the same.
 */
import { isDeepStrictEqual } from 'node:util';
import { agreeWithScan } from './agree-with-scan.ts';
import { steppedWorld } from './stepped-world.ts';

const questions = Number(process.argv[2] ?? 100_000);
const WORLDS_AT_ONCE = 100;

let asked = 0;
for (let seed = 1; asked < questions; seed++) {
  asked += agreeWithScan(steppedWorld, compare, { numRuns: WORLDS_AT_ONCE, seed });
  process.stdout.write(`${String(asked)} questions, no difference\n`);
}

function compare(answer: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(answer, expected)) throw new Error('the index and the scan differ');
}
