/** `maxresults` and `offset`. Contract v2, parameters of stations. */
import { wholeNumber } from './parameters.ts';

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export function readPage(query: URLSearchParams): Page {
  return {
    limit: wholeNumber(query, 'maxresults', { least: 1, most: 1000, otherwise: 50 }),
    // Beyond the number of places there can be, so that it bounds what a page costs and forbids no page there is.
    offset: wholeNumber(query, 'offset', { least: 0, most: 10_000_000, otherwise: 0 }),
  };
}
