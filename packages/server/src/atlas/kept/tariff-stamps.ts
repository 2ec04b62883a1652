/**
 * Which documents a change of a tariff makes untrue: those that were made before and show a tariff of that source and
 * id, or of one that shares its bit of 64.
 */
import type { ObjectKey, Site } from '@pantograph/model/location';
import { hashOf } from '../indexed/traits.ts';

const BITS = 64;

export class TariffStamps {
  #changes = 0;
  /** By source: when something behind each bit changed last. */
  readonly #last = new Map<string, Float64Array>();

  /** How many changes there were; to be kept with a document that is made now. */
  get now(): number {
    return this.#changes;
  }

  changed({ source, id }: ObjectKey): void {
    let last = this.#last.get(source);
    if (last === undefined) this.#last.set(source, (last = new Float64Array(BITS)));
    last[bitOf(id)] = ++this.#changes;
  }

  /** @param low bits as `tariffBits` gives them */
  isOutdated(source: string, stamp: number, low: number, high: number): boolean {
    if ((low | high) === 0) return false;
    const last = this.#last.get(source);
    if (last === undefined) return false;
    return changedSince(last, 0, low, stamp) || changedSince(last, 32, high, stamp);
  }

  save(): unknown {
    return { changes: this.#changes, last: Array.from(this.#last, ([source, last]) => [source, [...last]]) };
  }

  restore(saved: unknown): void {
    const { changes, last } = saved as { changes: number; last: readonly (readonly [string, readonly number[]])[] };
    this.#changes = changes;
    this.#last.clear();
    for (const [source, stamps] of last) this.#last.set(source, Float64Array.from(stamps));
  }
}

function changedSince(last: Float64Array, from: number, bits: number, stamp: number): boolean {
  for (let left = bits; left !== 0; left &= left - 1) {
    if ((last[from + 31 - Math.clz32(left & -left)] ?? 0) > stamp) return true;
  }
  return false;
}

/** Of all tariffs that a site's connectors name, found or not: two words. */
export function tariffBits({ location }: Site): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const evse of location.evses) {
    for (const connector of evse.connectors) {
      for (const id of connector.tariff_ids ?? []) {
        const bit = bitOf(id);
        if (bit < 32) low |= 1 << bit;
        else high |= 1 << (bit - 32);
      }
    }
  }
  return [low >>> 0, high >>> 0];
}

function bitOf(id: string): number {
  return hashOf(id.toLowerCase()) % BITS;
}
