/** Bodies are read whole and bounded before a surface sees the request, so that no surface waits for a slow sender. */
import type { IncomingMessage } from 'node:http';
import { Refused } from '../refusal/refused.ts';

/** The body of a request that came over a connection. */
export function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (declaredLength(incoming.headers['content-length']) > maxBytes) return Promise.reject(tooLong(maxBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let isWhole = false;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        incoming.pause().removeAllListeners('data');
        reject(tooLong(maxBytes));
      } else chunks.push(chunk);
    });
    incoming.on('end', () => {
      isWhole = true;
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size));
    });
    incoming.on('error', (error) => {
      reject(brokenOff(error));
    });
    incoming.on('close', () => {
      if (!isWhole) reject(brokenOff(new Error('the connection was closed')));
    });
  });
}

/** The same request with its body in memory. */
export async function withBoundedBody(request: Request, maxBytes: number): Promise<Request> {
  if (declaredLength(request.headers.get('content-length')) > maxBytes) throw tooLong(maxBytes);
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

function declaredLength(header: string | null | undefined): number {
  return Number(header ?? '0');
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
