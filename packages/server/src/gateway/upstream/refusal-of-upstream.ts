/** What an upstream's error means to a v2 client. */
import { redactSecrets } from '../../observe/redact.ts';
import { Refused } from '../../refusal/refused.ts';
import { membersOf } from './members-of.ts';
import type { TransportAnswer } from './transport.ts';

export interface UpstreamError {
  /** `v3` or `Search`. */
  readonly name: string;
  /** Its body has whatever form it has. */
  readonly answer: TransportAnswer;
  readonly sentCredentials: boolean;
}

/** Seconds, where an upstream that says 429 does not say how long. */
const DEFAULT_PAUSE = 1;
const LONGEST_PAUSE = 24 * 60 * 60;
const LONGEST_CAUSE = 300;

export function refusalOfUpstream(error: UpstreamError, now: Date): Refused {
  const { name, answer, sentCredentials } = error;
  const { status } = answer;
  const cause = `${name} behind this gateway answered ${String(status)}${saying(answer.body.toString())}`;
  const retryAfter = retryAfterOf(answer.header('retry-after'), now);
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
function retryAfterOf(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
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
