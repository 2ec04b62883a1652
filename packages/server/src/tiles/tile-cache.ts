/** Tiles that were made lately. One that covers much is costly and hardly changes to the eye, so that it may be older. */
import type { TileAddress } from './tile-address.ts';

interface KeptTile {
  readonly bytes: Uint8Array;
  /** The atlas' place in the log when it was made. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

export interface TileCache {
  /** The tile as it was made before, else as `make` makes it now. */
  get(
    key: string,
    now: { readonly seq: number; readonly at: number; readonly z: number },
    make: () => Uint8Array,
  ): Uint8Array;
}

/** Bytes of all tiles kept. */
const ROOM_BYTES = 32 * 1024 * 1024;
/** What every tile costs beside its bytes. */
const OVERHEAD_BYTES = 512;
/** Without any change in the log opening hours go on. */
const LONGEST_SECONDS = 60;

/** Seconds that a tile made here may lag behind the log. */
function lagSecondsOf({ z }: Pick<TileAddress, 'z'>): number {
  if (z <= 4) return 15;
  return z <= 8 ? 5 : 2;
}

export function tileCache(roomBytes = ROOM_BYTES): TileCache {
  /** Least lately used first. */
  const kept = new Map<string, KeptTile>();
  let bytesKept = 0;
  const drop = (key: string, tile: KeptTile): void => {
    kept.delete(key);
    bytesKept -= tile.bytes.byteLength + OVERHEAD_BYTES;
  };

  return {
    get(key, { seq, at, z }, make) {
      const known = kept.get(key);
      if (known !== undefined) {
        drop(key, known);
        const age = at - known.madeAt;
        const longest = known.seq === seq ? LONGEST_SECONDS : lagSecondsOf({ z });
        if (age >= 0 && age < longest * 1000) return keep(key, known);
      }
      return keep(key, { bytes: make(), seq, madeAt: at });
    },
  };

  function keep(key: string, tile: KeptTile): Uint8Array {
    kept.set(key, tile);
    bytesKept += tile.bytes.byteLength + OVERHEAD_BYTES;
    for (const [oldest, old] of kept) {
      if (bytesKept <= roomBytes || oldest === key) break;
      drop(oldest, old);
    }
    return tile.bytes;
  }
}
