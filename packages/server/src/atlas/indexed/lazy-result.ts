/** What a search comes to, as the atlas tells it. */
import type { Site } from '@pantograph/model/location';
import type { Hit, SearchResult } from '../atlas.ts';

/** A class, since literals with fractions in them are slow to make. */
export class SiteHit implements Hit {
  readonly site: Site;
  readonly distance: number;
  readonly excursionDistance: number | undefined;

  constructor(site: Site, distance: number, excursionDistance: number | undefined) {
    this.site = site;
    this.distance = distance;
    this.excursionDistance = excursionDistance;
  }
}

/** Counts all matches only for those who ask how many there are. */
export class LazyResult implements SearchResult {
  readonly hits: readonly Hit[];
  readonly #found: Omit<SearchResult, 'hits'>;

  constructor(found: Omit<SearchResult, 'hits'>, hits: readonly Hit[]) {
    this.hits = hits;
    this.#found = found;
  }

  get matched(): number {
    return this.#found.matched;
  }

  get more(): boolean {
    return this.#found.more;
  }
}
