/** Everything about places that repeats from one to the next. */
import type { OpeningTimes } from '@pantograph/model/location';
import { DEFAULT_NAME } from '@pantograph/model/location';
import { foldedWords } from '../search-text.ts';
import type { EvseFacts, SiteFacts, SupplierFacts } from '../site-facts.ts';
import { Dictionary } from './dictionary.ts';
import type { ConnectorTraits } from './traits.ts';
import { bothTraits, connectorTraitsOf, placeBits, textBits } from './traits.ts';

const VALUES_AT_ONCE = 256;

/** What is asked of a place as such, apart from where it is. */
export type PlaceFacts = Pick<SiteFacts, 'country' | 'vehicles'>;

/** A dictionary, and what follows from each of its values alone. */
class Derived<T, D> {
  readonly values = new Dictionary<T>();
  readonly #derived: D[] = [];
  readonly #derive: (value: T) => D;

  constructor(derive: (value: T) => D) {
    this.#derive = derive;
  }

  numberOf(value: T): number {
    const number = this.values.numberOf(value);
    if (number === this.#derived.length) this.#derived.push(this.#derive(value));
    return number;
  }

  of(number: number): D {
    const derived = this.#derived[number];
    if (derived === undefined) throw new RangeError(`the dictionary has no number ${number}`);
    return derived;
  }
}

/** What nodes of the index keep of a value, and the words by which searches find a location that has it. */
interface TextTraits {
  readonly bits: number;
  readonly words: readonly string[];
}

/** How many values each dictionary has, in one order. */
export type DictionarySizes = readonly number[];

export class Dictionaries {
  readonly suppliers = new Derived<SupplierFacts, TextTraits>((facts) => ({
    bits: textBits([...facts.names, ...facts.ids]),
    words: (facts.names.length === 0 ? [DEFAULT_NAME] : facts.names).flatMap((name) => foldedWords(name)),
  }));
  readonly providers = new Derived<readonly string[], number>(textBits);
  readonly places = new Derived<PlaceFacts, TextTraits>((facts) => ({
    bits: placeBits(facts),
    words: foldedWords(facts.country),
  }));
  readonly hours = new Dictionary<OpeningTimes>();
  readonly evses = new Derived<EvseFacts, ConnectorTraits>(connectorTraitsOf);
  /** Sets of EVSE kinds, as numbers in order. */
  readonly equipment = new Derived<readonly number[], ConnectorTraits>((kinds) =>
    kinds.map((kind) => this.evses.of(kind)).reduce(bothTraits, { low: 0, high: 0, watts: 0 }),
  );

  /** Every value by its number, as text that `learn` reads. Values that come while it is written are left out. */
  save(): Iterable<Uint8Array> {
    const sizes = this.#inOrder().map(({ values }) => values.size);
    const pieces = this.#lines(
      sizes.map(() => 0),
      sizes,
    );
    return (function* () {
      for (const lines of pieces) yield Buffer.from(lines);
    })();
  }

  /** Values that have come since there were so many, as text that `learn` reads; `undefined`: all. */
  since(before: DictionarySizes | undefined): { readonly text: string; readonly sizes: DictionarySizes } {
    const sizes = this.#inOrder().map(({ values }) => values.size);
    return { text: [...this.#lines(before ?? sizes.map(() => 0), sizes)].join(''), sizes };
  }

  /** Of dictionaries that have all values that were there before these. */
  learn(text: string): void {
    if (text === '') return;
    const dictionaries = this.#inOrder();
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const [at, value] = JSON.parse(line) as [number, never];
      dictionaries[at]?.numberOf(value);
    }
  }

  *#lines(from: DictionarySizes, to: DictionarySizes): Generator<string, void> {
    for (const [at, { values }] of this.#inOrder().entries()) {
      const end = to[at] ?? 0;
      for (let start = from[at] ?? 0; start < end; start += VALUES_AT_ONCE) {
        const numbers = Array.from({ length: Math.min(VALUES_AT_ONCE, end - start) }, (_, number) => start + number);
        yield numbers.map((number) => `${JSON.stringify([at, values.valueOf(number)])}\n`).join('');
      }
    }
  }

  /** Kinds of EVSE before the sets of them. */
  #inOrder(): readonly { readonly values: Dictionary<unknown>; numberOf(value: never): number }[] {
    const { suppliers, providers, places, evses, equipment, hours } = this;
    const plain = { values: hours, numberOf: (value: OpeningTimes) => hours.numberOf(value) };
    return [suppliers, providers, places, evses, equipment, plain];
  }

  /** How many numbers have been given out, at most. */
  sizes(): { readonly ofPlaces: number; readonly ofEvses: number } {
    const { suppliers, providers, places, hours, equipment, evses } = this;
    const ofPlaces = [suppliers.values, providers.values, places.values, hours, equipment.values].map(
      ({ size }) => size,
    );
    return { ofPlaces: Math.max(...ofPlaces), ofEvses: evses.values.size };
  }
}

/** Connectors that cannot be told apart count as one, and their order is none of a filter's business. */
export function withoutRepeats(facts: EvseFacts): EvseFacts {
  const distinct = new Map(facts.connectors.map((connector) => [JSON.stringify(connector), connector]));
  const connectors = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, connector]) => connector);
  return { ...facts, connectors };
}
