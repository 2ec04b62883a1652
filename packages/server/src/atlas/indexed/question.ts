import type { Dictionary } from './dictionary.ts';

/** A condition on values of a dictionary, worked out at most once for each. */
export class Question<T> {
  readonly #dictionary: Dictionary<T>;
  readonly #holds: (value: T) => boolean;
  /** By number: 0 not asked yet, 1 yes, 2 no. */
  #answers: Uint8Array;

  constructor(dictionary: Dictionary<T>, holds: (value: T) => boolean) {
    this.#dictionary = dictionary;
    this.#holds = holds;
    this.#answers = new Uint8Array(dictionary.size);
  }

  yes(number: number): boolean {
    const answer = this.#answers[number];
    return answer === 0 || answer === undefined ? this.#ask(number) : answer === 1;
  }

  #ask(number: number): boolean {
    const holds = this.#holds(this.#dictionary.valueOf(number));
    if (number >= this.#answers.length) {
      const more = new Uint8Array(this.#dictionary.size);
      more.set(this.#answers);
      this.#answers = more;
    }
    this.#answers[number] = holds ? 1 : 2;
    return holds;
  }
}
