/** Postal codes that people write in two parts or in one, "9405 CC" and "9405CC", and so do feeds. */

interface TwoPartCode {
  /** ISO 3166-1 alpha-3. */
  readonly countries: readonly string[];
  readonly first: string;
  readonly second: string;
  /** Two numbers beside each other are often something else. */
  readonly digitsOnly?: true;
}

const twoPartCodes: readonly TwoPartCode[] = [
  { countries: ['NLD'], first: '[1-9]\\d{3}', second: '[a-z]{2}' },
  { countries: ['GBR', 'JEY', 'GGY', 'IMN', 'GIB'], first: '[a-z]{1,2}\\d[a-z\\d]?', second: '\\d[a-z]{2}' },
  { countries: ['IRL'], first: '[a-z]\\d[\\dw]', second: '(?=[a-z]*\\d)[a-z\\d]{4}' },
  { countries: ['CAN'], first: '[a-z]\\d[a-z]', second: '\\d[a-z]\\d' },
  { countries: ['SWE', 'CZE', 'SVK', 'GRC'], first: '\\d{3}', second: '\\d{2}', digitsOnly: true },
  { countries: ['POL'], first: '\\d{2}', second: '\\d{3}', digitsOnly: true },
  { countries: ['PRT'], first: '\\d{4}', second: '\\d{3}', digitsOnly: true },
];

const byCountry = new Map(
  twoPartCodes.flatMap(({ countries, first, second }) => {
    const whole = new RegExp(`^(${first})(${second})$`);
    return countries.map((country) => [country, whole] as const);
  }),
);

/** The code as it is written, in one part, and in the two parts that codes of its country have. */
export function postalCodeTexts(code: string, country: string): readonly string[] {
  const whole = code.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
  const [, first, second] = byCountry.get(country)?.exec(whole) ?? [];
  return first === undefined || second === undefined ? [code, whole] : [code, whole, first, second];
}

const boundary = { before: '(?<![\\p{Letter}\\p{Number}])', after: '(?![\\p{Letter}\\p{Number}])' };
const written = twoPartCodes.map(({ first, second, digitsOnly }) => {
  const before = digitsOnly === true ? '(?<=(?:^|,)\\s*)' : boundary.before;
  return new RegExp(`${before}(${first})[\\s-](${second})${boundary.after}`, 'giu');
});

/**
 * The text with each code of two parts in one. Numbers count as a code only at the beginning and behind a comma, where
 * addresses have it, so that "Hauptstraße 98-102" stays what it is.
 * @param isCode whether the second part belongs to the code, `rest` being what follows it
 */
export function joinPostalCodes(text: string, isCode: (second: string, rest: string) => boolean): string {
  return written.reduce(
    (joined, pattern) =>
      joined.replace(pattern, (found: string, first: string, second: string, at: number) =>
        isCode(second, joined.slice(at + found.length)) ? first + second : found,
      ),
    text,
  );
}
