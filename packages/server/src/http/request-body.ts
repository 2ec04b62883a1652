/** Bodies are read whole and bounded before a surface sees the request, so that no surface waits for a slow sender. */
import { Refused } from '../refusal/refused.ts';

/** The same request with its body in memory. */
export async function withBoundedBody(request: Request, maxBytes: number): Promise<Request> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > maxBytes) throw tooLong(maxBytes);
  const { body } = request;
  if (body === null) return request;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw brokenOff(error);
    });
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLong(maxBytes);
    }
    chunks.push(value);
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: size === 0 ? null : Buffer.concat(chunks, size),
  });
}

function brokenOff(reason: unknown): Refused {
  const refused = new Refused('request_malformed', { cause: 'The body broke off', allowed: 'the whole body' });
  refused.cause = reason;
  return refused;
}

function tooLong(maxBytes: number): Refused {
  return new Refused('body_too_long', {
    cause: 'The body is too long',
    allowed: `a body of ${String(maxBytes)} bytes`,
  });
}
