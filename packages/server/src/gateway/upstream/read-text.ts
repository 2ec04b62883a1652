/** The body of an upstream's answer, which nobody promised to end. */
import { Refused } from '../../refusal/refused.ts';

export async function readText(response: Response, mostBytes: number): Promise<string> {
  const { body } = response;
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size).toString('utf8');
    size += value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      throw new Refused('unavailable', {
        cause: `An answer behind this gateway is longer than ${String(mostBytes)} bytes`,
      });
    }
    chunks.push(value);
  }
}
