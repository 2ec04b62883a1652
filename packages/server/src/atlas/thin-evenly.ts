/** A page that covers a box instead of its middle: `SiteQuery.thin`. */
import type { Hit } from './atlas.ts';
import type { Area } from './query.ts';

type Box = Extract<Area, { readonly kind: 'box' }>;

/**
 * @param hits all that match, by (distance, contentId)
 * @returns `limit` of them, in that order, by the rule that `SiteQuery.thin` states
 */
export function thinEvenly(hits: readonly Hit[], box: Box, limit: number): readonly Hit[] {
  if (hits.length <= limit) return hits;
  const side = Math.ceil(Math.sqrt(limit));
  const met = new Map<number, number>();
  const numbered = hits.map((hit, order) => {
    const cell = cellOf(hit, box, side);
    const number = met.get(cell) ?? 0;
    met.set(cell, number + 1);
    return { hit, number, order };
  });
  numbered.sort((a, b) => a.number - b.number || a.order - b.order);
  return numbered
    .slice(0, limit)
    .sort((a, b) => a.order - b.order)
    .map(({ hit }) => hit);
}

function cellOf({ site }: Hit, box: Box, side: number): number {
  const longitude = Number(site.location.coordinates.longitude);
  const latitude = Number(site.location.coordinates.latitude);
  const width = box.east - box.west + (box.west > box.east ? 360 : 0);
  const east = longitude - box.west + (longitude < box.west ? 360 : 0);
  const column = Math.min(side - 1, Math.floor((east / width) * side));
  const row = Math.min(side - 1, Math.floor(((latitude - box.south) / (box.north - box.south)) * side));
  return row * side + column;
}
