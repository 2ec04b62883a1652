/** One answer of a source as objects, within bounds of size and time. */
import { FeedFailure, jsonObjects, openBytes } from '@pantograph/feeds/json';
import type { JsonItem } from '@pantograph/feeds/json';
import type { OutboundFetch } from '../../ocpi/outbound/index.ts';
import { PageFailure, retryAfterOf } from './repeat-policy.ts';

export interface AnswerRequest {
  readonly url: string;
  /** What it is called in messages. */
  readonly shown: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: OutboundFetch;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Told of each object as it comes. */
  readonly take: (item: JsonItem) => Promise<void> | undefined;
}

export interface Answer {
  readonly headers: Headers;
  /** 304: nothing newer than what was read before. */
  readonly unmodified: boolean;
  /** How many objects came. */
  readonly objects: number;
}

/** Rejects with `PageFailure`, or with the signal's reason once that is aborted. */
export async function readAnswer(request: AnswerRequest): Promise<Answer> {
  const { url, shown, headers, fetch, signal, now } = request;
  let answer: Response;
  try {
    answer = await fetch(url, { headers: { ...headers, 'accept-encoding': 'gzip' }, signal });
  } catch (error) {
    signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new PageFailure(unreadable(shown, reason), { final: isFinal(error) });
  }
  if (answer.status === 304) return { headers: answer.headers, unmodified: true, objects: 0 };
  if (!answer.ok) {
    await answer.body?.cancel();
    const { status } = answer;
    throw new PageFailure(unreadable(shown, `the server answered ${String(status)}`), {
      status,
      retryAfter: retryAfterOf(answer.headers, now()),
    });
  }
  const bytes = openBytes('http://answer', { fetch: () => Promise.resolve(answer) });
  const objects = await readObjects(bytes, request);
  return { headers: answer.headers, unmodified: false, objects };
}

/** @returns how many objects came */
export async function readObjects(
  bytes: AsyncIterable<Uint8Array>,
  { shown, maxBytes, signal, take }: Pick<AnswerRequest, 'shown' | 'maxBytes' | 'signal' | 'take'>,
): Promise<number> {
  let objects = 0;
  const bound = { reached: false };
  try {
    for await (const item of jsonObjects(bounded(bytes, maxBytes, bound), { file: shown })) {
      objects++;
      await take(item);
    }
    return objects;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FeedFailure) {
      throw new PageFailure(new FeedFailure(renamed(error, shown).notice, error.place), { final: bound.reached });
    }
    throw error;
  }
}

async function* bounded(
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
  bound: { reached: boolean },
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  for await (const chunk of bytes) {
    read += chunk.length;
    if (read > maxBytes) {
      bound.reached = true;
      const reason = `it is longer than ${String(Math.round(maxBytes / 1e6))} megabytes`;
      throw new FeedFailure({ code: 'source_cut_short', path: '', parameters: { file: '', bytes: maxBytes, reason } });
    }
    yield chunk;
  }
}

/** The address that the bytes were opened under may hold secrets. */
function renamed({ notice }: FeedFailure, file: string): { notice: FeedFailure['notice'] } {
  return { notice: { ...notice, parameters: { ...notice.parameters, file } } };
}

export function unreadable(file: string, reason: string): FeedFailure {
  return new FeedFailure({ code: 'source_unreadable', path: '', parameters: { file, reason } });
}

/** What is wrong with the address stays wrong. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !('reason' in error)) return false;
  return error.reason === 'url_unusable' || error.reason === 'address_not_public';
}
