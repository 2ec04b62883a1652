/** Looks for beginnings of words in the words of a place: its operators' and country's, and its own. */
import { SECTION_END, WORD_START } from './place-row.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { SegmentColumns } from './segment.ts';
import { FACTS, PLACE_FACT, SUPPLIERS_FACT } from './segment.ts';

export class WordProbe {
  readonly #dictionaries: Dictionaries;
  readonly #nameOnly: boolean;
  readonly #beginning: string;
  /** The beginning behind the mark that stands before every word. */
  readonly #pattern: Uint8Array;

  constructor(dictionaries: Dictionaries, beginning: string, nameOnly: boolean) {
    this.#dictionaries = dictionaries;
    this.#beginning = beginning;
    this.#nameOnly = nameOnly;
    this.#pattern = new TextEncoder().encode(String.fromCharCode(WORD_START) + beginning);
  }

  matches(columns: SegmentColumns, row: number): boolean {
    return (
      this.#inText(columns.text, columns.textStarts[row] ?? 0, columns.textStarts[row + 1] ?? 0) ||
      this.#begins(this.#dictionaries.suppliers.of(columns.facts[FACTS * row + SUPPLIERS_FACT] ?? 0).words) ||
      (!this.#nameOnly &&
        this.#begins(this.#dictionaries.places.of(columns.facts[FACTS * row + PLACE_FACT] ?? 0).words))
    );
  }

  #begins(words: readonly string[]): boolean {
    return words.some((word) => word.startsWith(this.#beginning));
  }

  #inText(text: Uint8Array, from: number, to: number): boolean {
    const pattern = this.#pattern;
    for (let at = from; at < to; at++) {
      const byte = text[at];
      if (byte === SECTION_END && this.#nameOnly) return false;
      if (byte !== WORD_START) continue;
      let matched = 1;
      while (matched < pattern.length && text[at + matched] === pattern[matched] && at + matched < to) matched++;
      if (matched === pattern.length) return true;
    }
    return false;
  }
}
