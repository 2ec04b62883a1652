/** An enumeration that OCPI and the published v3 document spell differently. */
export interface Spelling<Ocpi extends string = string> {
  readonly ocpi: Ocpi;
  /** The published v3 spelling. */
  readonly here: string;
}

/** Values that exist on one side only; they have no counterpart to be spelt as. */
export interface OneSided<Ocpi extends string = string> {
  readonly ocpiOnly?: readonly Ocpi[];
  readonly hereOnly?: readonly string[];
}

/** One enumeration in both spellings. */
export interface Spellings<Ocpi extends string = string> {
  readonly rows: readonly Spelling<Ocpi>[];
  /** Every OCPI value, one-sided ones last. */
  readonly values: readonly Ocpi[];
  /** Every published v3 value, one-sided ones last. */
  readonly published: readonly string[];
  /** True for an exact OCPI value. */
  has(value: string): value is Ocpi;
  hereOf(ocpi: string): string | undefined;
  ocpiOf(here: string): Ocpi | undefined;
}

/** Lookup both ways over one table. Values outside the table are `undefined`: open enumerations decide for themselves. */
export function spellings<const Ocpi extends string>(
  rows: readonly Spelling<Ocpi>[],
  oneSided: OneSided<Ocpi> = {},
): Spellings<Ocpi> {
  const byOcpi = new Map<string, Spelling<Ocpi>>(rows.map((row) => [row.ocpi, row]));
  const byHere = new Map<string, Spelling<Ocpi>>(rows.map((row) => [row.here, row]));
  const values = [...rows.map((row) => row.ocpi), ...(oneSided.ocpiOnly ?? [])];
  const known = new Set<string>(values);
  return {
    rows,
    values,
    published: [...rows.map((row) => row.here), ...(oneSided.hereOnly ?? [])],
    has: (value: string): value is Ocpi => known.has(value),
    hereOf: (ocpi) => byOcpi.get(ocpi)?.here,
    ocpiOf: (here) => byHere.get(here)?.ocpi,
  };
}
