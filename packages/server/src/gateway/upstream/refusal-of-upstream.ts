/** What an upstream's error means to a v2 client. */
import { redactSecrets } from '../../observe/redact.ts';
import { Refused } from '../../refusal/refused.ts';

export interface UpstreamError {
  /** `v3` or `Search`. */
  readonly name: string;
  readonly status: number;
  readonly headers: Headers;
  /** As text; whatever form it has. */
  readonly body: string;
  readonly sentCredentials: boolean;
}

/** Seconds, where an upstream that says 429 does not say how long. */
const DEFAULT_PAUSE = 1;
const LONGEST_PAUSE = 24 * 60 * 60;
const LONGEST_CAUSE = 300;

export function refusalOfUpstream(error: UpstreamError, now: Date): Refused {
  const { name, status, headers, sentCredentials } = error;
  const cause = `${name} behind this gateway answered ${String(status)}${saying(error.body)}`;
  const retryAfter = retryAfterOf(headers, now);
  switch (status) {
    case 400:
      return new Refused('parameter_invalid', {
        parameter: 'the question',
        cause,
        allowed: 'one that the service behind this gateway answers',
      });
    case 401:
      if (!sentCredentials) return new Refused('credentials_missing', { cause });
      return new Refused('credentials_invalid', {
        cause,
        allowed: 'a key or token of the service behind this gateway, as apiKey= or Authorization: Bearer',
      });
    case 403:
      return new Refused('rights_missing', { parameter: 'such data', cause, allowed: 'to it' });
    case 429:
      return new Refused('too_many_requests', { cause, retryAfter: retryAfter ?? DEFAULT_PAUSE });
    default:
      return new Refused('unavailable', { cause, ...(retryAfter === undefined ? {} : { retryAfter }) });
  }
}

/** RFC 9110: seconds, or a date. */
function retryAfterOf(headers: Headers, now: Date): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now.getTime()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), LONGEST_PAUSE);
}

/** The reason in the forms that v3, Search and the gateways before them have. */
function saying(body: string): string {
  const { cause, error_description: description, title, error } = membersOf(body);
  const reason = [cause, description, title, error].find((text) => typeof text === 'string' && text !== '');
  if (typeof reason !== 'string') return '';
  return `: ${redactSecrets(reason).replace(/\s+/g, ' ').trim().slice(0, LONGEST_CAUSE).replace(/\.$/, '')}`;
}

function membersOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
