/** The small world in a store. */
import type { Store } from '../src/store/store.ts';
import { smallWorld, smallWorldTime } from './small-world.ts';

export async function fillSmallWorld(store: Store): Promise<void> {
  const { sources, locations, tariffs } = smallWorld();
  const receivedAt = smallWorldTime.toISOString();
  for (const source of sources) await store.putSource(source);
  await store.apply([
    ...tariffs.map((record) => ({ kind: 'tariff', record, receivedAt }) as const),
    ...locations.map((record) => ({ kind: 'location', record, receivedAt }) as const),
  ]);
}
