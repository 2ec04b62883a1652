/** An answer of node:http as the Fetch standard's. */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { OutboundError } from './outbound-error.ts';

/** Statuses that have no body; `Response` refuses one there. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

export function responseOf(incoming: IncomingMessage, { host }: URL): Response {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const sent = incoming.statusCode ?? 0;
  // `Response` knows 200 to 599 only.
  const status = sent >= 200 && sent <= 599 ? sent : 502;
  incoming.on('timeout', () => {
    incoming.destroy(new OutboundError('timeout', `${host} stopped sending`));
  });
  if (bodiless.has(status)) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(incoming) as ReadableStream<Uint8Array<ArrayBuffer>>, { status, headers });
}
