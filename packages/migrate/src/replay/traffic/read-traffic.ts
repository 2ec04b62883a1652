/** Recorded traffic in whatever form it comes, as different requests and how often each was made. */
import { requestsInHar } from './har.ts';
import type { LegacyRequest, SkipReason } from './legacy-request.ts';
import { linesOf } from './lines.ts';
import { requestInLine } from './line-request.ts';

export interface RecordedRequest extends LegacyRequest {
  readonly times: number;
}

export interface Traffic {
  /** In the order in which they came first. */
  readonly requests: readonly RecordedRequest[];
  /** Lines, or entries of an archive; blank lines and comments (#) are none. */
  readonly entries: number;
  /** Entries that are no request to replay, by reason. */
  readonly skipped: ReadonlyMap<SkipReason, number>;
}

/** The traffic cannot be read at all; the message says why. */
export class UnreadableTraffic extends Error {}

const MOST_DIFFERENT = 200_000;
const LARGEST_HAR = 256 * 1024 * 1024;

export async function readTraffic(bytes: AsyncIterable<Uint8Array>): Promise<Traffic> {
  const requests = new Map<string, { readonly request: LegacyRequest; times: number }>();
  const skipped = new Map<SkipReason, number>();
  let entries = 0;
  const take = (found: LegacyRequest | SkipReason): void => {
    entries++;
    const known = typeof found === 'string' ? undefined : requests.get(found.target);
    if (known !== undefined) known.times++;
    else if (typeof found !== 'string' && requests.size < MOST_DIFFERENT) {
      requests.set(found.target, { request: found, times: 1 });
    } else {
      const reason = typeof found === 'string' ? found : 'too_many';
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    }
  };

  const text = await begun(textOf(bytes));
  if (text.start.trimStart().startsWith('{')) for (const found of await archived(text)) take(found);
  else {
    for await (const line of linesOf(whole(text))) {
      if (line === undefined) take('too_long');
      else if (!/^\s*(#|$)/.test(line)) take(requestInLine(line));
    }
  }
  return { requests: [...requests.values()].map(({ request, times }) => ({ ...request, times })), entries, skipped };
}

interface Begun {
  readonly start: string;
  readonly rest: AsyncIterator<string>;
}

/** Reads as far as something is to be seen. */
async function begun(text: AsyncIterable<string>): Promise<Begun> {
  const rest = text[Symbol.asyncIterator]();
  let start = '';
  while (start.trim() === '') {
    const next = await rest.next();
    if (next.done === true) break;
    start += next.value;
    if (start.length > LARGEST_HAR) throw new UnreadableTraffic('it holds nothing but blanks');
  }
  return { start, rest };
}

async function* whole({ start, rest }: Begun): AsyncIterable<string> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function archived(text: Begun): Promise<readonly (LegacyRequest | SkipReason)[]> {
  let json = '';
  for await (const chunk of whole(text)) {
    json += chunk;
    if (json.length > LARGEST_HAR) throw new UnreadableTraffic('an archive (HAR) of more than 256 MB cannot be read');
  }
  try {
    return requestsInHar(json);
  } catch {
    throw new UnreadableTraffic('it begins as an HTTP archive (HAR) does, but is no whole one; was it cut off?');
  }
}

async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    if (chunk.includes(0))
      throw new UnreadableTraffic(
        'it is binary; a log in common or combined form, a HAR or a list of URLs can be read',
      );
    yield decoder.decode(chunk, { stream: true });
  }
  const last = decoder.decode();
  if (last !== '') yield last;
}
