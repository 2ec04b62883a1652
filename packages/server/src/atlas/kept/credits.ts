/** Who is named with a document, by number. */
import type { SourceInfo } from '@pantograph/model/location';

/** A source, or one whose attribution is another in some places. */
type Credit = readonly [name: string, attribution?: string];

export class Credits {
  readonly #sources = new Map<string, SourceInfo>();
  readonly #numbers = new Map<string, number>();
  readonly #credits: Credit[] = [];
  #resolved: SourceInfo[] = [];

  /** Terms that hold from now on. */
  put(source: SourceInfo): void {
    this.#sources.set(source.name, source);
    this.#resolved = [];
  }

  number(source: SourceInfo): number {
    const known = this.#sources.get(source.name);
    const isAsKnown = known === undefined || known.attribution === source.attribution;
    const credit: Credit =
      isAsKnown || source.attribution === undefined ? [source.name] : [source.name, source.attribution];
    const key = JSON.stringify(credit);
    const before = this.#numbers.get(key);
    if (before !== undefined) return before;
    const number = this.#credits.push(credit) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** As its terms are now. */
  source(number: number): SourceInfo | undefined {
    return this.#resolved[number] ?? this.#resolve(number);
  }

  save(): unknown {
    return this.#credits;
  }

  restore(saved: unknown): void {
    for (const credit of saved as readonly Credit[]) {
      this.#numbers.set(JSON.stringify(credit), this.#credits.push(credit) - 1);
    }
  }

  #resolve(number: number): SourceInfo | undefined {
    const credit = this.#credits[number];
    if (credit === undefined) return undefined;
    const [name, attribution] = credit;
    const own = this.#sources.get(name) ?? { name };
    // Inherits all else: `confirmedAt` is read anew each time.
    const source =
      attribution === undefined
        ? own
        : (Object.create(own, { attribution: { value: attribution, enumerable: true } }) as SourceInfo);
    this.#resolved[number] = source;
    return source;
  }
}
