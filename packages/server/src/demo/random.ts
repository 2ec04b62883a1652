/** Seeded randomness: the same seed gives the same world on every machine. */

/** The next number, at least 0 and below 1. */
export type Random = () => number;

/** Mulberry32. Numbers of one `(seed, stream)` do not depend on what other streams were asked for. */
export function randomOf(seed: number, stream = 0): Random {
  let state = mix(mix(seed) ^ Math.imul(stream + 1, 0x9e3779b1));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  };
}

// The finaliser of MurmurHash3: neighbouring seeds must not start in neighbouring states.
function mix(value: number): number {
  let word = value | 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `least` to `most`, both included. */
export function integer(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('nothing to pick from');
  return choice;
}

/** Standard normal (Box and Muller). */
export function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Rounds up as often as the fraction says, so that the mean is kept. */
export function roundFairly(random: Random, value: number): number {
  return Math.floor(value + random());
}

/** Picks an index with a chance in proportion to its weight; `log(n)` a pick. */
export function weightedIndex(weights: ArrayLike<number>): (random: Random) => number {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let index = 0; index < weights.length; index++) {
    sum += weights[index] ?? 0;
    sums[index] = sum;
  }
  if (!(sum > 0)) throw new Error('no weight to pick by');
  return (random) => {
    const wanted = random() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Picks a value with a chance in proportion to its weight. */
export function weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): (random: Random) => T {
  const index = weightedIndex(choices.map(([weight]) => weight));
  return (random) => {
    const choice = choices[index(random)];
    if (choice === undefined) throw new Error('nothing to pick from');
    return choice[1];
  };
}
