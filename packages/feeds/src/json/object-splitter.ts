/**
 * Cuts the objects out of a feed's bytes: elements of an array, of an OCPI envelope's `data`, lines of NDJSON, objects
 * one after the other, or a single one. Which it is shows as it goes, and documents may follow each other.
 */
import type { Notice } from '@pantograph/model/notice';
import { cutLine } from './cut-line.ts';
import { envelopeHead, envelopeTail, isBareEnvelope, refusalIn, withoutData } from './envelope.ts';
import type { FeedPlace } from './feed-failure.ts';
import { ItemCutter } from './item-cutter.ts';
import type { JsonItem } from './json-item.ts';
import { SNIFFED_BYTES, sniffFormat } from './sniff-format.ts';
import { ValueScanner } from './value-scanner.ts';

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;

/** What the next byte belongs to. `value` is inside an element; `lines` is NDJSON and stays so until a cut line. */
type State = 'beginning' | 'between' | 'value' | 'scalar' | 'firstLineEnd' | 'lines' | 'brokenLine' | 'stopped';

/** What surrounds the values: nothing, an array, an envelope whose `data` is one object, an envelope after its `data`. */
type Around = 'document' | 'array' | 'dataObject' | 'envelopeEnd';

export class ObjectSplitter {
  readonly #cut: ItemCutter;
  readonly #scanner = new ValueScanner();
  #state: State = 'beginning';
  #around: Around = 'document';
  #inEnvelope = false;
  #documents = 0;
  #failure: Notice | undefined;

  /** @param limit largest object in bytes */
  constructor(limit: number) {
    this.#cut = new ItemCutter(limit);
  }

  /** True when nothing more can come of the feed. */
  get stopped(): boolean {
    return this.#state === 'stopped';
  }

  /** The objects that are complete with this chunk. */
  push(chunk: Uint8Array): JsonItem[] {
    this.#scanner.moved(this.#cut.append(chunk));
    while (this.#step(false));
    return this.#cut.take();
  }

  /** The objects that are complete where the feed broke off, perhaps before its format could be told. */
  interrupt(): JsonItem[] {
    if (this.#state === 'beginning') this.#begin(true);
    while (this.#step(false));
    return this.#cut.take();
  }

  /** The objects that are complete because the feed ends here. */
  finish(): JsonItem[] {
    while (this.#step(true));
    return this.#cut.take();
  }

  get place(): FeedPlace {
    const { line, count, window, at } = this.#cut;
    const passed = this.#state === 'value' ? this.#scanner.newlines : 0;
    return { line: line + passed, object: count + (this.#inObject ? 1 : 0), byteOffset: window.offset + at };
  }

  /** What is wrong with the feed as a whole, after {@link finish}. */
  get failure(): Notice | undefined {
    if (this.#failure !== undefined || this.stopped) return this.#failure;
    const isCut = this.#state === 'value' || this.#state === 'brokenLine' || this.#around === 'array';
    if (isCut) return this.#cutShort();
    return this.#documents === 0 && this.#cut.count === 0 ? { code: 'empty_input', path: '' } : undefined;
  }

  get #inObject(): boolean {
    return this.#state === 'brokenLine' || (this.#state === 'value' && this.#around !== 'envelopeEnd');
  }

  #cutShort(): Notice {
    const { line, object } = this.place;
    const around = this.#around === 'envelopeEnd' ? 'the envelope, after object' : 'the array, after object';
    const what = this.#inObject ? 'object' : around;
    return { code: 'json_cut_short', path: '', parameters: { line, object, what } };
  }

  /** False when more bytes are needed. */
  #step(final: boolean): boolean {
    switch (this.#state) {
      case 'beginning':
        return this.#begin(final);
      case 'between':
        return this.#findValue();
      case 'value':
        return this.#scanValue(final);
      case 'scalar':
        return this.#scanScalar(final);
      case 'firstLineEnd':
        return this.#decideLines(final);
      case 'lines':
        return this.#readLine(final);
      case 'brokenLine':
      case 'stopped':
        return false;
    }
  }

  #begin(final: boolean): boolean {
    const { bytes, end } = this.#cut.window;
    if (end < SNIFFED_BYTES && !final) return false;
    const sniffed = sniffFormat(bytes.subarray(0, Math.min(end, SNIFFED_BYTES)));
    if ('notice' in sniffed) {
      this.#failure = sniffed.notice;
      this.#state = 'stopped';
      return false;
    }
    this.#cut.at = sniffed.skip;
    this.#state = 'between';
    return true;
  }

  #findValue(): boolean {
    const cut = this.#cut;
    const { bytes, end } = cut.window;
    for (; cut.at < end; cut.at++) {
      const byte = bytes[cut.at] ?? SPACE;
      if (byte === LINE_FEED) cut.line++;
      // Separators are not counted, and a closing brace too many costs nothing.
      if (byte <= SPACE || byte === COMMA || byte === CLOSE_OBJECT) continue;
      this.#found(byte);
      return true;
    }
    return false;
  }

  #found(byte: number): void {
    const opensArray = byte === OPEN_ARRAY && this.#around === 'document';
    if (byte === CLOSE_ARRAY || opensArray) {
      this.#cut.at++;
      if (opensArray) this.#around = 'array';
      else if (this.#around === 'array') this.#leaveContainer();
      return;
    }
    this.#cut.hold();
    this.#state = byte === OPEN_OBJECT || byte === OPEN_ARRAY ? 'value' : 'scalar';
    this.#scanner.begin(this.#cut.at, this.#around === 'document');
  }

  #leaveContainer(): void {
    if (!this.#inEnvelope) return this.#endDocument();
    this.#around = 'envelopeEnd';
    this.#state = 'value';
    this.#cut.hold();
    this.#scanner.beginInsideObject(this.#cut.at);
  }

  #endDocument(): void {
    this.#documents++;
    this.#around = 'document';
    this.#inEnvelope = false;
    this.#state = 'between';
  }

  #scanValue(final: boolean): boolean {
    const cut = this.#cut;
    const stop = this.#scanner.scan(cut.window.bytes, cut.start, cut.window.end);
    cut.at = this.#scanner.at;
    cut.bound();
    if (stop === 'more') return false;
    if (stop === 'newline') return this.#firstNewline(final);
    if (stop === 'container') this.#enterMember();
    else this.#endValue();
    return true;
  }

  /** A member of the outermost object opens: the object is an envelope if this is `data` and it has no id. */
  #enterMember(): void {
    const { keyStart, keyEnd } = this.#scanner;
    const cut = this.#cut;
    const isData = cut.window.bytes.toString('latin1', keyStart, keyEnd) === 'data';
    const head = isData && cut.whole ? envelopeHead(cut.textUpTo(cut.at)) : undefined;
    if (head === undefined) return this.#scanner.passContainer();
    this.#failure ??= refusalIn(head);
    this.#inEnvelope = true;
    cut.line += this.#scanner.newlines;
    cut.release();
    if (cut.window.bytes[cut.at] === OPEN_ARRAY) {
      cut.at++;
      this.#around = 'array';
      this.#state = 'between';
    } else {
      this.#around = 'dataObject';
      cut.hold();
      this.#scanner.begin(cut.at, false);
    }
  }

  /** NDJSON whose first line is broken shows by an object that begins on the next line where none may. */
  #firstNewline(final: boolean): boolean {
    const { window, at, start } = this.#cut;
    if (at + 1 >= window.end && !final) return false;
    let last = at - 1;
    while (last > start && (window.bytes[last] ?? 0) <= SPACE) last--;
    const continues = '{[,:'.includes(String.fromCharCode(window.bytes[last] ?? 0));
    if (continues || window.bytes[at + 1] !== OPEN_OBJECT) {
      this.#scanner.passNewline();
    } else {
      this.#deliver(at);
      this.#enterLines();
    }
    return true;
  }

  #endValue(): void {
    const cut = this.#cut;
    if (this.#around !== 'envelopeEnd') this.#deliver(cut.at);
    else this.#failure ??= refusalIn(envelopeTail(cut.textUpTo(cut.at)));
    cut.line += this.#scanner.newlines;
    cut.release();
    if (this.#around === 'dataObject') this.#leaveContainer();
    else if (this.#around === 'array') this.#state = 'between';
    else {
      const first = this.#documents === 0 && this.#around === 'document';
      this.#endDocument();
      if (first && this.#scanner.newlines === 0) this.#state = 'firstLineEnd';
    }
  }

  #deliver(end: number): void {
    const item = this.#cut.item(end);
    if (item === undefined) return;
    if (item.ok && this.#around === 'document' && isBareEnvelope(item.value)) {
      this.#failure ??= refusalIn(item.value) ?? withoutData;
    } else {
      this.#cut.deliver(item);
    }
  }

  /** A number, string or literal where an object should be, or text that is no JSON: up to the next separator. */
  #scanScalar(final: boolean): boolean {
    const cut = this.#cut;
    const { bytes, end } = cut.window;
    const inArray = this.#around === 'array';
    for (; cut.at < end; cut.at++) {
      const byte = bytes[cut.at];
      if (byte === LINE_FEED || (inArray && (byte === COMMA || byte === CLOSE_ARRAY))) break;
    }
    cut.bound();
    if (cut.at === end && !final) return false;
    this.#deliver(cut.at);
    cut.release();
    this.#state = 'between';
    return true;
  }

  /** After a first object of one line: if the line ends here, every further line is an object of its own. */
  #decideLines(final: boolean): boolean {
    const cut = this.#cut;
    const { bytes, end } = cut.window;
    while (cut.at < end && bytes[cut.at] !== LINE_FEED && (bytes[cut.at] ?? 0) <= SPACE) cut.at++;
    if (cut.at === end && !final) return false;
    if (bytes[cut.at] === LINE_FEED && cut.at < end) this.#enterLines();
    else this.#state = 'between';
    return true;
  }

  #enterLines(): void {
    this.#state = 'lines';
    this.#cut.hold();
  }

  #readLine(final: boolean): boolean {
    const found = cutLine(this.#cut, final);
    if (found === 'broken') this.#state = 'brokenLine';
    return found === 'line';
  }
}
