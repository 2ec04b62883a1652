/** Unpacks gzip on the way, told by its first two bytes; anything else goes through as it is. */
import { Unpacker } from './unpacker.ts';

type Bytes = AsyncGenerator<Uint8Array, void, undefined>;

/** Several members one after the other are one stream, as with `gzip`; zeros behind the last one are padding. */
export async function* gunzipIfPacked(bytes: Bytes, file: string): Bytes {
  try {
    const begun = await firstBytes(bytes);
    if (begun[0] === 0x1f && begun[1] === 0x8b) {
      yield* unpacked(begun, bytes, file);
    } else {
      if (begun.length > 0) yield begun;
      yield* bytes;
    }
  } finally {
    await bytes.return();
  }
}

async function firstBytes(bytes: Bytes): Promise<Uint8Array> {
  let begun: Uint8Array = new Uint8Array(0);
  while (begun.length < 2) {
    const next = await bytes.next();
    if (next.done === true) break;
    begun = begun.length === 0 ? next.value : Buffer.concat([begun, next.value]);
  }
  return begun;
}

async function* unpacked(begun: Uint8Array, rest: Bytes, file: string): Bytes {
  const unpacker = new Unpacker(file);
  try {
    yield* unpacker.unpack(begun);
    for await (const chunk of rest) yield* unpacker.unpack(chunk);
    yield* unpacker.finish();
  } finally {
    unpacker.close();
  }
}
