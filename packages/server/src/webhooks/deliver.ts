/** One delivery: a signed POST, and what came of it. */
import { OutboundError } from '../ocpi/outbound/index.ts';
import type { OutboundFetch } from '../ocpi/outbound/index.ts';
import { signatureOf } from './signature.ts';
import type { Webhook } from './webhook.ts';

export interface Delivery {
  /** The same whenever the same stretch is tried again. */
  readonly id: string;
  /** NDJSON. */
  readonly body: string;
  /** The terms under which it may be used. */
  readonly attribution?: string | undefined;
}

export type Delivered =
  | { readonly ok: true; readonly status: number }
  /** `gone`: it says that nothing is wanted there any more. */
  | { readonly ok: false; readonly problem: string; readonly gone: boolean; readonly retryAfterSeconds?: number };

export interface DeliveryDependencies {
  /** Rejects with `OutboundError`. */
  readonly fetch: OutboundFetch;
  readonly now: () => Date;
  /** Milliseconds for the whole answer. */
  readonly patience: number;
  /** The server stops. */
  readonly signal?: AbortSignal;
}

const LONGEST_RETRY_AFTER_SECONDS = 3_600;

export async function deliver(
  { fetch, now, patience, signal }: DeliveryDependencies,
  { name, url }: Pick<Webhook, 'name' | 'url'>,
  secret: string,
  { id, body, attribution }: Delivery,
): Promise<Delivered> {
  const deadline = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
      headers: {
        'content-type': 'application/x-ndjson',
        'user-agent': 'Pantograph',
        'pantograph-webhook': name,
        'pantograph-delivery': id,
        'pantograph-signature': signatureOf(secret, body, now()),
        ...(attribution !== undefined && { 'x-attribution': attribution }),
      },
    });
    // What it says beside its status is of no use, and may be endless.
    await response.body?.cancel();
    return judged(response);
  } catch (error) {
    if (deadline.aborted) return failed(`no answer within ${String(patience / 1000)} seconds`);
    if (error instanceof OutboundError || signal?.aborted === true) return failed(messageOf(error));
    throw error;
  }
}

function judged({ status, headers }: Response): Delivered {
  if (status >= 200 && status < 300) return { ok: true, status };
  const redirect = status >= 300 && status < 400 ? '; redirects are not followed' : '';
  const wait = Number(headers.get('retry-after') ?? Number.NaN);
  return {
    ok: false,
    problem: `it answered ${String(status)}${redirect}`,
    gone: status === 410,
    ...(wait > 0 && { retryAfterSeconds: Math.min(wait, LONGEST_RETRY_AFTER_SECONDS) }),
  };
}

function failed(problem: string): Delivered {
  return { ok: false, problem, gone: false };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
