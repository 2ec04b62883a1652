/**
 * A place that is read when somebody looks into it. Who answers from kept documents need know no more of it than which
 * one it is.
 */
import type { ContentId, Site } from '@pantograph/model/location';
import { readIdWords } from '../indexed/content-id-words.ts';

export class LazySite implements Site {
  /** The words of its id begin at `at`. */
  readonly words: Uint32Array;
  readonly at: number;
  readonly #read: (contentId: ContentId) => Site | undefined;
  #contentId: ContentId | undefined;
  #whole: Site | undefined;

  /** @param contentId where it is known already */
  constructor(
    words: Uint32Array,
    at: number,
    read: (contentId: ContentId) => Site | undefined,
    contentId: ContentId | undefined,
  ) {
    this.words = words;
    this.at = at;
    this.#read = read;
    this.#contentId = contentId;
  }

  get contentId(): ContentId {
    return (this.#contentId ??= readIdWords(this.words, this.at));
  }
  get source(): Site['source'] {
    return this.#site().source;
  }
  get location(): Site['location'] {
    return this.#site().location;
  }
  get extension(): Site['extension'] {
    return this.#site().extension;
  }
  get statuses(): Site['statuses'] {
    return this.#site().statuses;
  }
  get tariffs(): Site['tariffs'] {
    return this.#site().tariffs;
  }

  #site(): Site {
    this.#whole ??= this.#read(this.contentId);
    // Another process took it away a moment ago, before this world heard of it.
    if (this.#whole === undefined) throw new Error('a place was taken away while it was being read');
    return this.#whole;
  }
}
