/** Any sequence of objects as a feed file: one JSON object a line, in chunks that are worth a write. */

const CHUNK_CHARACTERS = 256 * 1024;

export function* ndjsonChunks(objects: Iterable<object>): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const object of objects) {
    text += `${JSON.stringify(object)}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}
