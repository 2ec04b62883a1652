/** Puts recorded requests to both generations and judges what they answer. */
import type { Answer, Ask } from './ask/ask.ts';
import { NoAnswer } from './ask/ask.ts';
import type { Pace } from './ask/pace.ts';
import type { Journal } from './journal.ts';
import { judgeAnswers } from './judge/judge-answers.ts';
import type { ReplayedRequest } from './judge/replayed.ts';
import { replayed } from './judge/replayed.ts';
import type { Judgement } from './judge/verdict.ts';
import { isExplained, verdictOf } from './judge/verdict.ts';
import type { Tally, UnansweredRequest } from './report/tally.ts';
import { tallyFor } from './report/tally.ts';
import type { RecordedRequest } from './traffic/read-traffic.ts';

export interface ReplayOptions {
  readonly requests: readonly RecordedRequest[];
  /** What v2 says. */
  readonly v2: Ask;
  /** What a gateway makes of v3 and Search. */
  readonly v3: Ask;
  /** Requests of v2 that may begin a second; each is put to both. */
  readonly pace: Pace;
  /** Requests under way at the same time. */
  readonly concurrency: number;
  /** Fields whose differences are explained by the caller: a path as reports show it, or its end. */
  readonly allow: readonly string[];
  readonly journal?: Journal;
  readonly signal: AbortSignal;
  /** Called once, with the number of requests that the journal has the outcome of. */
  readonly onKnown?: (judged: number) => void;
  /** Called after each request. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** A charger is plugged in while two servers are asked: what differs only in live fields is asked again. */
const LIVE_ATTEMPTS = 3;

/** Rejects with the reason of the signal where that aborts; what was judged until then is in the journal. */
export async function replay(options: ReplayOptions): Promise<Tally> {
  const { requests, journal, concurrency, signal, onProgress, onKnown } = options;
  const tally = tallyFor(requests);
  await journal?.read(tally.judge);
  onKnown?.(tally.judged);
  let next = 0;
  let done = 0;

  async function work(): Promise<void> {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      if (!tally.has(request.target)) {
        const outcome = await replayOne(request, options);
        if ('reason' in outcome) tally.leave(outcome);
        else {
          tally.judge(outcome);
          journal?.add(outcome);
        }
      }
      onProgress?.(++done, requests.length);
    }
  }

  await Promise.all(Array.from({ length: concurrency }, work));
  signal.throwIfAborted();
  return tally;
}

async function replayOne(
  request: RecordedRequest,
  { v2, v3, pace, allow, signal }: ReplayOptions,
): Promise<ReplayedRequest | UnansweredRequest> {
  let judgements: readonly Judgement[] = [];
  for (let attempt = 1; attempt <= LIVE_ATTEMPTS; attempt++) {
    await pace(signal);
    const [one, other] = await Promise.all([answerOf(v2, request, signal), answerOf(v3, request, signal)]);
    if ('reason' in one) return { ...request, generation: 'v2', ...one };
    if ('reason' in other) return { ...request, generation: 'v3', ...other };
    judgements = allowed(judgeAnswers(request.resource, one, other), allow);
    const unexplained = judgements.filter((judgement) => !isExplained(judgement));
    if (unexplained.length === 0 || !unexplained.every(({ live }) => live === true)) break;
  }
  return replayed(request, judgements);
}

async function answerOf(
  ask: Ask,
  { target }: RecordedRequest,
  signal: AbortSignal,
): Promise<Answer | { readonly reason: string }> {
  try {
    return await ask(target, signal);
  } catch (error) {
    if (error instanceof NoAnswer) return { reason: error.message };
    throw error;
  }
}

function allowed(judgements: readonly Judgement[], allow: readonly string[]): readonly Judgement[] {
  if (allow.length === 0) return judgements;
  return judgements.map((judgement) => {
    const { field } = judgement;
    const isAllowed = allow.some((path) => field === path || field.endsWith(`.${path}`));
    return isExplained(judgement) || !isAllowed ? judgement : { ...judgement, ...verdictOf('allowed') };
  });
}
