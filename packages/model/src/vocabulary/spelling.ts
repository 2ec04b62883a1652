/** An enumeration that OCPI and the published v3 document spell differently. */
export interface Spelling<Ocpi extends string = string> {
  readonly ocpi: Ocpi;
  /** The published v3 spelling. */
  readonly here: string;
}

/** Lookup both ways over one table. Values outside the table are `undefined`: open enumerations decide for themselves. */
export function spellings<const Ocpi extends string>(rows: readonly Spelling<Ocpi>[]) {
  const byOcpi = new Map<string, Spelling<Ocpi>>(rows.map((row) => [row.ocpi, row]));
  const byHere = new Map<string, Spelling<Ocpi>>(rows.map((row) => [row.here, row]));
  return {
    rows,
    values: rows.map((row) => row.ocpi),
    has: (value: string): value is Ocpi => byOcpi.has(value),
    hereOf: (ocpi: string): string | undefined => byOcpi.get(ocpi)?.here,
    ocpiOf: (here: string): Ocpi | undefined => byHere.get(here)?.ocpi,
  };
}
