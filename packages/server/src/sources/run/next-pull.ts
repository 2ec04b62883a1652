/** When a source is to be pulled next. */
import { dueAfter } from '../definition/schedule.ts';
import type { SourceDefinition } from '../definition/source-definition.ts';
import type { PullState } from '../state/pull-state.ts';

const FIRST_REPEAT = 60_000;
const LONGEST_REPEAT = 15 * 60_000;

/** `undefined`: only by hand. A pull that failed is repeated sooner than the schedule says, less and less often. */
export function nextPull({ schedule }: SourceDefinition, state: PullState, now: Date): Date | undefined {
  const { lastPull, failures } = state;
  const due = dueAfter(schedule, lastPull && new Date(lastPull.startedAt), now);
  if (due === undefined || lastPull === undefined || failures === 0) return due;
  const repeat = Date.parse(lastPull.finishedAt) + Math.min(LONGEST_REPEAT, FIRST_REPEAT * 2 ** (failures - 1));
  return new Date(Math.min(due.getTime(), repeat));
}
