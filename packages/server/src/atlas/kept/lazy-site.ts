/**
 * Places that are read when somebody looks into them. Who answers from kept documents need know no more of a place than
 * its id.
 */
import type { ContentId, Site } from '@pantograph/model/location';
import type { PlaceRecord } from '../place-record.ts';

/** Nobody has asked when an EVSE drops out of a site that is not read; it may stay listed so much longer. */
const LIFETIME_MILLISECONDS = 60_000;

class Lazy<T> {
  readonly #read: () => T | undefined;
  #value: T | undefined;

  constructor(read: () => T | undefined) {
    this.#read = read;
  }

  get value(): T {
    this.#value ??= this.#read();
    // Another process took it away a moment ago, before this world heard of it.
    if (this.#value === undefined) throw new Error('a place was taken away while it was being read');
    return this.#value;
  }
}

export class LazyPlace implements PlaceRecord {
  readonly contentId: ContentId;
  readonly read: () => PlaceRecord | undefined;
  readonly #whole: Lazy<PlaceRecord>;

  constructor(contentId: ContentId, read: () => PlaceRecord | undefined) {
    this.contentId = contentId;
    this.read = read;
    this.#whole = new Lazy(read);
  }

  get key(): PlaceRecord['key'] {
    return this.#whole.value.key;
  }
  get location(): PlaceRecord['location'] {
    return this.#whole.value.location;
  }
  get extension(): PlaceRecord['extension'] {
    return this.#whole.value.extension;
  }
  get notices(): PlaceRecord['notices'] {
    return this.#whole.value.notices;
  }
  get statuses(): PlaceRecord['statuses'] {
    return this.#whole.value.statuses;
  }
}

export class LazySite implements Site {
  readonly contentId: ContentId;
  /** Milliseconds since 1970 at which it must be read anew. */
  readonly until: number;
  readonly #whole: Lazy<Site>;

  constructor(contentId: ContentId, now: Date, read: () => Site | undefined) {
    this.contentId = contentId;
    this.until = now.getTime() + LIFETIME_MILLISECONDS;
    this.#whole = new Lazy(read);
  }

  get source(): Site['source'] {
    return this.#whole.value.source;
  }
  get location(): Site['location'] {
    return this.#whole.value.location;
  }
  get extension(): Site['extension'] {
    return this.#whole.value.extension;
  }
  get statuses(): Site['statuses'] {
    return this.#whole.value.statuses;
  }
  get tariffs(): Site['tariffs'] {
    return this.#whole.value.tariffs;
  }
}
