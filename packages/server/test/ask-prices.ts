/** Questions to the prices surface over the small world, without a server. */
import { memoryAtlas } from '../src/atlas/memory-atlas.ts';
import { pricesSurface } from '../src/prices/surface.ts';
import { smallWorld, smallWorldTime } from './small-world.ts';

const surface = pricesSurface({ atlas: memoryAtlas(smallWorld()) });

interface Asked {
  readonly status: number;
  readonly headers: Headers;
  // Answers are looked into by their paths; what is in them is for the test to say.
  readonly body: unknown;
}

/** @param query of `/v1/prices` */
export async function askPrices(query: string, init: RequestInit = {}, now = smallWorldTime): Promise<Asked> {
  const request = new Request(`http://pantograph.test/v1/prices?${query}`, init);
  const response = await surface(request, { correlationId: '0b8e5f0e-0000-4000-8000-000000000001', now });
  if (response === undefined) return { status: 0, headers: new Headers(), body: undefined };
  return { status: response.status, headers: response.headers, body: await response.json() };
}
