/** Holds the bytes of the value that is being read, numbers the values, and turns them into items. */
import { ByteWindow } from './byte-window.ts';
import type { ItemPlace, JsonItem } from './json-item.ts';
import { itemOf, tooLargeItem } from './json-item.ts';

const COMMA = 0x2c;
const SPACE = 0x20;

/** How much of a value that is too large is kept to show. */
const LARGE_KEPT_BYTES = 65_536;

export class ItemCutter {
  readonly window = new ByteWindow();
  /** Position of the reading in the window. */
  at = 0;
  /** 1-based, of the position; inside a value, of its start. */
  line = 1;
  /** Items delivered so far. */
  count = 0;
  readonly #limit: number;
  #start = 0;
  #offset = 0;
  #holding = false;
  /** The beginning of a value that is too large, once that is known. */
  #beginning: string | undefined;
  #items: JsonItem[] = [];

  /** @param limit largest value in bytes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** First byte of the value that is still in the window. */
  get start(): number {
    return this.#start;
  }

  /** Adds a chunk; positions in the window move down by what is returned. */
  append(chunk: Uint8Array): number {
    const from = this.#holding ? this.#start : this.at;
    this.window.append(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength), from);
    this.at -= from;
    this.#start -= from;
    return from;
  }

  /** A value begins at the position. */
  hold(): void {
    this.#holding = true;
    this.#beginning = undefined;
    this.#start = this.at;
    this.#offset = this.window.offset + this.at;
  }

  /** The value is done with. */
  release(): void {
    this.#holding = false;
    this.#beginning = undefined;
  }

  /** Lets go of the bytes of a value that has become too large. */
  bound(): void {
    if (this.at - this.#start <= this.#limit) return;
    this.#beginning ??= this.textUpTo(this.#start + LARGE_KEPT_BYTES);
    this.#start = this.at;
  }

  /** What is held of the value. */
  textUpTo(end: number): string {
    return this.window.bytes.toString('utf8', this.#start, end);
  }

  /** True while all of the value is there. */
  get whole(): boolean {
    return this.#beginning === undefined;
  }

  /** The value that ends before `end`, not yet counted; `undefined` where there is only white space. */
  item(end: number): JsonItem | undefined {
    const place: ItemPlace = { object: this.count + 1, line: this.line, byteOffset: this.#offset };
    if (this.#beginning !== undefined) return tooLargeItem(this.#beginning, this.#limit, place);
    let last = end;
    // A value that ended because another one begins has their separator at its end.
    while (last > this.#start && isSeparator(this.window.bytes[last - 1])) last--;
    return last === this.#start ? undefined : itemOf(this.window.bytes.subarray(this.#start, last), place);
  }

  deliver(item: JsonItem): void {
    this.count++;
    this.#items.push(item);
  }

  /** The items delivered since the last time. */
  take(): JsonItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }
}

function isSeparator(byte: number | undefined): boolean {
  return byte === undefined || byte <= SPACE || byte === COMMA;
}
