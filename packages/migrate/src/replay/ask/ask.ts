/** Asks a server for a v2 resource, with patience. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  /** Parsed JSON. */
  readonly body: unknown;
}

/** No answer that could be judged, and why; credentials are not in it. */
export class NoAnswer extends Error {}

export interface AskOptions {
  /** Without a slash at the end; `stations.json` stands below it. */
  readonly base: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Milliseconds for one attempt. */
  readonly timeout?: number;
  readonly fetch?: typeof fetch;
  /** Resolves after so many milliseconds. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

export type Ask = (target: string, signal: AbortSignal) => Promise<Answer>;

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 500;
const LONGEST_RETRY_AFTER_S = 60;
const MOST_BYTES = 64 * 1024 * 1024;
/** What may be otherwise the next time. */
const passing = new Set([408, 429, 500, 502, 503, 504]);
/** What says nothing of v2 or v3, only of who asks. */
const unjudged = new Set([401, 403]);

export function asker(options: AskOptions): Ask {
  const { base, headers = {}, query = {}, timeout = 15_000 } = options;
  const send = options.fetch ?? fetch;
  const sleep = options.sleep ?? ((milliseconds, signal) => pause(milliseconds, undefined, { signal }));

  return async (target, signal) => {
    const [path, asked = ''] = target.split('?');
    const parameters = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(query)) parameters.set(name, value);
    const url = `${base}/${path ?? ''}${parameters.size === 0 ? '' : `?${parameters.toString()}`}`;
    let fault = '';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      let wait = FIRST_PAUSE_MS * 2 ** (attempt - 1);
      try {
        const within = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
        // A redirect is followed by nobody: it would carry credentials to who knows whom.
        const response = await send(url, { headers, signal: within, redirect: 'error' });
        if (unjudged.has(response.status))
          throw new NoAnswer(`it answered ${String(response.status)}: check the credentials`);
        if (!passing.has(response.status)) return { status: response.status, body: await jsonOf(response) };
        fault = `it answered ${String(response.status)}`;
        wait = Math.max(wait, retryAfterOf(response));
        await response.body?.cancel();
      } catch (error) {
        if (error instanceof NoAnswer || signal.aborted) throw error;
        fault =
          error instanceof Error && error.name === 'TimeoutError'
            ? 'it did not answer in time'
            : 'it cannot be reached';
      }
      if (wait > LONGEST_RETRY_AFTER_S * 1000)
        throw new NoAnswer(`${fault}, and asks to wait for ${String(wait / 1000)} s`);
      if (attempt < ATTEMPTS) await sleep(wait, signal);
    }
    throw new NoAnswer(`${fault}, ${String(ATTEMPTS)} times`);
  };
}

/** Milliseconds; a date is not waited for. */
function retryAfterOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}

async function jsonOf(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | undefined = response.body ?? undefined;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > MOST_BYTES) throw new NoAnswer('its answer is longer than 64 MB');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new NoAnswer(`it answered ${String(response.status)} with something other than JSON`);
  }
}
