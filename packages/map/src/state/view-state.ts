/** Everything a link to the page restores. */
import type { Filters } from './filters.ts';
import { noFilters } from './filters.ts';

export interface Point {
  readonly lat: number;
  readonly lng: number;
}

export interface Camera extends Point {
  readonly zoom: number;
}

export const sortings = ['distance', 'power', 'price'] as const;
export type Sorting = (typeof sortings)[number];

export interface ViewState {
  readonly camera: Camera;
  readonly filters: Filters;
  readonly sorting: Sorting;
  /** Content id of the place that is open. */
  readonly place?: string | undefined;
  /** The developer's view of the open place. */
  readonly dialects: boolean;
  /** At least two points. */
  readonly route?: readonly Point[] | undefined;
}

/** Most of Europe. */
const firstCamera: Camera = { lat: 50.6, lng: 9.2, zoom: 4.3 };

export const firstView: ViewState = { camera: firstCamera, filters: noFilters, sorting: 'distance', dialects: false };
