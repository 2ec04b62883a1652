/** Content codings (RFC 9110 section 8.4.1): which one a caller takes, and the bytes in it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';

export type ContentCoding = 'zstd' | 'br' | 'gzip';

/** The cheapest for us first, at equal preference of the caller. */
const supported: readonly ContentCoding[] = ['zstd', 'br', 'gzip'];

/**
 * Below this, nothing is saved: what fits into TCP's first flight (ten segments, RFC 6928) arrives in one round trip
 * either way, and coding it would cost more than answering.
 */
const worthwhileBytes = 14 * 1024;

const compressible =
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|x-ndjson|xml|javascript|yaml|x-yaml)|image\/svg\+xml|[^;]*mapbox-vector-tile)/;

export function isWorthCoding(contentType: string | undefined, length: number): boolean {
  return length >= worthwhileBytes && contentType !== undefined && compressible.test(contentType);
}

/** `undefined`: as it is. */
export function chooseCoding(acceptEncoding: string | null): ContentCoding | undefined {
  if (acceptEncoding === null || acceptEncoding === '' || acceptEncoding === 'identity') return undefined;
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name, weight === undefined ? 1 : Number(weight));
  }
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  // Not naming `identity` accepts it, as least preferred.
  let best: ContentCoding | undefined;
  let bestWeight = weights.get('identity') ?? 0;
  for (const coding of supported) {
    const weight = weightOf(coding);
    if (weight > bestWeight) {
      best = coding;
      bestWeight = weight;
    }
  }
  return best;
}

const coders = {
  zstd: promisify(zstdCompress),
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
};

/** Runs on node's thread pool; the levels are those where a further one costs more time than it saves bytes. */
export async function encode(bytes: Uint8Array, coding: ContentCoding): Promise<Uint8Array> {
  switch (coding) {
    case 'zstd':
      return coders.zstd(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } });
    case 'br':
      return coders.br(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
      });
    case 'gzip':
      return coders.gzip(bytes, { level: 4 });
  }
}
