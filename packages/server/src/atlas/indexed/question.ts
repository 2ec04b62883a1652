import type { Dictionary } from './dictionary.ts';
import { lowest } from './leaf-rows.ts';

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

  /**
   * Those of some rows of a leaf whose numbers it holds for.
   * @param at where the number of the leaf's first row stands, the next row's `step` further
   */
  among(numbers: Uint16Array | Uint32Array, at: number, step: number, rows: number): number {
    let kept = rows;
    for (let left = rows; left !== 0; left &= left - 1) {
      if (!this.yes(numbers[at + step * lowest(left)] ?? 0)) kept ^= left & -left;
    }
    return kept;
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
