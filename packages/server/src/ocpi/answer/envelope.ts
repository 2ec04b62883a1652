/** The one place where OCPI responses are written. OCPI 2.3.0, transport, "Response format". */
import type { WholeAnswer } from '../../http/answer.ts';
import type { Asked } from '../../http/asked.ts';
import type { SituationName } from './situations.ts';
import { situations } from './situations.ts';

export interface EnvelopeContent {
  /** Answered with its own X-Correlation-ID; X-Request-ID is the edge's to echo. */
  readonly request: Asked;
  readonly data?: unknown;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** Names of `headers` in lower case. */
export function envelope(
  situation: SituationName,
  { request, data, message, headers, now }: EnvelopeContent,
): WholeAnswer {
  const { http, code } = situations[situation];
  const body = JSON.stringify({ data, status_code: code, status_message: message, timestamp: now.toISOString() });
  return { status: http, headers: { 'content-type': 'application/json', ...correlation(request), ...headers }, body };
}

const MAX_LENGTH = 128;

function correlation({ headers }: Asked): Record<string, string> {
  const said = headers
    .get('x-correlation-id')
    ?.replace(/[^\x20-\x7e]/g, '')
    .slice(0, MAX_LENGTH);
  return said === undefined || said === '' ? {} : { 'x-correlation-id': said };
}
