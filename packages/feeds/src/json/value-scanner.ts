/**
 * Finds the end of a JSON value in bytes without parsing it: strings are skipped, brackets matched. Where they do not
 * match, it assumes what loses least: a closing bracket closes what was left open inside it, and a `{` where a key has
 * to stand means that a `}` is missing before it. So a broken object ends where it most likely ends, and the ones
 * after it can be read. Whether a value is valid is for JSON.parse to say.
 */

const NEWLINE = 1;
const QUOTE = 2;
const OPEN_OBJECT = 3;
const OPEN_ARRAY = 4;
const CLOSE_OBJECT = 5;
const CLOSE_ARRAY = 6;

const kinds = new Uint8Array(256);
kinds[0x0a] = NEWLINE;
kinds[0x22] = QUOTE;
kinds[0x7b] = OPEN_OBJECT;
kinds[0x5b] = OPEN_ARRAY;
kinds[0x7d] = CLOSE_OBJECT;
kinds[0x5d] = CLOSE_ARRAY;

const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Brackets nested deeper are counted, not matched. */
const MATCHED_DEPTH = 4096;

/**
 * Why a scan stopped. `more`: the bytes ended first. `end`: `at` is past the value, or at the byte that cannot belong to it.
 * `container`: only when watching; an object or array opens at `at` as a member of the value.
 * `newline`: only when watching; the value's first newline is at `at`.
 */
type Stop = 'more' | 'end' | 'container' | 'newline';

export class ValueScanner {
  /** Position of the scan in the bytes; whoever moves the bytes moves it. */
  at = 0;
  /** Newlines passed since the value began. */
  newlines = 0;
  /** Start and end of the last string directly inside the value, without quotes: the key of a container that opens. */
  keyStart = 0;
  keyEnd = 0;
  #depth = 0;
  /** How many of the open brackets are braces. */
  #objects = 0;
  #unmatched = 0;
  #inString = false;
  #escaped = false;
  #watchingMembers = false;
  #watchingNewline = false;
  #passed = -1;
  readonly #open = new Uint8Array(MATCHED_DEPTH);

  /** @param watching stop at members that are containers and at the first newline */
  begin(at: number, watching: boolean): void {
    this.at = at;
    this.newlines = 0;
    this.#depth = 0;
    this.#objects = 0;
    this.#unmatched = 0;
    this.#inString = false;
    this.#escaped = false;
    this.#watchingMembers = watching;
    this.#watchingNewline = watching;
    this.#passed = -1;
  }

  /** Begins inside an object that was opened before `at`. */
  beginInsideObject(at: number): void {
    this.begin(at, false);
    this.#open[0] = OPEN_OBJECT;
    this.#depth = 1;
    this.#objects = 1;
  }

  /** Goes on into the container it stopped at. */
  passContainer(): void {
    this.#passed = this.at;
  }

  /** Goes on past the newline it stopped at; it was the only one watched for. */
  passNewline(): void {
    this.#watchingNewline = false;
  }

  /** Bytes were dropped from the front of the buffer. */
  moved(by: number): void {
    this.at -= by;
    this.keyStart -= by;
    this.keyEnd -= by;
    this.#passed -= by;
  }

  /** @param start where the value began, or a later byte below which the buffer holds nothing of it */
  scan(bytes: Uint8Array, start: number, end: number): Stop {
    let at = this.at;
    while (at < end) {
      if (this.#inString) {
        at = this.#skipString(bytes, at, end);
        continue;
      }
      const kind = kinds[bytes[at] ?? 0] ?? 0;
      if (kind === 0) {
        at++;
        continue;
      }
      if (kind === QUOTE) {
        if (this.#depth === 1) this.keyStart = at + 1;
        this.#inString = true;
        at = this.#skipString(bytes, at + 1, end);
        continue;
      }
      this.at = at;
      const stop = kind === NEWLINE ? this.#newline() : this.#bracket(kind, bytes, start);
      if (stop !== undefined) return stop;
      at++;
    }
    this.at = at;
    return 'more';
  }

  #skipString(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    if (this.#escaped) {
      this.#escaped = false;
      at++;
    }
    while (at < end) {
      const byte = bytes[at];
      if (byte === 0x22) {
        if (this.#depth === 1) this.keyEnd = at;
        this.#inString = false;
        return at + 1;
      }
      if (byte === BACKSLASH) {
        if (at + 1 >= end) {
          this.#escaped = true;
          return end;
        }
        at++;
      } else if (byte === 0x0a) {
        // No JSON string holds a newline: its closing quote is missing.
        this.#inString = false;
        return at;
      }
      at++;
    }
    return at;
  }

  #newline(): Stop | undefined {
    if (this.#watchingNewline) return 'newline';
    this.newlines++;
    return undefined;
  }

  #bracket(kind: number, bytes: Uint8Array, start: number): Stop | undefined {
    if (kind === OPEN_OBJECT || kind === OPEN_ARRAY) return this.#opening(kind, bytes, start);
    return this.#closing(kind === CLOSE_OBJECT ? OPEN_OBJECT : OPEN_ARRAY);
  }

  #opening(kind: number, bytes: Uint8Array, start: number): Stop | undefined {
    if (kind === OPEN_OBJECT && this.#innermost() === OPEN_OBJECT && !followsColon(bytes, start, this.at)) {
      this.#depth--;
      this.#objects--;
      if (this.#depth === 0) return 'end';
    }
    if (this.#depth === 1 && this.#watchingMembers && this.at !== this.#passed) return 'container';
    if (this.#depth === MATCHED_DEPTH) this.#unmatched++;
    else {
      if (kind === OPEN_OBJECT) this.#objects++;
      this.#open[this.#depth++] = kind;
    }
    return undefined;
  }

  #closing(opening: number): Stop | undefined {
    if (this.#unmatched > 0) {
      this.#unmatched--;
      return undefined;
    }
    const openings = opening === OPEN_OBJECT ? this.#objects : this.#depth - this.#objects;
    if (openings === 0) {
      // Nothing of this value is closed by it. A `]` ends the array around the value; a `}` is one too many.
      return opening === OPEN_ARRAY ? 'end' : undefined;
    }
    let innermost: number | undefined;
    while (innermost !== opening) {
      innermost = this.#open[--this.#depth];
      if (innermost === OPEN_OBJECT) this.#objects--;
    }
    if (this.#depth > 0) return undefined;
    this.at++;
    return 'end';
  }

  #innermost(): number {
    return this.#depth === 0 || this.#unmatched > 0 ? 0 : (this.#open[this.#depth - 1] ?? 0);
  }
}

function followsColon(bytes: Uint8Array, start: number, at: number): boolean {
  let before = at - 1;
  while (before >= start && (bytes[before] ?? 0) <= 0x20) before--;
  return before < start || bytes[before] === COLON;
}
