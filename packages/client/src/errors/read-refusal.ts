/** The error bodies of v3 and discovery, of the gateway in front of them, of v2, and problem details (RFC 9457). */
import type { Refusal } from './api-error.ts';

export function readRefusal(status: number, headers: Headers, text: string, now: number): Refusal {
  const body = parsed(text);
  const [first, second, third] = Array.isArray(body['Message']) ? (body['Message'] as unknown[]) : [];
  return {
    status,
    code: string(body['code']),
    title: string(body['title']) ?? string(body['error']) ?? string(body['Type']),
    cause: string(body['cause']) ?? string(body['error_description']) ?? string(body['detail']) ?? string(first),
    action: string(body['action']) ?? string(second),
    correlationId:
      headers.get('x-correlation-id') ??
      string(body['correlationId']) ??
      /^Correlation id: (.+)$/.exec(string(third) ?? '')?.[1],
    requestId: headers.get('x-request-id') ?? string(body['requestId']),
    retryAfterSeconds: retryAfterSeconds(headers.get('retry-after'), now),
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch (error) {
    // A proxy on the way answers in words or HTML, which say no more than the status.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Seconds or a date (RFC 9110, Retry-After). */
function retryAfterSeconds(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,10}$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
