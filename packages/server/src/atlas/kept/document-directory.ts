/**
 * Where documents lie, by a key of 32 bits: open addressing with linear probing from the slot that the key names. It
 * knows one document a key; of two that share one the later is found, and who finds it looks whether it is the one.
 */

const FEWEST_SLOTS = 64;
/** A table fuller than this grows. */
const MOST_FILLED = 0.7;

export class DocumentDirectory {
  /** Two words a slot: the key, and where; 0 for an empty slot. */
  #slots = new Uint32Array(2 * FEWEST_SLOTS);
  #filled = 0;

  get size(): number {
    return this.#filled;
  }

  /** Whether one more makes the table grow. */
  get isFull(): boolean {
    return this.#filled + 1 > (this.#slots.length / 2) * MOST_FILLED;
  }

  /** 0 where there is none. */
  get(key: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const where = slots[2 * slot + 1] ?? 0;
      if (where === 0 || slots[2 * slot] === key) return where;
    }
  }

  /** @param where not 0 */
  set(key: number, where: number): void {
    if (this.isFull) this.#rebuild(this.#slots.length * 2, () => true);
    this.#put(key, where);
  }

  delete(key: number): void {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = key & mask;
    while (slots[2 * slot] !== key) {
      if (slots[2 * slot + 1] === 0) return;
      slot = (slot + 1) & mask;
    }
    if (slots[2 * slot + 1] === 0) return;
    this.#filled--;
    // Whatever stands behind the gap and would not be found any more moves into it.
    let next = slot;
    for (;;) {
      next = (next + 1) & mask;
      if (slots[2 * next + 1] === 0) break;
      const home = (slots[2 * next] ?? 0) & mask;
      if (((next - home) & mask) < ((next - slot) & mask)) continue;
      slots[2 * slot] = slots[2 * next] ?? 0;
      slots[2 * slot + 1] = slots[2 * next + 1] ?? 0;
      slot = next;
    }
    slots[2 * slot + 1] = 0;
  }

  /** Forgets all others. */
  retain(keep: (where: number) => boolean): void {
    this.#rebuild(this.#slots.length, keep);
  }

  clear(): void {
    this.#slots = new Uint32Array(2 * FEWEST_SLOTS);
    this.#filled = 0;
  }

  /** As it is now. */
  save(): Uint8Array {
    return new Uint8Array(this.#slots.slice().buffer);
  }

  restore(saved: SharedArrayBuffer): void {
    this.#slots = new Uint32Array(saved).slice();
    this.retain(() => true);
  }

  #put(key: number, where: number): void {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = key & mask;
    while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== key) slot = (slot + 1) & mask;
    if (slots[2 * slot + 1] === 0) this.#filled++;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = where;
  }

  #rebuild(length: number, keep: (where: number) => boolean): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(length);
    this.#filled = 0;
    for (let at = 0; at < before.length; at += 2) {
      const where = before[at + 1] ?? 0;
      if (where !== 0 && keep(where)) this.#put(before[at] ?? 0, where);
    }
  }
}
