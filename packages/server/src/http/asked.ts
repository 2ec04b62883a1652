/**
 * A request as the edge reads it. A `Request` is one; a plain GET that came over a connection is one too, and need not
 * become a `Request` where its answer lies ready.
 */
export interface Asked {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
}

/** The same with its body, which is there once. */
export interface AskedWhole extends Asked {
  text(): Promise<string>;
}
