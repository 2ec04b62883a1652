/** Puts the demo world into a store, as any feed gets there. */
import { importOcpi } from '../ingest/import-ocpi.ts';
import type { Store } from '../store/store.ts';
import { ndjsonChunks } from './ndjson.ts';
import type { DemoWorld } from './world.ts';

export interface FillOptions {
  /** The moment of the world's statuses. */
  readonly now: Date;
  /** Told how many tariffs and locations are on disk. */
  readonly onProgress?: (objects: number) => void;
  readonly signal?: AbortSignal;
}

/** Rejects with the signal's reason where it aborts; what is stored by then stays. */
export async function fillStore(store: Store, world: DemoWorld, options: FillOptions): Promise<void> {
  const { now, onProgress, signal } = options;
  const { quarantined, failure } = await importOcpi(store, {
    source: world.source,
    tariffs: bytesOf(world.tariffs(), signal),
    locations: bytesOf(world.locations(), signal),
    version: '2.3.0',
    now: () => now,
    onProgress: ({ objects }) => onProgress?.(objects),
  });
  if (quarantined > 0 || failure !== undefined) throw new Error('the demo world holds objects that cannot be read');
}

async function* bytesOf(objects: Iterable<object>, signal: AbortSignal | undefined): AsyncIterable<Uint8Array> {
  for (const chunk of ndjsonChunks(objects)) {
    signal?.throwIfAborted();
    yield await Promise.resolve(chunk);
  }
}
