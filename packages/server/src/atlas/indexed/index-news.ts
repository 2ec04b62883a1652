/**
 * An index as another thread comes to know it: columns are shared, for they never change; what changes in a segment is
 * copied once, when the segment is new, and kept by each thread for itself from then on.
 */
import type { Dictionaries, DictionarySizes } from './dictionaries.ts';
import type { SegmentMarks, SegmentSize } from './segment.ts';
import { Segment } from './segment.ts';
import type { SegmentStack } from './segment-stack.ts';

/** Can be sent to another thread. */
interface SentSegment {
  readonly number: number;
  readonly size: SegmentSize;
  readonly buffer: SharedArrayBuffer;
  readonly marks: SegmentMarks;
}

/** What has come since the last time. */
export interface IndexNews {
  /** New values of the dictionaries, as `Dictionaries.learn` reads them. */
  readonly values: string;
  /** All there are now, those that were sent before by their number; absent where they are the same ones. */
  readonly segments?: readonly (SentSegment | number)[];
}

export class IndexTeller {
  readonly #stack: SegmentStack;
  readonly #dictionaries: Dictionaries;
  #numbers: ReadonlyMap<Segment, number> = new Map();
  #sizes: DictionarySizes | undefined;
  #next = 0;

  constructor(stack: SegmentStack, dictionaries: Dictionaries) {
    this.#stack = stack;
    this.#dictionaries = dictionaries;
  }

  news(): IndexNews {
    const segments = this.#stack.segments();
    const { text: values, sizes } = this.#dictionaries.since(this.#sizes);
    this.#sizes = sizes;
    const before = this.#numbers;
    const isSame = segments.length === before.size && segments.every((segment) => before.has(segment));
    if (isSame) return { values };
    this.#numbers = new Map(segments.map((segment) => [segment, before.get(segment) ?? this.#next++]));
    return {
      values,
      segments: Array.from(this.#numbers, ([segment, number]) =>
        before.has(segment) ? number : sent(segment, number),
      ),
    };
  }

  /** Everything up to the last `news`, which has to be of this moment. */
  whole(): IndexNews {
    return {
      values: this.#dictionaries.since(undefined).text,
      segments: Array.from(this.#numbers, ([segment, number]) => sent(segment, number)),
    };
  }
}

function sent({ size, columns }: Segment, number: number): SentSegment {
  const marks = { dead: columns.dead.slice(), statuses: columns.statuses.slice() };
  return { number, size, buffer: columns.buffer, marks };
}

export class IndexLearner {
  readonly #stack: SegmentStack;
  readonly #dictionaries: Dictionaries;
  #known: ReadonlyMap<number, Segment> = new Map();

  constructor(stack: SegmentStack, dictionaries: Dictionaries) {
    this.#stack = stack;
    this.#dictionaries = dictionaries;
  }

  learn({ values, segments }: IndexNews): void {
    this.#dictionaries.learn(values);
    if (segments === undefined) return;
    this.#known = new Map(segments.map((each) => this.#received(each)));
    this.#stack.show([...this.#known.values()]);
  }

  #received(each: SentSegment | number): readonly [number, Segment] {
    if (typeof each !== 'number') return [each.number, new Segment(each.size, each.buffer, each.marks)];
    const segment = this.#known.get(each);
    if (segment === undefined) throw new RangeError(`segment ${String(each)} was never sent`);
    return [each, segment];
  }
}
