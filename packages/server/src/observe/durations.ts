/**
 * How long answers took, by surface and status, in the histogram form of Prometheus (text format 0.0.4). Every request
 * adds one, so that adding is two additions and no more; prom-client's own builds labels and keys of them each time.
 */

/** Upper bounds in seconds. Answers come out of memory: most take microseconds, and the tail is what one looks for. */
const bounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

class Series {
  /** Those within each bound and none before it; the last are beyond all. */
  readonly counts = new Float64Array(bounds.length + 1);
  sum = 0;

  add(seconds: number): void {
    let bucket = 0;
    while (bucket < bounds.length && seconds > (bounds[bucket] ?? Infinity)) bucket++;
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.sum += seconds;
  }
}

/** Of the answers of one surface with one status: how many were within each bound and none before it, and their sum. */
export interface DurationFigures {
  readonly surface: string;
  readonly status: number;
  readonly counts: Float64Array;
  readonly sum: number;
}

export class Durations {
  readonly #name: string;
  readonly #help: string;
  readonly #series = new Map<string, Map<number, Series>>();

  constructor(name: string, help: string) {
    this.#name = name;
    this.#help = help;
  }

  add(surface: string, status: number, seconds: number): void {
    this.#seriesOf(surface, status).add(seconds);
  }

  /** What was added since the last call, for another thread to `merge`. */
  take(): readonly DurationFigures[] {
    const taken = [...this.#series].flatMap(([surface, bySurface]) =>
      Array.from(bySurface, ([status, { counts, sum }]) => ({ surface, status, counts, sum })),
    );
    this.#series.clear();
    return taken;
  }

  merge(taken: readonly DurationFigures[]): void {
    for (const { surface, status, counts, sum } of taken) {
      const series = this.#seriesOf(surface, status);
      for (const [bucket, count] of counts.entries()) series.counts[bucket] = (series.counts[bucket] ?? 0) + count;
      series.sum += sum;
    }
  }

  exposition(): string {
    const lines = [`# HELP ${this.#name} ${this.#help}`, `# TYPE ${this.#name} histogram`];
    for (const [surface, bySurface] of this.#series) {
      for (const [status, series] of bySurface) {
        lines.push(...this.#linesOf(`surface="${surface}",status="${String(status)}"`, series));
      }
    }
    return `${lines.join('\n')}\n`;
  }

  #seriesOf(surface: string, status: number): Series {
    const known = this.#series.get(surface)?.get(status);
    if (known !== undefined) return known;
    const series = new Series();
    const bySurface = this.#series.get(surface) ?? new Map<number, Series>();
    this.#series.set(surface, bySurface.set(status, series));
    return series;
  }

  #linesOf(labels: string, { counts, sum }: Series): readonly string[] {
    let within = 0;
    const buckets = Array.from(counts, (count, at) => {
      within += count;
      return `${this.#name}_bucket{le="${String(bounds[at] ?? '+Inf')}",${labels}} ${String(within)}`;
    });
    return [
      ...buckets,
      `${this.#name}_sum{${labels}} ${String(sum)}`,
      `${this.#name}_count{${labels}} ${String(within)}`,
    ];
  }
}
