/** Sites that were read lately, so that places many look at are not put together each time. */
import type { ContentId, Site } from '@pantograph/model/location';

interface Kept {
  readonly site: Site;
  /** Milliseconds since 1970 at which the site changes by age alone. */
  readonly until: number;
}

export class SiteCache {
  readonly #room: number;
  /** Least lately read first. */
  readonly #kept = new Map<ContentId, Kept>();

  constructor(room: number) {
    this.#room = room;
  }

  get(contentId: ContentId, now: number): Site | undefined {
    const kept = this.#kept.get(contentId);
    if (kept === undefined) return undefined;
    this.#kept.delete(contentId);
    if (kept.until <= now) return undefined;
    this.#kept.set(contentId, kept);
    return kept.site;
  }

  keep(site: Site, until: number): void {
    this.#kept.set(site.contentId, { site, until });
    if (this.#kept.size <= this.#room) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  drop(contentId: ContentId): void {
    this.#kept.delete(contentId);
  }

  clear(): void {
    this.#kept.clear();
  }
}
