/** Filters that were asked lately, with what they worked out about values of the dictionaries. */
import type { SiteFilter } from '../query.ts';
import type { Dictionaries } from './dictionaries.ts';
import { FilterProbe } from './filter-probe.ts';

const ROOM = 256;
/** Longer ones, which only lists of hundreds are, are not kept. */
const LONGEST_KEY = 2000;

export class FilterProbes {
  readonly #dictionaries: Dictionaries;
  /** Least lately used first. */
  readonly #kept = new Map<string, FilterProbe>();
  /** Who asks the same again, with the very filter of before, does not even have it compared. */
  readonly #known = new WeakMap<SiteFilter, FilterProbe>();

  constructor(dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries;
  }

  /** `undefined` where nothing is asked. */
  of(filter: SiteFilter | undefined): FilterProbe | undefined {
    if (filter === undefined) return undefined;
    let probe = this.#known.get(filter);
    if (probe === undefined) {
      probe = this.#find(filter);
      this.#known.set(filter, probe);
    }
    probe.asked++;
    return probe;
  }

  #find(filter: SiteFilter): FilterProbe {
    // Moments and words hardly come again.
    if (filter.openAt !== undefined || filter.words !== undefined || filter.nameWords !== undefined) {
      return new FilterProbe(filter, this.#dictionaries);
    }
    const key = JSON.stringify(filter, plain);
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const probe = new FilterProbe(filter, this.#dictionaries);
    if (key.length > LONGEST_KEY) return probe;
    this.#kept.set(key, probe);
    if (this.#kept.size > ROOM) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return probe;
  }
}

/** What JSON cannot say of sets and numbers without end. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof Set) return [...value];
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
