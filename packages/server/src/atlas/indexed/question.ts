import type { Dictionary } from './dictionary.ts';

/** A condition on values of a dictionary, worked out at most once for each. */
export class Question<T> {
  readonly #dictionary: Dictionary<T>;
  readonly #holds: (value: T) => boolean;
  /** By number: 0 not asked yet, 1 yes, 2 no. */
  readonly #answers: Uint8Array;

  constructor(dictionary: Dictionary<T>, holds: (value: T) => boolean) {
    this.#dictionary = dictionary;
    this.#holds = holds;
    this.#answers = new Uint8Array(dictionary.size);
  }

  yes(number: number): boolean {
    const answer = this.#answers[number];
    return answer === 0 ? this.#ask(number) : answer === 1;
  }

  #ask(number: number): boolean {
    const holds = this.#holds(this.#dictionary.valueOf(number));
    this.#answers[number] = holds ? 1 : 2;
    return holds;
  }
}
