/** What a benchmark is, and what it shows. */

export interface Figure {
  /** `<benchmark>.<what>`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What `value` should reach, in its unit. */
  readonly target?: number;
  /** What it would reach at best. */
  readonly ambition?: number;
  /** The peer that was measured in the same run, in turns with us. */
  readonly against?: string;
  /** The peer's figure, in the same unit. */
  readonly peer?: number;
  /** How many times better than the peer: above 1 we are ahead. */
  readonly ratio?: number;
}

interface BenchContext {
  /** How often each contender runs; figures are medians. */
  readonly rounds: number;
  /** Size of the world that is served. */
  readonly locations: number;
  /** Bytes of the files that are generated; absent: the benchmark's own. */
  readonly size?: number;
  /** Peers that have to be started are so only when asked for. */
  readonly peers: ReadonlySet<string>;
  /** Says what is going on. */
  readonly note: (text: string) => void;
}

export interface Benchmark {
  readonly name: string;
  readonly about: string;
  run(context: BenchContext): Promise<readonly Figure[]>;
}
