/** A page that covers a box instead of its middle: `SiteQuery.thin`. */
import type { Position } from '@pantograph/model/location';
import type { Area } from './query.ts';

type Box = Extract<Area, { readonly kind: 'box' }>;

/**
 * @param hits all that match, by (distance, contentId)
 * @returns `limit` of them, in that order, by the rule that `SiteQuery.thin` states
 */
export function thinEvenly<T>(
  hits: readonly T[],
  positionOf: (hit: T) => Position,
  box: Box,
  limit: number,
): readonly T[] {
  if (hits.length <= limit) return hits;
  const side = Math.ceil(Math.sqrt(limit));
  const met = new Map<number, number>();
  const numbered = hits.map((hit, order) => {
    const cell = cellOf(positionOf(hit), box, side);
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

function cellOf({ lat, lng }: Position, box: Box, side: number): number {
  const width = box.east - box.west + (box.west > box.east ? 360 : 0);
  const east = lng - box.west + (lng < box.west ? 360 : 0);
  const column = Math.min(side - 1, Math.floor((east / width) * side));
  const row = Math.min(side - 1, Math.floor(((lat - box.south) / (box.north - box.south)) * side));
  return row * side + column;
}
