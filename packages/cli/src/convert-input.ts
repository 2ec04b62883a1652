/** What a user names as input, object by object: JSON in any of its arrangements, or one XML document. */
import type { JsonItem } from '@pantograph/feeds/json';
import { FeedFailure, jsonObjects } from '@pantograph/feeds/json';
import type { NoticeCode } from '@pantograph/model/notice';
import { openFeed } from './feed-bytes.ts';

export type InputItem =
  | { readonly kind: 'value'; readonly value: unknown; readonly where: string }
  | { readonly kind: 'xml'; readonly text: string; readonly where: string }
  /** No object could be made out; what is after it may be read all the same. */
  | { readonly kind: 'refused'; readonly code: NoticeCode; readonly message: string; readonly where: string }
  /** Nothing more can be read. */
  | { readonly kind: 'failed'; readonly code: NoticeCode; readonly message: string; readonly where: string };

interface InputOptions {
  /** What begins with `<` is taken as XML. */
  readonly xml: boolean;
  readonly maxBytes: number;
  readonly stopping: AbortSignal;
}

/** @param onShare hears how much of it has been read, 0 to 1, where that is known */
export async function* inputItems(
  from: string,
  { xml, maxBytes, stopping }: InputOptions,
  onShare: (share: number | undefined) => void = () => undefined,
): AsyncGenerator<InputItem, void, undefined> {
  const name = from === '-' ? 'standard input' : from;
  const { bytes, share } = openFeed(from, stopping);
  try {
    const { first, all } = await peeked(bytes);
    if (xml && beginsWithTag(first)) yield await xmlItem(all, name, maxBytes);
    else {
      for await (const item of jsonObjects(all, { file: name, maxObjectBytes: maxBytes })) {
        onShare(share());
        yield itemOf(item, name);
      }
    }
  } catch (error) {
    if (!(error instanceof FeedFailure)) throw error;
    yield { kind: 'failed', code: error.notice.code, message: error.message, where: name };
  }
}

function itemOf(item: JsonItem, name: string): InputItem {
  const where = `${name}, line ${String(item.line)}`;
  if (item.ok) return { kind: 'value', value: item.value, where };
  const { code, parameters } = item.notice;
  return { kind: 'refused', code, message: Object.values(parameters ?? {}).join(' '), where };
}

/** Enough to find the first tag behind a byte order mark and blanks. */
const PEEKED_BYTES = 64;

async function peeked(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ first: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < PEEKED_BYTES) {
    const next = await source.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
    yield* chunks;
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  }
  return { first: Buffer.concat(chunks).subarray(0, PEEKED_BYTES), all: all() };
}

function beginsWithTag(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(Buffer.from(bytes).toString('latin1'));
}

async function xmlItem(bytes: AsyncIterable<Uint8Array>, name: string, maxBytes: number): Promise<InputItem> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > maxBytes) {
      return {
        kind: 'failed',
        code: 'object_too_large',
        message: `larger than ${String(maxBytes)} bytes`,
        where: name,
      };
    }
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { kind: 'xml', text, where: name };
  } catch {
    return { kind: 'failed', code: 'not_utf8', message: 'the XML is not UTF-8', where: name };
  }
}
