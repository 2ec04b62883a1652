/** Examples of the first requests in the order of the traffic, in whatever order they come. */
import type { Example } from '../judge/replayed.ts';

export type KeptExample = Example & { readonly target: string };

export interface FirstExamples {
  /** @param make is asked only where the request may be among the first; one request is offered once or more */
  readonly offer: (order: number, make: () => readonly KeptExample[]) => void;
  /** The first, no more than are wanted. */
  readonly kept: () => readonly KeptExample[];
}

export function firstExamples(most: number): FirstExamples {
  /** By order; each has an example, so that no more than `most` are needed. */
  let first: readonly { readonly order: number; readonly examples: readonly KeptExample[] }[] = [];
  return {
    offer: (order, make) => {
      const last = first.at(-1);
      if (first.length >= most && last !== undefined && order > last.order) return;
      if (first.some((each) => each.order === order)) return;
      const examples = make().slice(0, most);
      if (examples.length === 0) return;
      first = [...first, { order, examples }].toSorted((one, other) => one.order - other.order).slice(0, most);
    },
    kept: () => first.flatMap(({ examples }) => examples).slice(0, most),
  };
}
