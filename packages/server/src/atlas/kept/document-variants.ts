/** Ways to show a site, by number. Callers choose them, so that only so many are known at a time. */

interface Variant {
  /** Never given again. */
  readonly number: number;
  /** Documents kept of it; those of a common variant are worth a file. */
  kept: number;
}

const MOST = 32;
const MOST_COMMON = 8;
/** Documents of a variant, before it counts as common. */
export const COMMON_AFTER = 100;

export class DocumentVariants {
  /** Least lately new first. */
  readonly #known = new Map<string, Variant>();
  readonly #commonAfter: number;
  #next = 1;
  #numbers: readonly number[] = [];

  constructor(commonAfter: number) {
    this.#commonAfter = commonAfter;
  }

  /** `undefined` where nothing of it is kept. */
  numberOf(name: string): number | undefined {
    return this.#known.get(name)?.number;
  }

  numbers(): readonly number[] {
    return this.#numbers;
  }

  /** For a document that is about to be kept. */
  count(name: string): { readonly number: number; readonly isCommon: boolean } {
    const variant = this.#known.get(name) ?? { number: this.#next++, kept: 0 };
    variant.kept++;
    this.#known.delete(name);
    this.#known.set(name, variant);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    if (variant.kept === 1) this.#list();
    return { number: variant.number, isCommon: this.#isCommon(variant) };
  }

  #isCommon({ kept }: Variant): boolean {
    if (kept < this.#commonAfter) return false;
    let more = 0;
    for (const other of this.#known.values()) if (other.kept > kept) more++;
    return more < MOST_COMMON;
  }

  save(): unknown {
    return { next: this.#next, known: [...this.#known] };
  }

  restore(saved: unknown): void {
    const { next, known } = saved as { next: number; known: readonly (readonly [string, Variant])[] };
    this.#next = next;
    this.#known.clear();
    for (const [name, variant] of known) this.#known.set(name, { ...variant });
    this.#list();
  }

  #list(): void {
    this.#numbers = Array.from(this.#known.values(), ({ number }) => number);
  }
}
