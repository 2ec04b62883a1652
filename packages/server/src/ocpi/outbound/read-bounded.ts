/** The body of another party's answer, which may be endless, as text. */
import { OutboundError } from './outbound-error.ts';

export async function readBounded(response: Response, maxBytes: number): Promise<string> {
  const { body } = response;
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size).toString('utf8');
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new OutboundError('body_too_long', `The answer is longer than ${String(maxBytes)} bytes`);
    }
    chunks.push(value);
  }
}
