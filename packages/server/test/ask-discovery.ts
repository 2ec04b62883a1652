/** Questions to the discovery surface over the small world, without a server. */
import { memoryAtlas } from '../src/atlas/memory-atlas.ts';
import { discoverySurface } from '../src/discovery/surface.ts';
import type { RequestContext } from '../src/http/surface.ts';
import type { SmallWorld } from './small-world.ts';
import { smallWorld, smallWorldTime } from './small-world.ts';

export const correlationId = '0b8e5f0e-0000-4000-8000-000000000001';

interface Asked {
  readonly status: number;
  readonly headers: Headers;
  // Answers are looked into by their paths; what is in them is for the test to say.
  readonly body: unknown;
}

type Ask = (pathAndQuery: string, init?: RequestInit, context?: Partial<RequestContext>) => Promise<Asked>;

/** Questions to another world. */
export function asking(world: SmallWorld): Ask {
  const surface = discoverySurface({ atlas: memoryAtlas(world), settings: { enums: 'ocpi' } });
  return async (pathAndQuery, init = {}, context = {}) => {
    const request = new Request(`http://pantograph.test${pathAndQuery}`, init);
    const response = await surface(request, { correlationId, now: smallWorldTime, ...context });
    if (response === undefined) return { status: 0, headers: new Headers(), body: undefined };
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
}

/** @param pathAndQuery such as `/v1/browse?at=52,4` */
export const ask: Ask = asking(smallWorld());

/** The feed ids of the places in an answer, in its order; searches that are suggested read as their id. */
export function idsOf({ body }: Asked): string[] {
  const { items } = body as { readonly items: readonly { readonly id: string }[] };
  return items.map(({ id }) => feedIds.get(id) ?? id);
}

const feedIds = new Map<string, string>(
  smallWorld().locations.map(({ contentId, key }) => [`here:pds:place:${contentId}`, key.id]),
);
