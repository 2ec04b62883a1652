/** What the search box offers: towns of our own list, then charging places of this server. */
import { ask, pathWith } from '../api/ask.ts';
import type { ListedPlace } from '../api/places.ts';
import { contentIdOf } from '../api/places.ts';
import type { Camera, Point } from '../state/view-state.ts';
import { loadTowns } from '../map/base-data.ts';

export type Suggestion =
  | { readonly kind: 'town'; readonly title: string; readonly camera: Camera }
  | {
      readonly kind: 'place';
      readonly title: string;
      readonly detail: string;
      readonly id: string;
      readonly position: Point;
    };

const MOST_TOWNS = 4;
const MOST_PLACES = 6;
const TOWN_ZOOM = 11.5;

interface SuggestedItem extends ListedPlace {
  readonly resultType: string;
}

export async function findSuggestions(text: string, near: Point, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const q = text.trim();
  if (q === '') return [];
  const path = pathWith('/v1/autosuggest', [
    ['at', `${near.lat.toFixed(4)},${near.lng.toFixed(4)}`],
    ['q', q.slice(0, 200)],
    ['limit', String(MOST_PLACES)],
  ]);
  const [towns, places] = await Promise.all([
    loadTowns().catch(() => []),
    ask<{ readonly items: readonly SuggestedItem[] }>(path, signal),
  ]);
  const wanted = folded(q);
  const found: Suggestion[] = [];
  for (const [title, lng, lat] of towns) {
    if (found.length === MOST_TOWNS) break;
    if (folded(title).startsWith(wanted)) found.push({ kind: 'town', title, camera: { lat, lng, zoom: TOWN_ZOOM } });
  }
  const listed = places.ok ? places.value.items : [];
  for (const { resultType, title, id, address, position } of listed) {
    if (resultType !== 'place') continue;
    found.push({ kind: 'place', title, detail: withoutTitle(address.label, title), id: contentIdOf(id), position });
  }
  return found;
}

/** Case and accents do not matter. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

export function withoutTitle(label: string, title: string): string {
  return label.startsWith(`${title}, `) ? label.slice(title.length + 2) : label;
}
