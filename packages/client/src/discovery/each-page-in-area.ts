/**
 * All places of an area, nearest first, where paging alone does not reach them all: the area is asked for in quarters,
 * and those again in quarters, the nearest ones first and no more of them than the caller comes to.
 */
import { TruncatedError } from '../errors/failures.ts';
import type { PlaceItem, SearchResponse } from '../generated/search.ts';
import type { LatLng } from '../transport/query-string.ts';
import type { Told } from '../transport/transport.ts';
import type { Area, Box } from './area.ts';
import { isTiny, leastDistance, quarters } from './area.ts';
import type { Page } from './each-page.ts';
import { eachPage } from './each-page.ts';

interface Asked {
  readonly area: Area;
  /** Where the service measures distances from. */
  readonly at: LatLng;
  /** Of a page. */
  readonly size: number | undefined;
  /** Without a box: as the caller asked. */
  readonly ask: (page: Page, box?: Box) => Promise<Told<SearchResponse>>;
}

/** Throws `TruncatedError` where more places stand on one spot than paging reaches. */
export async function* eachPageInArea({ area, at, size, ask }: Asked): AsyncGenerator<SearchResponse> {
  const seen = new Set<string>();
  try {
    for await (const page of eachPage((asked) => ask(asked), size)) {
      for (const { id } of page.items) seen.add(id);
      yield page;
    }
    return;
  } catch (error) {
    if (!(error instanceof TruncatedError)) throw error;
  }
  let open = tilesOf(area.box, at);
  let waiting: PlaceItem[] = [];
  for (let tile = open.shift(); tile !== undefined; tile = open.shift()) {
    const { box } = tile;
    try {
      for await (const { items } of eachPage((page) => ask(page, box))) {
        const found = items.filter(({ id, position }) => !seen.has(id) && area.holds(position));
        for (const { id } of found) seen.add(id);
        waiting.push(...found);
      }
    } catch (error) {
      if (!(error instanceof TruncatedError) || isTiny(box)) throw error;
      open = [...open, ...tilesOf(box, at)].sort(byNearness);
    }
    // Whatever is still to come is no nearer than the nearest tile.
    const reach = open[0]?.nearest ?? Infinity;
    waiting.sort((one, other) => distanceOf(one) - distanceOf(other));
    const ready = waiting.filter((place) => distanceOf(place) <= reach);
    waiting = waiting.slice(ready.length);
    if (ready.length > 0) yield { items: ready };
  }
}

interface Tile {
  readonly box: Box;
  readonly nearest: number;
}

function tilesOf(box: Box, at: LatLng): Tile[] {
  return quarters(box)
    .map((quarter) => ({ box: quarter, nearest: leastDistance(at, quarter) }))
    .sort(byNearness);
}

function byNearness(one: Tile, other: Tile): number {
  return one.nearest - other.nearest;
}

function distanceOf({ distance }: PlaceItem): number {
  return distance ?? 0;
}
