/** What our own v2 writes beside a price, and what can be read from it again. Contract v2 has no shape for descriptions. */

export interface PriceWords {
  /** Percent that the price includes. */
  readonly vat: number | undefined;
  /** Wh or seconds. */
  readonly step: number | undefined;
  /** Descriptions that say something else. */
  readonly others: readonly number[];
}

export function priceWordsIn(descriptions: readonly string[]): PriceWords {
  let vat: number | undefined;
  let step: number | undefined;
  const others: number[] = [];
  for (const [at, text] of descriptions.entries()) {
    const rate = /^including (\d{1,2}(?:\.\d{1,4})?) % VAT$/.exec(text)?.[1];
    const size = /^charged per started (\d{1,9}(?:\.\d{1,6})?) (?:Wh|s)$/.exec(text)?.[1];
    if (rate !== undefined) vat = Number(rate);
    else if (size !== undefined) step = Number(size);
    else others.push(at);
  }
  return { vat, step, others };
}
