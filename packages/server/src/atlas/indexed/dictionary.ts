/** Values that many places share, each once, by number. It only grows: a number means the same for ever. */
export class Dictionary<T> {
  readonly #numbers = new Map<string, number>();
  readonly #values: T[] = [];

  get size(): number {
    return this.#values.length;
  }

  /** Equal JSON is the same value. */
  numberOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#values.length;
    this.#numbers.set(key, number);
    this.#values.push(value);
    return number;
  }

  valueOf(number: number): T {
    const value = this.#values[number];
    if (value === undefined) throw new RangeError(`the dictionary has no number ${number}`);
    return value;
  }
}
