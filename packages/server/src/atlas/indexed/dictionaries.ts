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

  /** Every value by its number, as text that `restore` reads. Values that come while it is written are left out. */
  save(): Iterable<Uint8Array> {
    const dictionaries = this.#inOrder().map(({ values }) => ({ values, size: values.size }));
    return (function* () {
      for (const [at, { values, size }] of dictionaries.entries()) {
        for (let from = 0; from < size; from += VALUES_AT_ONCE) {
          const numbers = Array.from({ length: Math.min(VALUES_AT_ONCE, size - from) }, (_, number) => from + number);
          const lines = numbers.map((number) => `${JSON.stringify([at, values.valueOf(number)])}\n`);
          yield Buffer.from(lines.join(''));
        }
      }
    })();
  }

  /** Of dictionaries that are empty. */
  restore(text: string): void {
    const dictionaries = this.#inOrder();
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const [at, value] = JSON.parse(line) as [number, never];
      dictionaries[at]?.numberOf(value);
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
